import { readOutput } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import { tongueOf, type Tongue } from '../people/tongue.js';

const LANGUAGES = ['zh-Hans', 'en'] as const;

/** What `import` is asked. */
export interface ImportArguments {
  /** `-` is standard input. */
  readonly file: string;
  /** Where the configuration goes. */
  readonly output?: string;
  /** Where everything that was read goes, as JSON. */
  readonly report?: string;
  readonly tongue?: Tongue;
}

/** Throws `Misuse`. */
export function readImportArguments(given: Given): ImportArguments {
  const [file, ...rest] = given.files;
  if (file === undefined) throw new Misuse('`import` needs a file: androidPrivacy.json.');
  if (rest.length > 0) throw new Misuse(`\`import\` takes one file; ${rest.join(' ')} is too much.`);
  const report = given.text('report');
  const language = given.oneOf('language', LANGUAGES);
  const { output } = readOutput(given);
  if (report === '-') throw new Misuse('--report is a file: the configuration goes to standard output.');
  if (report !== undefined && report === output) throw new Misuse('--report and --output are two files.');
  return {
    file,
    ...(output !== undefined && { output }),
    ...(report !== undefined && { report }),
    ...(language && { tongue: tongueOf(language) }),
  };
}
