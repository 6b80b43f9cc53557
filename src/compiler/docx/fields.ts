interface Field {
  instruction: string;
  /** The words that a reader sees have begun. */
  result: boolean;
}

const CONTENTS = /^\s*TOC\b/i;
const LINK = /^\s*HYPERLINK\b/i;
/** Fields nested deeper are passed over. */
const MOST = 50;

/** The fields that are open at a place (ECMA-376 17.16): a reader sees their results, never their instructions. */
export class Fields {
  readonly #open: Field[] = [];
  #tooMany = 0;

  begin(instruction = ''): void {
    if (this.#open.length >= MOST) this.#tooMany += 1;
    else this.#open.push({ instruction, result: instruction !== '' });
  }

  instruct(words: string): void {
    const field = this.#open[this.#open.length - 1];
    if (field && !field.result) field.instruction += words;
  }

  separate(): void {
    const field = this.#open[this.#open.length - 1];
    if (field) field.result = true;
  }

  end(): void {
    if (this.#tooMany > 0) this.#tooMany -= 1;
    else this.#open.pop();
  }

  /** Words that stand here are shown. */
  get shown(): boolean {
    return this.#open.every(({ result }) => result);
  }

  /** Words that stand here are lines of a table of contents. */
  get contents(): boolean {
    return this.#open.some(({ instruction }) => CONTENTS.test(instruction));
  }

  get link(): boolean {
    return this.#open.some(({ instruction }) => LINK.test(instruction));
  }
}
