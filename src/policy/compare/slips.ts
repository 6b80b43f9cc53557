import type { WordChange } from './changes.js';
import type { Side } from './side.js';
import { isReference, isSign, tokensOf, type Token } from './tokens.js';

/** Words whose coming and going changes no meaning. */
const EMPTY = new Set(['的', '地', '得', '了', '之', '个', 'a', 'an', 'the']);

/** Ways to write the same. Left is replaced by right before two phrases are held against each other. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/你/g, '您'],
  [/帐/g, '账'],
  [/登陆/g, '登录'],
  [/其它/g, '其他'],
  [/象/g, '像'],
  [/以及|及其|及|与|和|并且/g, '和'],
  [/或者|或是/g, '或'],
  [/如果|若/g, '如'],
];

/** A character that may never pass for a slip of the pen: negations, numbers, limits. */
const WEIGHTY = /[不未无非否没勿莫禁仅只必须应可能零〇一二两三四五六七八九十百千万半内外前后上下多少]|\d/;

/** Letters that NFKC does not fold and that a PDF writes for ordinary ones. */
const RADICAL = /[\u2e80-\u2eff]/;

/** No slip is longer. */
const LONGEST = 200;

/** How often the texts may be searched for a word, so that a long list of changes stays linear. */
const SEARCHES = 200;

/** Tells slips of the pen and other ways to write the same from changes that say something. */
export class Slips {
  readonly #before: Side;
  readonly #after: Side;
  #searches = 0;

  constructor(before: Side, after: Side) {
    this.#before = before;
    this.#after = after;
  }

  /** True where the words exchanged say the same. Anything that could mean something else is no slip. */
  isSlip({ before, after }: WordChange): boolean {
    if (before.end - before.start > LONGEST || after.end - after.start > LONGEST) return false;
    const gone = tokensOf(this.#before.text, before);
    const come = tokensOf(this.#after.text, after);
    return (
      this.isSlipOf(gone, come) || this.#isDoubled(before, gone, come) || this.#isMended({ before, after })
    );
  }

  isSlipOf(gone: readonly Token[], come: readonly Token[]): boolean {
    const [left, right] = [weighty(gone), weighty(come)];
    if (plain(left) === plain(right)) return true;
    if (
      left.length > 0 &&
      left.length === right.length &&
      [...left, ...right].every(({ key }) => isReference(key))
    )
      return true;
    const [one, other] = [left[0]?.key ?? '', right[0]?.key ?? ''];
    return left.length === 1 && right.length === 1 && (isMisspelt(one, other) || isVariant(one, other));
  }

  /** A character written twice. */
  #isDoubled(
    { start, end }: { start: number; end: number },
    gone: readonly Token[],
    come: readonly Token[],
  ): boolean {
    const word = this.#before.text.slice(start, end);
    if (come.length > 0 || gone.length !== 1 || WEIGHTY.test(word)) return false;
    return (
      this.#before.text.slice(start - word.length, start) === word || this.#before.text.startsWith(word, end)
    );
  }

  /** One character of a word that the old text writes the new way elsewhere, and the new text nowhere the old way. */
  #isMended({ before, after }: WordChange): boolean {
    if (before.end - before.start !== 1 || after.end - after.start !== 1) return false;
    return [-2, -1, 0].some((from) => {
      const wrong = threeFrom(this.#before.text, before.start + from);
      const right = threeFrom(this.#after.text, after.start + from);
      return wrong !== '' && right !== '' && this.#isMendedWord(wrong, right, -from);
    });
  }

  #isMendedWord(wrong: string, right: string, at: number): boolean {
    if (WEIGHTY.test(wrong.charAt(at)) || WEIGHTY.test(right.charAt(at))) return false;
    this.#searches += 1;
    if (this.#searches > SEARCHES) return false;
    return this.#before.text.includes(right) && !this.#after.text.includes(wrong);
  }
}

/** Three Han characters of a text; empty where others stand there. */
function threeFrom(text: string, start: number): string {
  const three = text.slice(Math.max(0, start), start + 3);
  return /^[\u4e00-\u9fff]{3}$/.test(three) ? three : '';
}

const weighty = (tokens: readonly Token[]): Token[] =>
  tokens.filter(({ key }) => !EMPTY.has(key) && (!isSign(key) || key === '%'));

const plain = (tokens: readonly Token[]): string =>
  SAME.reduce(
    (words, [from, to]) => words.replace(from, to),
    tokens.map(({ key }) => key.replace(/[-'’]/g, '')).join(''),
  );

const isVariant = (left: string, right: string): boolean =>
  left.length === 1 && right.length === 1 && (RADICAL.test(left) || RADICAL.test(right));

/** Two English words of six letters or more that differ by one letter, or two exchanged, but not at the start. */
export function isMisspelt(left: string, right: string): boolean {
  if (!/^[a-z]{5,}$/.test(left) || !/^[a-z]{5,}$/.test(right) || left.length + right.length < 11)
    return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(left.length, right.length) - start &&
    left[left.length - 1 - end] === right[right.length - 1 - end]
  )
    end += 1;
  const [gone, come] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (start === 0) return false;
  return gone.length + come.length === 1 || (gone.length === 1 && come.length === 1) || isSwap(gone, come);
}

const isSwap = (gone: string, come: string): boolean =>
  gone.length === 2 && come === gone.charAt(1) + gone.charAt(0);
