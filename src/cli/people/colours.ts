import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Marks words on a terminal that shows colours; elsewhere, and with `NO_COLOR`, they stay as they are. */
export type Painter = (style: Style, words: string) => string;

/** The painter for standard output or standard error. */
export function painterFor(stream: NodeJS.WriteStream): Painter {
  const coloured = stream.isTTY && stream.hasColors();
  return (style, words) => (coloured ? styleText(style, words) : words);
}

/** Leaves words as they are: for files. */
export const unpainted: Painter = (_style, words) => words;
