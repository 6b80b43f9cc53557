import { readOutput } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import { refuseTwoInputs } from '../refuse-two-inputs.js';

export const SHOW_FORMATS = ['text', 'json', 'html'] as const;
const LANGUAGES = ['zh-Hans', 'en'] as const;

/** What `show` is asked. */
export interface ShowArguments {
  /** `-` is standard input. */
  readonly file: string;
  /** The id of the event, or the beginning of it. */
  readonly event?: string;
  /** The archive's folder. */
  readonly archive?: string;
  /** A notice as it was presented, as JSON. */
  readonly notice?: string;
  /** Default: the policy's. */
  readonly language?: (typeof LANGUAGES)[number];
  readonly format: (typeof SHOW_FORMATS)[number];
  readonly output?: string;
}

/** Throws `Misuse`. */
export function readShowArguments(given: Given): ShowArguments {
  const [named, ...rest] = given.files;
  if (named === undefined) throw new Misuse('`show` needs an event: a file, or <file>#<id>.');
  if (rest.length > 0) throw new Misuse(`\`show\` takes one file; ${rest.join(' ')} is too much.`);
  const [, file = named, fragment] = /^(.+)#([0-9a-f]{1,32})$/s.exec(named) ?? [];
  const event = given.text('event') ?? fragment;
  if (event !== undefined && !/^[0-9a-f]{1,32}$/.test(event))
    throw new Misuse('--event is the id of an event, or its beginning: lower-case hex digits.');
  const [archive, notice] = [given.text('archive'), given.text('notice')];
  refuseTwoInputs(file, notice);
  const language = given.oneOf('language', LANGUAGES);
  return {
    file,
    ...(event !== undefined && { event }),
    ...(archive !== undefined && { archive }),
    ...(notice !== undefined && { notice }),
    ...(language && { language }),
    format: given.oneOf('format', SHOW_FORMATS) ?? 'text',
    ...readOutput(given),
  };
}
