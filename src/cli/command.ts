import type { Given } from './given.js';

/** One option of a command, as the help shows it. */
export interface CommandOption {
  /** Without its dashes. A name means the same in every command that has it. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** How the help writes its value, such as `<file>`. Absent: a switch. */
  readonly value?: string;
  /** What it does, and its default. */
  readonly about: string;
}

/** A command: help, parsing and dispatch are made from this. */
export interface Command {
  readonly name: string;
  /** What follows the name, such as `<old> <new> [options]`. */
  readonly usage: string;
  /** What it does, for the help. */
  readonly about: string;
  readonly options: readonly CommandOption[];
  /** Exit codes of its own, beside 0 (done), 1 (`Failure`, `ConsentError`) and 2 (`Misuse`). */
  readonly exitCodes?: readonly (readonly [code: number, meaning: string])[];
  /**
   * Settles with the exit code when all is written. Rejects `Misuse` where the arguments make no sense, and `Failure` or
   * `ConsentError` where it cannot be done: a sentence for people, no stack.
   */
  readonly run: (given: Given) => Promise<number>;
}
