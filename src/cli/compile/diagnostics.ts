import { decodeSource } from '../../compiler/decode.js';
import { RemarkList } from '../../compiler/remarks.js';
import type { Diagnostic, Policy } from '../../policy/model.js';
import type { Painter } from '../people/colours.js';
import { brief } from '../people/one-line.js';
import type { CompiledFile } from './compile-file.js';
import { placeInFile } from './line-of.js';

/** Letters of the words concerned that are shown. */
const SHOWN = 100;
/** Letters on each side of a place that has no words. */
const AROUND = 24;
/** From this many on, they are counted at the end. */
const MANY = 4;

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
const NAMES = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
} as const;

/** Diagnostics by their place in the source: each its sentence, and under it the words concerned. */
export function diagnosticLines(
  file: string,
  compiled: CompiledFile,
  diagnostics: readonly Diagnostic[],
  paint: Painter,
): string {
  const source = sourceOf(compiled);
  const sorted = [...diagnostics].sort((one, other) => one.source.offset - other.source.offset);
  const lines = sorted.flatMap((one) => [
    `${paint('bold', placeInFile(file, one.source))}: ${paint(COLOURS[one.severity], one.severity)} ${one.code} ${one.sentence}`,
    ...wordsConcerned(compiled.policy, source, one).map((words) => `    ${paint('dim', words)}`),
  ]);
  if (sorted.length >= MANY) lines.push(`mingshi: ${countOf(sorted)} in ${file}.`);
  return lines.map((line) => `${line}\n`).join('');
}

/** `2 warnings, 1 note`. */
export function countOf(diagnostics: readonly Diagnostic[]): string {
  const counted = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [`${count} ${NAMES[severity][count === 1 ? 0 : 1]}`];
  });
  return counted.join(', ');
}

/** The characters that source positions count; nothing where the source is no text of lines. */
function sourceOf({ policy, bytes }: CompiledFile): string | undefined {
  return policy.source.mediaType.startsWith('text/')
    ? decodeSource({ bytes }, new RemarkList()).text
    : undefined;
}

/** The words of the text; where two pieces were joined those around; of what was left out the source's, to the end of the line. */
function wordsConcerned(policy: Policy, source: string | undefined, diagnostic: Diagnostic): string[] {
  const { span, code, source: at } = diagnostic;
  const { text } = policy;
  if (span.end > span.start) return shown(text.slice(span.start, span.end));
  if (code === 'policy/not-a-policy') return shown(text);
  if (JOINED.test(code)) return shown(around(text, span.start));
  return code.startsWith('layout/') && source !== undefined ? shown(lineAt(source, at.offset)) : [];
}

const JOINED = /^layout\/.*(?:joined|moved)$/;

function shown(words: string): string[] {
  const line = brief(words, SHOWN);
  return line === '' ? [] : [line];
}

function around(text: string, place: number): string {
  const [start, end] = [Math.max(0, place - AROUND), Math.min(text.length, place + AROUND)];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function lineAt(source: string, offset: number): string {
  const end = source.slice(offset, offset + 4 * SHOWN).search(/[\r\n]/);
  return source.slice(offset, end < 0 ? offset + 4 * SHOWN : offset + end).trim();
}
