import { parentOf } from './flat-tree.js';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/**
 * The contrast (WCAG 2, 1 to 21) of an element's words with what is painted behind them. A colour that cannot be read
 * counts as no contrast at all.
 */
export function contrastOf(element: Element): number {
  const style = getComputedStyle(element);
  const ground = groundOf(element);
  const words = colourOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  if (!ground || !words) return 1;
  const [light, dark] = [luminance(ground), luminance(over(words, ground))].sort((a, b) => b - a) as [
    number,
    number,
  ];
  return (light + 0.05) / (dark + 0.05);
}

/** The colours behind an element, blended, down to the first opaque one. The canvas of the page counts as white. */
function groundOf(element: Element): Colour | undefined {
  const layers: Colour[] = [];
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const colour = colourOf(getComputedStyle(at).backgroundColor);
    if (!colour) return undefined;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  return layers.reduceRight<Colour>((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

function over(top: Colour, below: Colour): Colour {
  const mix = (i: 0 | 1 | 2): number => top[i] * top[3] + below[i] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance([red, green, blue]: Colour): number {
  const linear = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

/** Computed colours are `rgb()` or `rgba()`; newer spaces are drawn and read back. */
function colourOf(value: string): Colour | undefined {
  const [red, green, blue, alpha = 1] = value.startsWith('rgb')
    ? (value.match(/[\d.]+/g) ?? []).map(Number)
    : drawn(value);
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : [red, green, blue, alpha];
}

function drawn(value: string): number[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context || !CSS.supports('color', value)) return [];
  context.fillStyle = value;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data as unknown as [
    number,
    number,
    number,
    number,
  ];
  return [red, green, blue, alpha / 255];
}
