import { plainMarkdown } from '../people/markdown.js';
import type { DiffReport, ReportLine } from './report.js';
import type { Segment } from './segments.js';

/** The report as Markdown: ~~words that went~~, **words that came**. */
export function renderMarkdown({ title, hints, verdict, reasons, parts }: DiffReport): string {
  const told = [...hints, verdict].flatMap((words) => ['', plainMarkdown(words)]);
  const lines = [`# ${plainMarkdown(title)}`, ...told, '', ...reasons.map(itemOf)];
  for (const part of parts)
    lines.push(...(lines.at(-1) === '' ? [] : ['']), `## ${part.title}`, '', ...part.lines.map(itemOf));
  return `${lines.join('\n').trimEnd()}\n`;
}

const itemOf = ({ label, places, segments }: ReportLine): string =>
  `- **${plainMarkdown(label)}** (${places.map((place) => `\`${place}\``).join(' → ')}): ${segments.map(marked).join(' ')}`;

/** Marks hold no spaces at their ends: Markdown would not read them. */
function marked({ kind, text }: Segment): string {
  const words = plainMarkdown(text.trim());
  return kind === 'same' || words === '' ? words : kind === 'gone' ? `~~${words}~~` : `**${words}**`;
}
