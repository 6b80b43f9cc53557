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
 * whether each can be hit where it stands; then whether the notice above them can be read. Any doubt is a fault.
 */
export function lookFault(answers: readonly HTMLElement[], notice: Element | null): LookFault | undefined {
  const looks = answers.map(lookOf);
  if (looks.length !== 2 || looks.some((look) => look === undefined)) return 'gate/hidden-answers';
  const [one, other] = looks as [Look, Look];
  const near = (key: keyof Look, least: number): boolean => Math.abs(one[key] - other[key]) <= least;
  const equal = near('width', 1) && near('height', 1) && near('font', 0.1) && near('weight', 0);
  const ratio = one.contrast / other.contrast;
  if (!equal || ratio > 1.5 || ratio < 1 / 1.5) return 'gate/unequal-answers';
  return noticeShown(notice) ? undefined : 'gate/hidden-notice';
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
  if (painted(answer) || !wordsInside(answer, font) || !canBeHit(answer)) return undefined;
  return { width, height, font, weight: Number(style.fontWeight), contrast };
}

function noticeShown(notice: Element | null): boolean {
  if (!notice) return false;
  const { width, height } = notice.getBoundingClientRect();
  const font = parseFloat(getComputedStyle(notice).fontSize);
  const style = getComputedStyle(notice);
  return (
    width > 100 &&
    height > 60 &&
    font >= LEAST.font &&
    style.visibility === 'visible' &&
    contrastOf(notice) >= LEAST.contrast &&
    placedPlainly(notice)
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
function painted(answer: Element): boolean {
  const boxes = ['::before', '::after'].map((box) => getComputedStyle(answer, box).content);
  return (
    boxes.some((content) => content !== 'none' && content !== 'normal') ||
    getComputedStyle(answer).boxShadow.includes('inset')
  );
}

function wordsInside(answer: Element, font: number): boolean {
  const range = document.createRange();
  range.selectNodeContents(answer);
  const words = range.getBoundingClientRect();
  const box = answer.getBoundingClientRect();
  const letters = answer.textContent?.trim().length ?? 0;
  return (
    words.left >= box.left - 1 &&
    words.right <= box.right + 1 &&
    words.top >= box.top - 1 &&
    words.bottom <= box.bottom + 1 &&
    words.width >= letters * font * 0.3
  );
}

/** True where the middle and the corners of the answer are on screen and nothing that takes presses lies above them. */
export function canBeHit(answer: Element): boolean {
  const { left, top, width, height } = answer.getBoundingClientRect();
  const places = [0.5, 0.08, 0.92].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [x, y] as const));
  return places.every(([x, y]) => deepestAt(left + x * width, top + y * height) === answer);
}
