import { readOutput } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import { refuseTwoInputs } from '../refuse-two-inputs.js';

export const VERIFY_FORMATS = ['text', 'json'] as const;
const LANGUAGES = ['zh-Hans', 'en'] as const;

/** What `verify` is asked. */
export interface VerifyArguments {
  /** `-` is standard input. */
  readonly file: string;
  /** Heads that were kept elsewhere, as JSON. */
  readonly head?: string;
  /** Receipts a server signed, and the keys it signs with. */
  readonly signed?: { readonly receipts: string; readonly keys: string };
  /** Default: the policy's. */
  readonly language?: (typeof LANGUAGES)[number];
  readonly format: (typeof VERIFY_FORMATS)[number];
  readonly output?: string;
}

/** Throws `Misuse`. */
export function readVerifyArguments(given: Given): VerifyArguments {
  const [file, ...rest] = given.files;
  if (file === undefined) throw new Misuse('`verify` needs a ledger: a file that an engine exported.');
  if (rest.length > 0) throw new Misuse(`\`verify\` takes one file; ${rest.join(' ')} is too much.`);
  const [head, receipts, keys] = [given.text('head'), given.text('receipts'), given.text('keys')];
  if ((receipts === undefined) !== (keys === undefined))
    throw new Misuse('--receipts needs --keys, the keys the server signs with, and the other way round.');
  for (const other of [head, receipts, keys]) refuseTwoInputs(file, other);
  const language = given.oneOf('language', LANGUAGES);
  return {
    file,
    ...(head !== undefined && { head }),
    ...(receipts !== undefined && keys !== undefined && { signed: { receipts, keys } }),
    ...(language && { language }),
    format: given.oneOf('format', VERIFY_FORMATS) ?? 'text',
    ...readOutput(given),
  };
}
