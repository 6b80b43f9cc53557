import { refuseOverwriting } from '../refuse-overwriting.js';
import { writeOutput } from '../write-output.js';
import { addEntry, type Added } from './add-entry.js';
import type { ArchiveArguments } from './arguments.js';
import { checkArchive } from './check-archive.js';
import { openArchive } from './open-archive.js';
import { readCandidate } from './read-candidate.js';
import { readIndex } from './read-index.js';
import type { Candidate } from './candidate.js';
import { renderCheck } from './render-check.js';
import { oneLine } from '../people/one-line.js';

/** `mingshi archive`: adds policies to an archive, or checks one, and gives the exit code. */
export async function archive(wanted: ArchiveArguments): Promise<number> {
  await refuseOverwriting(wanted.output, wanted.files, wanted.archive);
  return wanted.check ? check(wanted) : add(wanted);
}

async function check({ archive: folder, head, format, output }: ArchiveArguments): Promise<number> {
  const checked = await checkArchive(folder, head);
  await writeOutput(renderCheck(checked, folder, format), output);
  return checked.result === 'broken' ? 1 : 0;
}

/** All are read before the first is written. */
async function add({ files, archive: folder, options, format, output }: ArchiveArguments): Promise<number> {
  const candidates: Candidate[] = [];
  for (const file of files) candidates.push(await readCandidate(file, options));
  await openArchive(folder, Date.now());
  const done: Added[] = [];
  for (const candidate of candidates) {
    warn(candidate);
    done.push(await addEntry(folder, candidate, () => Date.now()));
  }
  const head = await headOf(folder);
  await writeOutput(format === 'json' ? jsonOf(done, head) : textOf(done, head), output);
  return 0;
}

interface ArchiveHead {
  readonly sequence: number;
  readonly hash: string;
}

/** The last entry, as it is by now. */
async function headOf(folder: string): Promise<ArchiveHead> {
  const entries = (await readIndex(folder))?.entries ?? [];
  const { sequence = 0, hash = '' } = entries[entries.length - 1] ?? {};
  return { sequence, hash };
}

function warn({ from, files, said }: Candidate): void {
  if (!files.source)
    process.stderr.write(
      `mingshi: ${from}: archive/no-source ${said.source.name}, which it was compiled from, is not beside it; the text is archived without.\n`,
    );
  if (said.version === 'unversioned')
    process.stderr.write(
      `mingshi: ${from}: archive/unversioned It states no version; --policy-version declares one.\n`,
    );
}

const jsonOf = (done: readonly Added[], head: ArchiveHead): string =>
  `${JSON.stringify({ schema: 'mingshi.archived/1', archived: done, head }, null, 2)}\n`;

function textOf(done: readonly Added[], { sequence, hash }: ArchiveHead): string {
  const lines = done.map(
    ({ added, entry }) =>
      `${added ? 'archived ' : 'unchanged'} ${oneLine(entry.id)} ${oneLine(entry.version)} ${entry.language} ${entry.hash} ${entry.files.text.path}`,
  );
  return `${lines.join('\n')}\nentry ${sequence} ${hash}\nKeep that hash elsewhere: \`--check --head\` proves with it that nothing up to here was changed.\n`;
}
