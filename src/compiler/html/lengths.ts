const LENGTH =
  /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(px|pt|pc|in|cm|mm|q|em|rem|ex|ch|vw|vh|vmin|vmax|%)?$/i;

/** A screen of 1280 by 800 CSS pixels: what relative lengths are measured with. */
export const SCREEN_WIDTH = 1280;
const SCREEN_HEIGHT = 800;

const PIXELS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  rem: 16,
  vw: SCREEN_WIDTH / 100,
  vmax: SCREEN_WIDTH / 100,
  vh: SCREEN_HEIGHT / 100,
  vmin: SCREEN_HEIGHT / 100,
};

/** CSS pixels of a length; `em` and `percent` are what 1em and 1% stand for. Undefined for what is no single length. */
export function pixelsOf(value: string | undefined, em = 16, percent?: number): number | undefined {
  const match = value === undefined || value.length > 40 ? null : LENGTH.exec(value.trim());
  if (!match) return undefined;
  const number = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (!unit) return number === 0 ? 0 : undefined;
  if (unit === '%') return percent === undefined ? undefined : number * percent;
  if (unit === 'em') return number * em;
  if (unit === 'ex' || unit === 'ch') return (number * em) / 2;
  return number * (PIXELS[unit] ?? 1);
}
