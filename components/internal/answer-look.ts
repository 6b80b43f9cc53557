import { contrastOf } from './contrast.js';
import { deepestAt, parentOf } from './flat-tree.js';

/** What is wrong with how the answers are shown; undefined where nothing is. */
export type LookFault = 'gate/unequal-answers' | 'gate/hidden-answers' | 'gate/hidden-notice';

/** Below these an answer counts as hidden: px of a side, px of type, contrast, opacity. */
const LEAST = { side: 43, font: 14, contrast: 4.45, opacity: 0.98 };

type Plain = readonly (readonly [property: string, plain: string])[];

/** What an ancestor may not do to an answer; any value but the plain one (or `auto`, `normal`, `0px`) hides or bends it. */
const PLAIN_PLACE: Plain = [
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['clip', 'auto'],
  ['mask-image', 'none'],
  ['-webkit-mask-image', 'none'],
  ['mix-blend-mode', 'normal'],
  ['rotate', 'none'],
  ['scale', 'none'],
  ['perspective', 'none'],
];

/** What a style may not do to the answer's own words. */
const PLAIN_WORDS: Plain = [
  ['visibility', 'visible'],
  ['writing-mode', 'horizontal-tb'],
  ['background-image', 'none'],
  ['-webkit-text-security', 'none'],
  ['-webkit-text-stroke-width', '0px'],
  ['unicode-bidi', '(normal|isolate|plaintext|embed)'],
  ['text-decoration-line', '(none|underline|overline| )+'],
  ['content', '(normal|none)'],
  ['outline-offset', '[0-9.]+px'],
  ['offset-path', 'none'],
];

/**
 * Compares the two answers as they are rendered now: size, type, contrast, opacity up the tree, what bends or clips them, and
 * whether each can be hit where it stands. Any doubt is a fault.
 */
export function lookFault(answers: readonly HTMLElement[]): LookFault | undefined {
  const looks = answers.map(lookOf);
  if (looks.length !== 2 || looks.some((look) => look === undefined)) return 'gate/hidden-answers';
  const [one, other] = looks as [Look, Look];
  const near = (key: keyof Look, least: number): boolean => Math.abs(one[key] - other[key]) <= least;
  const equal = near('width', 1) && near('height', 1) && near('font', 0.1) && near('weight', 0);
  const ratio = one.contrast / other.contrast;
  return !equal || ratio > 1.5 || ratio < 1 / 1.5 ? 'gate/unequal-answers' : undefined;
}

interface Look {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly weight: number;
  readonly contrast: number;
}

function lookOf(answer: HTMLElement): Look | undefined {
  const style = getComputedStyle(answer);
  const { width, height } = answer.getBoundingClientRect();
  const font = parseFloat(style.fontSize) * (height / answer.offsetHeight);
  const contrast = contrastOf(answer);
  const small = Math.min(width, height) < LEAST.side || font < LEAST.font || contrast < LEAST.contrast;
  if (small || !isPlain(style, PLAIN_WORDS) || !placedPlainly(answer)) return undefined;
  if (painted(answer) || !wordsStand(answer, answer, false) || !canBeHit(answer)) return undefined;
  return { width, height, font, weight: Number(style.fontWeight), contrast };
}

/** True where the box of a notice can be read in, and all that must be read in it stands there. Any doubt makes it false. */
export function isNoticeShown([box, ...facts]: Iterable<Element>): boolean {
  if (!box || painted(box.closest('dialog') ?? box)) return false;
  const { width, height } = box.getBoundingClientRect();
  const isReadable = width > 100 && height > 60 && isLegible(box);
  return isReadable && facts.every((fact) => isLegible(fact) && wordsStand(fact, box, true));
}

function isLegible(element: Element): boolean {
  const style = getComputedStyle(element);
  const font = parseFloat(style.fontSize);
  return (
    font >= LEAST.font &&
    !(parseFloat(style.lineHeight) < font) &&
    contrastOf(element) >= LEAST.contrast &&
    isPlain(style, PLAIN_WORDS) &&
    placedPlainly(element)
  );
}

/** True where the words of an element are as wide as words are, and stand in a box; one that `scrolls` has two sides only. */
function wordsStand(element: Element, box: Element, scrolls: boolean): boolean {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const places = [...range.getClientRects()].filter(({ width }) => width > 0);
  const letters = element.textContent?.replace(/[\s\p{M}]/gu, '').length ?? 0;
  const wide = places.reduce((sum, { width }) => sum + width, 0);
  return (
    wide >= letters * parseFloat(getComputedStyle(element).fontSize) * 0.2 &&
    places.every(
      (at) =>
        at.left >= left - 1 &&
        at.right <= right + 1 &&
        (scrolls || (at.top >= top - 1 && at.bottom <= bottom + 1)),
    )
  );
}

function isPlain(style: CSSStyleDeclaration, rules: Plain): boolean {
  return rules.every(([property, plain]) => {
    const value = style.getPropertyValue(property);
    return value === '' || new RegExp(`^${plain}$`).test(value);
  });
}

/** Walks up through slots and shadow roots: opacity multiplies, everything else must be plain. */
function placedPlainly(element: Element): boolean {
  let opacity = 1;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    opacity *= Number(style.opacity);
    if (!isPlain(style, PLAIN_PLACE) || !onlyMoved(style.transform)) return false;
  }
  return opacity >= LEAST.opacity;
}

function onlyMoved(transform: string): boolean {
  return transform === 'none' || transform === '' || transform.startsWith('matrix(1, 0, 0, 1,');
}

/** Paint over or under the words that a contrast cannot tell: an inset shadow, generated text. */
function painted(element: Element): boolean {
  const boxes = ['::before', '::after'].map((box) => getComputedStyle(element, box).content);
  return (
    boxes.some((content) => content !== 'none' && content !== 'normal') ||
    getComputedStyle(element).boxShadow.includes('inset')
  );
}

/** True where the middle and the corners of the answer are on screen and nothing that takes presses lies above them. */
export function canBeHit(answer: Element): boolean {
  const { left, top, width, height } = answer.getBoundingClientRect();
  const places = [0.5, 0.08, 0.92].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [x, y] as const));
  return places.every(([x, y]) => deepestAt(left + x * width, top + y * height) === answer);
}
