import { readOutput, readTextOptions, type TextOptions } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import { refuseTwoInputs } from '../refuse-two-inputs.js';

export const AUDIT_FORMATS = ['text', 'json', 'sarif'] as const;
const PROFILES = ['pipl', 'gdpr'] as const;

/** What `audit` is asked. */
export interface AuditArguments extends TextOptions {
  readonly file: string;
  /** What the app declares about itself, as JSON. */
  readonly configuration?: string;
  readonly profile: (typeof PROFILES)[number];
  readonly format: (typeof AUDIT_FORMATS)[number];
  readonly output?: string;
}

/** Throws `Misuse`. */
export function readAuditArguments(given: Given): AuditArguments {
  const [file, configuration, ...rest] = given.files;
  if (file === undefined) throw new Misuse('`audit` needs a policy: a compiled one (.json), or a text.');
  if (rest.length > 0)
    throw new Misuse(`\`audit\` takes a policy and a configuration; ${rest.join(' ')} is too much.`);
  refuseTwoInputs(file, configuration);
  const profile = given.oneOf('profile', PROFILES) ?? 'pipl';
  const format = given.oneOf('format', AUDIT_FORMATS) ?? 'text';
  const declared = configuration !== undefined && { configuration };
  return { file, profile, format, ...declared, ...readOutput(given), ...readTextOptions(given) };
}
