import type { Span } from '../policy/model.js';
import { asRomans, readMarker, type Marker, type NumberStyle } from './numbering.js';

/** Numbers of one style that rise by one, inside a long line. */
export interface Chain {
  readonly style: NumberStyle;
  readonly markers: readonly Marker[];
}

const PLACES =
  /第[0-9０-９一二三四五六七八九十百]{1,4}[章条]|[(（][ \u00a0]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[ \u00a0]?[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、)）]|[.．](?!\d))|\d{1,2}[.．]\d{1,2}(?=[ \u00a0\u3000]*[\u4e00-\u9fff])|[\u2460-\u2473]|(?<=[。；\s])[壹贰叁肆伍陆柒捌玖拾]{1,2}、|(?<=\s)[IVX]{1,5}\.(?=\s)/g;

const REFERENCE = /[第本见述按照据即和与及至、]$/;

/** Every place of a long line that a number might begin at. */
export function findMarkers(text: string, { start, end }: Span): Marker[] {
  const found: Marker[] = [];
  PLACES.lastIndex = start;
  for (let match = PLACES.exec(text); match && match.index < end; match = PLACES.exec(text)) {
    const before = text.slice(Math.max(start, match.index - 1), match.index);
    if (/[0-9.]/.test(before) || (/^[一二三四五六七八九十第]/.test(match[0]) && REFERENCE.test(before)))
      continue;
    if (match[0].startsWith('第') && !/^$|[。；\s]/.test(before)) continue;
    const marker = readMarker(text, { start: match.index, end });
    if (marker?.span.start === match.index) found.push(marker);
  }
  return asRomans(found);
}

const CLOSEST = 4;
/** Markers between two numbers of one chain; keeps the search linear. */
const FARTHEST = 2000;

/** The chain that begins at a marker: the following numbers of its style, up to where they begin anew. */
function chainFrom(markers: readonly Marker[], from: number): Marker[] {
  const first = markers[from];
  const chain: Marker[] = first ? [first] : [];
  let farthest = from + FARTHEST;
  for (let index = from + 1; index < Math.min(markers.length, farthest); index += 1) {
    const marker = markers[index];
    const last = chain[chain.length - 1];
    if (!last || marker?.style !== last.style) continue;
    if (marker.ordinal === 1 && chain.length > 1 && beginsAnew(markers, index)) break;
    if (marker.ordinal !== last.ordinal + 1 || marker.span.start - last.body < CLOSEST) continue;
    chain.push(marker);
    farthest = index + FARTHEST;
  }
  return chain;
}

function beginsAnew(markers: readonly Marker[], from: number): boolean {
  const style = markers[from]?.style;
  for (let index = from + 1; index < Math.min(markers.length, from + FARTHEST); index += 1) {
    if (markers[index]?.style === style) return markers[index]?.ordinal === 2;
  }
  return false;
}

/** For each marker the next one of its style that is a second: without one near, nothing begins with it. */
function nextSeconds(markers: readonly Marker[]): number[] {
  const next = new Map<NumberStyle, number>();
  const found: number[] = new Array<number>(markers.length).fill(Infinity);
  for (let index = markers.length - 1; index >= 0; index -= 1) {
    const marker = markers[index];
    if (!marker) continue;
    found[index] = next.get(marker.style) ?? Infinity;
    if (marker.ordinal === 2) next.set(marker.style, index);
  }
  return found;
}

/** The chains of the outermost numbering among some markers, one after the other. */
export function outerChains(markers: readonly Marker[]): Chain[] {
  const chains: Chain[] = [];
  let style: NumberStyle | undefined;
  let after = -1;
  const seconds = nextSeconds(markers);
  markers.forEach((marker, index) => {
    if (marker.span.start <= after || marker.ordinal !== 1 || (style && marker.style !== style)) return;
    if ((seconds[index] ?? Infinity) >= index + FARTHEST) return;
    const chain = chainFrom(markers, index);
    if (chain.length < 2) return;
    style = marker.style;
    after = chain[chain.length - 1]?.span.start ?? after;
    chains.push({ style, markers: chain });
  });
  return chains;
}

/** The markers that stand between two offsets. */
export function markersWithin(markers: readonly Marker[], start: number, end: number): readonly Marker[] {
  return markers.slice(firstFrom(markers, start), firstFrom(markers, end));
}

function firstFrom(markers: readonly Marker[], offset: number): number {
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((markers[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
