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

/** How far a space looks for what follows it: keeps the folding linear. */
const FARTHEST = 64;

const following = (text: string, index: number): string => {
  let at = index + 1;
  while (at < index + FARTHEST && (SPACE.test(text.charAt(at)) || NOTHING.test(text.charAt(at)))) at += 1;
  return text.charAt(at);
};

const isPlain = (code: number): boolean => (code > 32 && code < 127) || (code >= 0x4e00 && code <= 0x9fff);

/** A space next to an ideograph, at a bracket's inner side or after another space says nothing. */
function isStray(text: string, index: number, last: string): boolean {
  if (last === ' ' || last === '' || last === '\n') return true;
  if (IDEOGRAPH.test(last) || last === '(') return true;
  const next = following(text, index);
  return IDEOGRAPH.test(next) || next === ')';
}

/**
 * The matching view of a text: NFKC, CJK radicals, full-width forms; spaces beside ideographs and invisible characters left
 * out, other spaces made one. Line ends and tabs stay. Never shown, never kept.
 */
export function foldText(text: string): Folded {
  const parts: string[] = [];
  const offsets: number[] = [];
  let last = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    let words = isPlain(text.charCodeAt(index)) ? character : foldedCharacter(character);
    if (character === '\r' && text.charAt(index + 1) === '\n') words = '';
    if (words === ' ' && isStray(text, index, last)) words = '';
    if (words) {
      offsets.push(...new Array<number>(words.length).fill(index));
      parts.push(words);
      last = words.charAt(words.length - 1);
    }
  }
  offsets.push(text.length);
  return { text: parts.join(''), offsets: Uint32Array.from(offsets) };
}
