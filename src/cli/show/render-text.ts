import type { Row, Sheet, SheetSection } from './sheet.js';

/** A sheet for a terminal: what each line is, in a column, and what it says. */
export function renderText({ title, sections }: Sheet): string {
  return `${[title, ...sections.flatMap(sectionLines)].join('\n')}\n`;
}

function sectionLines({ title, rows }: SheetSection): readonly string[] {
  const width = Math.max(...rows.map(({ label }) => widthOf(label)));
  return ['', title, ...rows.map((row) => rowLine(row, width))];
}

const rowLine = ({ label, value }: Row, width: number): string =>
  `  ${label}${' '.repeat(width - widthOf(label))}  ${value}`;

/** Columns of a terminal: Chinese letters take two. */
const widthOf = (words: string): number =>
  [...words].reduce((width, letter) => width + (letter < '\u2e80' ? 1 : 2), 0);
