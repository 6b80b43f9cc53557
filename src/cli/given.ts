import { Misuse } from './misuse.js';

/** What stands on the command line after the command's name: files and options, as they were written. */
export class Given {
  readonly files: readonly string[];
  readonly #values: Readonly<Record<string, string | boolean | undefined>>;

  constructor(files: readonly string[], values: Readonly<Record<string, string | boolean | undefined>>) {
    this.files = files;
    this.#values = values;
  }

  /** Whether a switch is there. */
  on(name: string): boolean {
    return this.#values[name] === true;
  }

  /** The value of an option; nothing where it was not given. Throws `Misuse` where it is empty. */
  text(name: string): string | undefined {
    const value = this.#values[name];
    if (value === '') throw new Misuse(`--${name} is empty; leave it out, or say what it is.`);
    return typeof value === 'string' ? value : undefined;
  }

  /** The value of an option that is one of a list. Throws `Misuse` where it is another. */
  oneOf<Value extends string>(name: string, list: readonly Value[]): Value | undefined {
    const given = this.text(name);
    const found = list.find((value) => value === given);
    if (given === undefined || found !== undefined) return found;
    throw new Misuse(`--${name} is one of ${list.join(', ')}, not ${given}.`);
  }
}
