import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Declared } from './cascade.js';
import { attribute } from './elements.js';
import { pixelsOf } from './lengths.js';

type Get = (property: string) => string | undefined;

/** Whether an element's box is shown; `closed` is not shown yet, but the page may be asked to. */
export type Shown = 'shown' | 'gone' | 'closed';

const SHIFTED = /^(?:absolute|fixed|relative)$/i;
/** Farther than this to the left or above, nobody scrolls; farther to the right or below, hardly anybody. */
const BEFORE = -500;
const BEHIND = 5000;
const NOWHERE = -1000;

const none = (value: string | undefined): boolean => /^none$/i.test(value ?? '');
const tiny = (value: string | undefined): boolean => (pixelsOf(value, 16, 12.8) ?? 2) <= 1;

function isCut(get: Get): boolean {
  const overflow = `${get('overflow') ?? ''} ${get('overflow-x') ?? ''} ${get('overflow-y') ?? ''}`;
  if (!/hidden|clip/i.test(overflow)) return false;
  return ['height', 'max-height', 'width', 'max-width'].some((side) => tiny(get(side)));
}

/** `clip: rect(…)` and `clip-path` that leave a pixel at most. */
function isClipped(get: Get): boolean {
  const sides =
    /^rect\(([^()]{3,80})\)$/i
      .exec(get('clip') ?? '')?.[1]
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const [top = NaN, right = NaN, bottom = NaN, left = NaN] = sides.map((side) => pixelsOf(side) ?? NaN);
  if (/^(?:absolute|fixed)$/i.test(get('position') ?? '') && (right - left <= 1 || bottom - top <= 1))
    return true;
  const path = get('clip-path') ?? '';
  const inset = /^inset\(\s*(\d+(?:\.\d+)?)%/i.exec(path)?.[1];
  return (inset !== undefined && Number(inset) >= 50) || /^circle\(\s*0(?:px|%)?[\s)]/i.test(path);
}

function isElsewhere(get: Get): boolean {
  if (SHIFTED.test(get('position') ?? '')) {
    const places = ['left', 'right', 'top', 'bottom'].map((side) => pixelsOf(get(side), 16, 12.8) ?? 0);
    if (places.some((place) => place <= BEFORE || place >= BEHIND)) return true;
  }
  return ['margin-left', 'margin-top'].some((side) => (pixelsOf(get(side), 16, 12.8) ?? 0) <= NOWHERE);
}

function isTransformedAway(get: Get): boolean {
  const transform = get('transform') ?? '';
  if (/\bscale(?:[xy]|3d)?\(\s*0(?:\.0+)?\s*[,)]/i.test(transform)) return true;
  const moved = /\btranslate(?:[xy]|3d)?\(([^()]{1,60})\)/i.exec(transform)?.[1]?.split(',') ?? [];
  return moved.some((way) => (pixelsOf(way.trim(), 16, 1) ?? 0) <= NOWHERE);
}

const isClear = (get: Get): boolean => {
  const opacity = get('opacity');
  const value = opacity?.endsWith('%') ? Number(opacity.slice(0, -1)) / 100 : Number(opacity);
  return value <= 0.02 || /opacity\(\s*0(?:\.0+)?%?\s*\)/i.test(get('filter') ?? '');
};

/** Whether a box, and all that is in it, is shown. */
export function boxOf(
  element: Tree.Element,
  declared: Declared,
  get: Get,
  opened: ReadonlySet<string>,
): Shown {
  const hidden = attribute(element, 'hidden');
  const display = declared.get('display');
  const isNone = display === undefined ? hidden !== undefined : none(get('display'));
  const isHeld = declared.size > 0 && (isCut(get) || /^hidden$/i.test(get('content-visibility') ?? ''));
  if (isNone || isHeld)
    return canBeOpened(element, hidden, opened) || isFolded(isNone, get) ? 'closed' : 'gone';
  if (declared.size === 0) return 'shown';
  const gone = isClear(get) || isClipped(get) || isElsewhere(get) || isTransformedAway(get);
  return gone || /^all$/i.test(get('mso-hide') ?? '') ? 'gone' : 'shown';
}

/** Height that grows slowly: a panel that opens. */
const isFolded = (isNone: boolean, get: Get): boolean =>
  !isNone && /height|all/i.test(get('transition') ?? '') && (tiny(get('max-height')) || tiny(get('height')));

/** A control of the page names it, or its role says that it is one of several that are shown in turn. */
function canBeOpened(
  element: Tree.Element,
  hidden: string | undefined,
  opened: ReadonlySet<string>,
): boolean {
  if (/^until-found$/i.test(hidden ?? '')) return true;
  const role = attribute(element, 'role')?.toLowerCase();
  if (role === 'tabpanel') return true;
  const isWindow =
    role === 'dialog' || role === 'alertdialog' || /\bmodal\b/i.test(attribute(element, 'class') ?? '');
  return !isWindow && opened.has(attribute(element, 'id') ?? '');
}
