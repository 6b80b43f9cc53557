import { COLOUR_NAMES } from './colour-names.js';

/** Red, green and blue from 0 to 255, and how opaque it is from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

export const WHITE: Colour = [255, 255, 255, 1];
export const BLACK: Colour = [0, 0, 0, 1];

const HEX = /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const FUNCTION = /^(rgba?|hsla?)\(\s*([^()]{1,80})\)$/i;

function fromHex(digits: string): Colour {
  const each = digits.length < 6 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0, alpha = 255] = each.map((pair) => parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

const portion = (value: string, whole: number): number =>
  value.endsWith('%') ? (Number(value.slice(0, -1)) / 100) * whole : Number(value);

const limited = (value: number, highest: number): number => Math.min(highest, Math.max(0, value));

function fromHsl(hue: string, saturation: string, lightness: string, alpha: number): Colour {
  const turn = ((((hue.endsWith('turn') ? 360 : 1) * parseFloat(hue)) % 360) + 360) % 360;
  const s = limited(portion(saturation, 1), 1);
  const l = limited(portion(lightness, 1), 1);
  const part = (n: number): number => {
    const k = (n + turn / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [part(0), part(8), part(4), alpha];
}

/** A colour as CSS writes it: a name, `#…`, `rgb()` or `hsl()`. Undefined for every other way, which nobody can compare here. */
export function parseColour(value: string): Colour | undefined {
  const word = value.trim().toLowerCase();
  if (word === 'transparent') return [0, 0, 0, 0];
  const hex = HEX.exec(word)?.[1];
  if (hex) return fromHex(hex);
  const known = COLOUR_NAMES.get(word);
  if (known !== undefined) return fromHex(known);
  const [, name, inner] = FUNCTION.exec(word) ?? [];
  if (!name || !inner) return undefined;
  const [first = '', second = '', third = '', fourth = '1'] = inner.split(/[\s,/]+/).filter(Boolean);
  const alpha = limited(portion(fourth, 1), 1);
  const colour: Colour = name.startsWith('hsl')
    ? fromHsl(
        first,
        second.includes('%') ? second : `${second}%`,
        third.includes('%') ? third : `${third}%`,
        alpha,
      )
    : [portion(first, 255), portion(second, 255), portion(third, 255), alpha];
  return colour.every((part) => Number.isFinite(part)) ? colour : undefined;
}

/** Nearer than this on every channel, and no eye tells letters from their ground. */
const NEAR = 16;

/** Whether words of one colour on another cannot be seen. */
export function isLost(words: Colour, ground: Colour | undefined): boolean {
  const alpha = words[3];
  if (alpha < 0.05) return true;
  if (!ground) return false;
  return [0, 1, 2].every((at) => Math.abs(((words[at] ?? 0) - (ground[at] ?? 0)) * alpha) <= NEAR);
}
