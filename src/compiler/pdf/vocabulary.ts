const WORD = /[A-Za-z]+/g;
const LAST = /[A-Za-z]+$/;
const FIRST = /^[A-Za-z]+/;
const LONGEST = 60;

/** The Latin words that stand whole inside a document's lines: they tell what a line's end cut in two. */
export class Vocabulary {
  readonly #words = new Set<string>();

  /** Takes the printed lines of a document; what stands at a line's edge may be half a word. */
  constructor(text: string) {
    for (const line of text.split('\n'))
      for (const { 0: word, index } of line.matchAll(WORD))
        if (index > 0 && index + word.length < line.length) this.#words.add(word.toLowerCase());
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase());
  }

  /** A narrow column cut a word between two lines: together they are one, apart they are not two. */
  isCutWord(before: string, after: string): boolean {
    const [last, first] = [LAST.exec(before.slice(-LONGEST))?.[0], FIRST.exec(after)?.[0]];
    if (last === undefined || first === undefined) return false;
    return this.has(last + first) && !(this.has(last) && this.has(first));
  }

  /** A hyphen at a line's end divides a word that stands elsewhere without it. */
  isDivided(before: string, after: string): boolean {
    const last = /([A-Za-z]{2,})-$/.exec(before.slice(-LONGEST))?.[1];
    const first = /^[a-z]{2,}/.exec(after)?.[0];
    return last !== undefined && first !== undefined && this.has(last + first);
  }
}
