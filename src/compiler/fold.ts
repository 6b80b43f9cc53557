import type { Folded } from './document.js';
import { RADICALS } from './radicals.js';

const IDEOGRAPH = /[\u2e80-\u2fdf\u3001-\u301f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff，：；！？（）]/;
const SPACE = /[ \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const NOTHING = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

/** What stands for one character when matching: nothing for invisible ones, a plain space for every kind of space. */
function foldedCharacter(character: string): string {
  if (NOTHING.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  return RADICALS.get(character) ?? character.normalize('NFKC');
}

/** What each UTF-16 unit met so far stands for: there are few of them, met often. */
const KNOWN: (string | undefined)[] = [];

function foldedUnit(text: string, index: number): string {
  const code = text.charCodeAt(index);
  return (KNOWN[code] ??= foldedCharacter(text.charAt(index)));
}

/** How far a space looks for what follows it: keeps the folding linear. */
const FARTHEST = 64;

const following = (text: string, index: number): string => {
  let at = index + 1;
  while (at < index + FARTHEST && (SPACE.test(text.charAt(at)) || NOTHING.test(text.charAt(at)))) at += 1;
  return text.charAt(at);
};

const isPlain = (code: number): boolean => (code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff);

/** A space next to an ideograph, at a bracket's inner side or after another space says nothing; `last` is -1 where nothing stands before. */
function isStray(text: string, index: number, last: number): boolean {
  if (last < 0) return true;
  const before = String.fromCharCode(last);
  if (before === ' ' || before === '\n' || before === '(' || IDEOGRAPH.test(before)) return true;
  const next = following(text, index);
  return IDEOGRAPH.test(next) || next === ')';
}

const isLatin = (code: number): boolean => code > 32 && code < 127;

/** A space between two Latin words, the usual one. */
const isBetweenWords = (last: number, next: number): boolean =>
  isLatin(last) && isLatin(next) && last !== 0x28 && next !== 0x29;

/** A folded text as it grows. */
class Folding {
  readonly #text: string;
  readonly #parts: string[] = [];
  #offsets: Uint32Array;
  #length = 0;
  /** Where the characters begin that stand for themselves and were not yet written. */
  #from = 0;
  /** The last unit written, -1 before the first. */
  last = -1;

  constructor(text: string) {
    this.#text = text;
    this.#offsets = new Uint32Array(text.length + 1);
  }

  keep(index: number, code: number): void {
    this.#place(index, 1);
    this.last = code;
  }

  write(index: number, words: string): void {
    this.#flush(index);
    this.#from = index + 1;
    if (!words) return;
    this.#parts.push(words);
    this.#place(index, words.length);
    this.last = words.charCodeAt(words.length - 1);
  }

  finish(): Folded {
    const end = this.#text.length;
    this.#flush(end);
    this.#place(end, 1);
    return { text: this.#parts.join(''), offsets: this.#offsets.subarray(0, this.#length) };
  }

  #flush(end: number): void {
    if (end > this.#from) this.#parts.push(this.#text.slice(this.#from, end));
  }

  #place(index: number, count: number): void {
    if (this.#length + count > this.#offsets.length) this.#grow(count);
    for (let at = 0; at < count; at += 1) this.#offsets[this.#length++] = index;
  }

  #grow(count: number): void {
    const larger = new Uint32Array(this.#offsets.length * 2 + count);
    larger.set(this.#offsets);
    this.#offsets = larger;
  }
}

/**
 * The matching view of a text: NFKC, CJK radicals, full-width forms; spaces beside ideographs and invisible characters left
 * out, other spaces made one. Line ends and tabs stay. Never shown, never kept.
 */
export function foldText(text: string): Folded {
  const folding = new Folding(text);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isPlain(code) || (code === 32 && isBetweenWords(folding.last, text.charCodeAt(index + 1)))) {
      folding.keep(index, code);
      continue;
    }
    let words = foldedUnit(text, index);
    if (code === 13 && text.charCodeAt(index + 1) === 10) words = '';
    if (words === ' ' && isStray(text, index, folding.last)) words = '';
    folding.write(index, words);
  }
  return folding.finish();
}
