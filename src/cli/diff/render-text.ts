import { spaced } from '../people/one-line.js';
import type { DiffReport, ReportLine } from './report.js';
import type { Segment } from './segments.js';

const MARKS: Readonly<Record<Segment['kind'], readonly [string, string]>> = {
  same: ['', ''],
  gone: ['[-', '-]'],
  come: ['{+', '+}'],
};

/** The report for a terminal: `[-words that went-]`, `{+words that came+}`. */
export function renderText({ title, hints, verdict, reasons, parts }: DiffReport): string {
  const lines = [title, '', ...hints, verdict, ...reasons.flatMap(linesOf)];
  for (const part of parts) lines.push('', part.title, ...part.lines.flatMap(linesOf));
  return `${lines.join('\n')}\n`;
}

const linesOf = ({ sign, label, places, segments }: ReportLine): string[] => [
  `  ${sign} ${label}  ${places.join(' → ')}`,
  `      ${segments.map(marked).join('')}`,
];

function marked({ kind, text }: Segment): string {
  const [open, close] = MARKS[kind];
  return `${open}${spaced(text)}${close}`;
}
