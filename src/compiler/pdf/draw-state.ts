import { EVERYWHERE, type Box } from './box.js';
import type { FontFace } from './font-face.js';
import { IDENTITY, type Matrix } from './matrix.js';

/** What PDF's operators set before they show text; `q` and `Q` keep and restore it. */
export interface DrawState {
  ctm: Matrix;
  clip: Box;
  font: FontFace | undefined;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  hScale: number;
  leading: number;
  rise: number;
  mode: number;
  fill: string;
  stroke: string;
  alpha: number;
  lineWidth: number;
}

export const firstState = (ctm: Matrix): DrawState => ({
  ctm,
  clip: EVERYWHERE,
  font: undefined,
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  hScale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: '#000000',
  stroke: '#000000',
  alpha: 1,
  lineWidth: 1,
});

/** Where the next glyph stands, and where the line it stands on began. */
export interface TextPlace {
  matrix: Matrix;
  line: Matrix;
}

export const firstPlace = (): TextPlace => ({ matrix: IDENTITY, line: IDENTITY });
