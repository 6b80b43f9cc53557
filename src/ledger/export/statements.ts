import { ConsentError } from '../../errors.js';

/** What stands where a shape requires what nobody stated. */
export const NOT_STATED = 'not stated';

/** A field that a shape requires, and nobody stated. */
export interface MissingField {
  /** The id of the event or record that lacks it. */
  readonly record: string;
  /** As the shape names it. */
  readonly field: string;
  /** The option that says it. */
  readonly option: string;
}

/** Collects what is required and stated nowhere, so that one error can name all of it. */
export class Statements {
  readonly #marks: boolean;
  readonly #missing: MissingField[] = [];

  constructor(unstated: 'refuse' | 'mark' | undefined) {
    this.#marks = unstated === 'mark';
  }

  /** The words, or `not stated`; the latter is noted. */
  need(words: string | undefined, missing: MissingField): string {
    if (words !== undefined && words !== '') return words;
    this.#missing.push(missing);
    return NOT_STATED;
  }

  /** The same, where other entries of the record state it: then `not stated` is the truth about this one. */
  needUnless(elsewhere: boolean, words: string | undefined, missing: MissingField): string {
    return elsewhere ? words || NOT_STATED : this.need(words, missing);
  }

  /** The same for a list, which must not be empty. */
  needSome(words: readonly string[], missing: MissingField): readonly string[] {
    return words.length > 0 ? words : [this.need(undefined, missing)];
  }

  /** Throws `export/missing-field`, unless such fields are to be marked. */
  check(): void {
    if (this.#marks || this.#missing.length === 0) return;
    const names = [...new Set(this.#missing.map(({ field, option }) => `${field} (${option})`))].join(', ');
    throw new ConsentError(
      'export/missing-field',
      `The shape requires what neither the events nor the texts state; say it in the options: ${names}.`,
      this.#missing,
    );
  }
}
