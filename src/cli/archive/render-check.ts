import type { CheckedArchive } from './check-archive.js';
import type { IndexedEntry } from './read-index.js';
import { oneLine } from '../people/one-line.js';

const VERDICTS: Readonly<Record<CheckedArchive['result'], string>> = {
  broken: 'The archive was changed.',
  consistent:
    'Every hash holds. Who wrote the whole archive anew would not be found: --head, with the hash of an entry that was kept elsewhere, excludes that.',
  authentic: 'Every hash holds, and the entry whose hash was kept is there: nothing up to it was changed.',
};

/** What a check found, for people or for programs. */
export const renderCheck = (checked: CheckedArchive, folder: string, format: 'text' | 'json'): string =>
  format === 'json' ? renderJson(checked) : renderText(checked, folder);

function renderJson({ result, entries, faults }: CheckedArchive): string {
  const listed = entries.map(({ sequence, path, hash, entry }) => ({
    sequence,
    path,
    hash,
    ...(entry && { entry }),
  }));
  return `${JSON.stringify({ schema: 'mingshi.archive-check/1', result, entries: listed, faults }, null, 2)}\n`;
}

function renderText({ result, entries, faults }: CheckedArchive, folder: string): string {
  const wrong = faults.map(({ path, code, sentence }) => `  ${oneLine(path)}  ${code}\n    ${sentence}`);
  const last = entries[entries.length - 1];
  return [
    `${folder} (${entries.length} ${entries.length === 1 ? 'entry' : 'entries'})`,
    ...entries.map(lineOf),
    ...(wrong.length > 0 ? ['', ...wrong] : []),
    '',
    ...(last ? [`entry ${last.sequence} ${last.hash}`] : []),
    VERDICTS[result],
    '',
  ].join('\n');
}

function lineOf({ sequence, entry }: IndexedEntry): string {
  const number = String(sequence).padStart(4);
  if (!entry) return `${number}  unreadable`;
  const { archived, id, version, language, hash, title } = entry;
  const words = [archived, id, version, language, hash, title ?? ''].map(oneLine);
  return `${number}  ${words.join('  ').trimEnd()}`;
}
