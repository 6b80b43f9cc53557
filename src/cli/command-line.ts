import { parseArgs } from 'node:util';
import type { SourceMediaType } from '../compiler/index.js';
import type { PolicyKind } from '../policy/model.js';

/** What a text is read as, where its name and its words do not say. */
export interface TextOptions {
  readonly language?: 'zh-Hans' | 'en';
  readonly mediaType?: SourceMediaType;
}

/** What every command has. */
interface CommonOptions extends TextOptions {
  readonly output?: string;
}

export interface CompileCommand extends CommonOptions {
  readonly kind: 'compile';
  readonly file: string;
  readonly id?: string;
  readonly policyKind?: PolicyKind;
  readonly policyVersion?: string;
}

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

export interface DiffCommand extends CommonOptions {
  readonly kind: 'diff';
  readonly before: string;
  readonly after: string;
  readonly format: (typeof DIFF_FORMATS)[number];
}

export const AUDIT_FORMATS = ['text', 'json', 'sarif'] as const;
const PROFILES = ['pipl', 'gdpr'] as const;

export interface AuditCommand extends CommonOptions {
  readonly kind: 'audit';
  readonly file: string;
  /** What the app declares about itself, as JSON. */
  readonly configuration?: string;
  readonly profile: (typeof PROFILES)[number];
  readonly format: (typeof AUDIT_FORMATS)[number];
}

export type Command =
  | CompileCommand
  | DiffCommand
  | AuditCommand
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | Misuse;

export interface Misuse {
  readonly kind: 'misuse';
  readonly sentence: string;
}

/** What makes no sense, on its way to `parseCommand`. */
class MisuseError extends Error {}

const KINDS: readonly PolicyKind[] = [
  'privacy-policy',
  'user-agreement',
  'authorization',
  'sdk-list',
  'info-list',
  'children-policy',
];
const MEDIA_TYPES: readonly SourceMediaType[] = ['text/plain', 'text/markdown', 'text/html'];
const LANGUAGES = ['zh-Hans', 'en'] as const;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  id: { type: 'string' },
  kind: { type: 'string' },
  'policy-version': { type: 'string' },
  language: { type: 'string' },
  'media-type': { type: 'string' },
  format: { type: 'string' },
  profile: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });

/** Reads the arguments after the program's name. Never throws: what makes no sense is told. */
export function parseCommand(argv: readonly string[]): Command {
  try {
    return readCommand(parse(argv));
  } catch (error) {
    if (error instanceof MisuseError) return { kind: 'misuse', sentence: error.message };
    return {
      kind: 'misuse',
      sentence: firstSentence(error instanceof Error ? error.message : String(error)),
    };
  }
}

function readCommand({ values, positionals }: ReturnType<typeof parse>): Command {
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [name, ...files] = positionals;
  if (name === undefined) throw new MisuseError('A command is missing: `compile`, `diff` or `audit`.');
  if (name !== 'audit' && values.profile !== undefined) throw new MisuseError('--profile is for `audit`.');
  if (name === 'audit') return auditCommand(files, values);
  if (name === 'diff') return diffCommand(files, values);
  if (name === 'compile') return compileCommand(files, values);
  throw new MisuseError(`There is no command ${name}; there are \`compile\`, \`diff\` and \`audit\`.`);
}

const firstSentence = (message: string): string =>
  `${message.split(/\. |\n/)[0] ?? message}.`.replace(/\.\.$/, '.');

/** The value of an option, which is one of a list; nothing where it was not given. */
function oneOf<Value extends string>(
  name: keyof typeof OPTIONS,
  list: readonly Value[],
  values: Values,
): Value | undefined {
  const given = values[name];
  const found = list.find((value) => value === given);
  if (given === undefined || found !== undefined) return found;
  throw new MisuseError(`--${name} is one of ${list.join(', ')}, not ${given}.`);
}

function commonOptions(values: Values): CommonOptions {
  const language = oneOf('language', LANGUAGES, values);
  const mediaType = oneOf('media-type', MEDIA_TYPES, values);
  const empty = (['output', 'id', 'policy-version'] as const).find((name) => values[name] === '');
  if (empty) throw new MisuseError(`--${empty} is empty; leave it out, or say what it is.`);
  return {
    ...(values.output !== undefined && { output: values.output }),
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  };
}

function compileCommand([file, ...rest]: readonly string[], values: Values): CompileCommand {
  if (values.format !== undefined)
    throw new MisuseError('`compile` writes JSON; --format is for `diff` and `audit`.');
  if (file === undefined) throw new MisuseError('`compile` needs a file, or - for standard input.');
  if (rest.length > 0) throw new MisuseError(`\`compile\` takes one file; ${rest.join(' ')} is too much.`);
  const policyKind = oneOf('kind', KINDS, values);
  const policyVersion = values['policy-version'];
  return {
    kind: 'compile',
    file,
    ...commonOptions(values),
    ...(values.id !== undefined && { id: values.id }),
    ...(policyKind && { policyKind }),
    ...(policyVersion !== undefined && { policyVersion }),
  };
}

/** What `compile` alone takes: it makes a policy, the others read one. */
function refuseCompileOptions(values: Values): void {
  const foreign = (['id', 'kind', 'policy-version'] as const).find((name) => values[name] !== undefined);
  if (foreign) throw new MisuseError(`--${foreign} is for \`compile\`.`);
}

function diffCommand(files: readonly string[], values: Values): DiffCommand {
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length > 2)
    throw new MisuseError(`\`diff\` needs two files, the old and the new; ${files.length} given.`);
  refuseTwoInputs(before, after);
  const format = oneOf('format', DIFF_FORMATS, values) ?? 'text';
  refuseCompileOptions(values);
  return { kind: 'diff', before, after, format, ...commonOptions(values) };
}

function refuseTwoInputs(one: string, other: string | undefined): void {
  if (one === '-' && other === '-') throw new MisuseError('Only one of the two can be standard input.');
}

function auditCommand([file, configuration, ...rest]: readonly string[], values: Values): AuditCommand {
  if (file === undefined) throw new MisuseError('`audit` needs a policy: a compiled one (.json), or a text.');
  if (rest.length > 0)
    throw new MisuseError(`\`audit\` takes a policy and a configuration; ${rest.join(' ')} is too much.`);
  refuseTwoInputs(file, configuration);
  const profile = oneOf('profile', PROFILES, values) ?? 'pipl';
  const format = oneOf('format', AUDIT_FORMATS, values) ?? 'text';
  refuseCompileOptions(values);
  const declared = configuration !== undefined && { configuration };
  return { kind: 'audit', file, profile, format, ...declared, ...commonOptions(values) };
}
