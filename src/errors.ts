/**
 * The one error class of Mingshi. `code` is `area/short-reason`, `message` a sentence that says what was wrong and what
 * would be right, `value` the offending value.
 */
export class ConsentError extends Error {
  override readonly name = 'ConsentError';
  readonly code: string;
  readonly value: unknown;

  constructor(code: string, sentence: string, value?: unknown, cause?: unknown) {
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
    this.value = value;
  }
}
