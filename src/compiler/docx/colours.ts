import type { XmlElement } from './xml.js';

/** The colour behind words, as `RRGGBB`; undefined where it is not known. */
export type Ground = string | undefined;

export const PAPER = 'FFFFFF';

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '000000',
  blue: '0000FF',
  cyan: '00FFFF',
  darkBlue: '000080',
  darkCyan: '008080',
  darkGray: '808080',
  darkGreen: '008000',
  darkMagenta: '800080',
  darkRed: '800000',
  darkYellow: '808000',
  green: '00FF00',
  lightGray: 'C0C0C0',
  magenta: 'FF00FF',
  red: 'FF0000',
  white: 'FFFFFF',
  yellow: 'FFFF00',
};

const HEX = /^[0-9a-f]{6}$/i;

/** What a shading (ECMA-376 17.3.5) lies behind words; `behind` where it is clear, undefined for patterns. */
export function shaded(shading: XmlElement | undefined, behind: Ground): Ground {
  if (!shading) return behind;
  const pattern = shading.attributes['w:val'] ?? 'clear';
  if (pattern === 'nil') return behind;
  const told = shading.attributes[pattern === 'solid' ? 'w:color' : 'w:fill'] ?? 'auto';
  if (pattern !== 'clear' && pattern !== 'solid') return undefined;
  if (HEX.test(told)) return told;
  return told === 'auto' && pattern === 'clear' ? behind : undefined;
}

export function highlighted(highlight: XmlElement | undefined, behind: Ground): Ground {
  const name = highlight?.attributes['w:val'];
  return name === undefined || name === 'none' ? behind : HIGHLIGHTS[name];
}

/** Differences of a shade in 256 that nobody sees. */
const UNSEEN = 12;

const channels = (colour: string): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Words in the colour of their ground; the automatic colour is always another. */
export function isInvisible(colour: string | undefined, ground: Ground): boolean {
  if (colour === undefined || ground === undefined || !HEX.test(colour)) return false;
  const behind = channels(ground);
  return channels(colour).every((channel, index) => Math.abs(channel - (behind[index] ?? 0)) <= UNSEEN);
}
