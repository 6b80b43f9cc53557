import { parseArgs } from 'node:util';
import type { SourceMediaType } from '../compiler/index.js';
import type { PolicyKind } from '../policy/model.js';

export interface CompileCommand {
  readonly kind: 'compile';
  readonly file: string;
  readonly output?: string;
  readonly id?: string;
  readonly policyKind?: PolicyKind;
  readonly policyVersion?: string;
  readonly language?: 'zh-Hans' | 'en';
  readonly mediaType?: SourceMediaType;
}

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

export interface DiffCommand {
  readonly kind: 'diff';
  readonly before: string;
  readonly after: string;
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly output?: string;
  readonly language?: 'zh-Hans' | 'en';
  readonly mediaType?: SourceMediaType;
}

export const AUDIT_FORMATS = ['text', 'json', 'sarif'] as const;
const PROFILES = ['pipl', 'gdpr'] as const;

export interface AuditCommand {
  readonly kind: 'audit';
  readonly file: string;
  /** What the app declares about itself, as JSON. */
  readonly configuration?: string;
  readonly profile: (typeof PROFILES)[number];
  readonly format: (typeof AUDIT_FORMATS)[number];
  readonly output?: string;
  readonly language?: 'zh-Hans' | 'en';
  readonly mediaType?: SourceMediaType;
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

const misuse = (sentence: string): Misuse => ({ kind: 'misuse', sentence });

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
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return misuse(error instanceof Error ? firstSentence(error.message) : String(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [name, file, ...rest] = positionals;
  if (name === undefined) return misuse('A command is missing: `compile`, `diff` or `audit`.');
  if (name === 'audit') return auditCommand(positionals.slice(1), values);
  if (values.profile !== undefined) return misuse('--profile is for `audit`.');
  if (name === 'diff') return diffCommand(positionals.slice(1), values);
  if (name !== 'compile')
    return misuse(`There is no command ${name}; there are \`compile\`, \`diff\` and \`audit\`.`);
  if (values.format !== undefined)
    return misuse('`compile` writes JSON; --format is for `diff` and `audit`.');
  if (file === undefined) return misuse('`compile` needs a file, or - for standard input.');
  if (rest.length > 0) return misuse(`\`compile\` takes one file; ${rest.join(' ')} is too much.`);
  return compileCommand(file, values);
}

const firstSentence = (message: string): string =>
  `${message.split(/\. |\n/)[0] ?? message}.`.replace(/\.\.$/, '.');

/** The value if it is one of a list; undefined where none was given. */
function oneOf<Value extends string>(
  list: readonly Value[],
  given: string | undefined,
): Value | undefined | 'unknown' {
  return given === undefined ? undefined : (list.find((value) => value === given) ?? 'unknown');
}

function compileCommand(file: string, values: Values): Command {
  const policyKind = oneOf(KINDS, values.kind);
  const language = oneOf(LANGUAGES, values.language);
  const mediaType = oneOf(MEDIA_TYPES, values['media-type']);
  if (policyKind === 'unknown') return misuse(`--kind is one of ${KINDS.join(', ')}, not ${values.kind}.`);
  if (language === 'unknown')
    return misuse(`--language is one of ${LANGUAGES.join(', ')}, not ${values.language}.`);
  if (mediaType === 'unknown')
    return misuse(`--media-type is one of ${MEDIA_TYPES.join(', ')}, not ${values['media-type']}.`);
  const policyVersion = values['policy-version'];
  const empty = (['output', 'id', 'policy-version'] as const).find((name) => values[name] === '');
  if (empty) return misuse(`--${empty} is empty; leave it out, or say what it is.`);
  return {
    kind: 'compile',
    file,
    ...(values.output !== undefined && { output: values.output }),
    ...(values.id !== undefined && { id: values.id }),
    ...(policyKind && { policyKind }),
    ...(policyVersion !== undefined && { policyVersion }),
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  };
}

function diffCommand(files: readonly string[], values: Values): Command {
  const [before, after] = files;
  if (before === undefined || after === undefined || files.length > 2)
    return misuse(`\`diff\` needs two files, the old and the new; ${files.length} given.`);
  if (before === '-' && after === '-') return misuse('Only one of the two can be standard input.');
  const format = oneOf(DIFF_FORMATS, values.format) ?? 'text';
  const language = oneOf(LANGUAGES, values.language);
  const mediaType = oneOf(MEDIA_TYPES, values['media-type']);
  if (format === 'unknown')
    return misuse(`--format is one of ${DIFF_FORMATS.join(', ')}, not ${values.format}.`);
  if (language === 'unknown')
    return misuse(`--language is one of ${LANGUAGES.join(', ')}, not ${values.language}.`);
  if (mediaType === 'unknown')
    return misuse(`--media-type is one of ${MEDIA_TYPES.join(', ')}, not ${values['media-type']}.`);
  const foreign = (['id', 'kind', 'policy-version'] as const).find((name) => values[name] !== undefined);
  if (foreign) return misuse(`--${foreign} is for \`compile\`.`);
  if (values.output === '') return misuse('--output is empty; leave it out, or say what it is.');
  return {
    kind: 'diff',
    before,
    after,
    format,
    ...(values.output !== undefined && { output: values.output }),
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  };
}

function auditCommand(files: readonly string[], values: Values): Command {
  const [file, configuration, ...rest] = files;
  if (file === undefined) return misuse('`audit` needs a policy: a compiled one (.json), or a text.');
  if (rest.length > 0)
    return misuse(`\`audit\` takes a policy and a configuration; ${rest.join(' ')} is too much.`);
  if (file === '-' && configuration === '-') return misuse('Only one of the two can be standard input.');
  const profile = oneOf(PROFILES, values.profile) ?? 'pipl';
  const format = oneOf(AUDIT_FORMATS, values.format) ?? 'text';
  const language = oneOf(LANGUAGES, values.language);
  const mediaType = oneOf(MEDIA_TYPES, values['media-type']);
  if (profile === 'unknown')
    return misuse(`--profile is one of ${PROFILES.join(', ')}, not ${values.profile}.`);
  if (format === 'unknown')
    return misuse(`--format is one of ${AUDIT_FORMATS.join(', ')}, not ${values.format}.`);
  if (language === 'unknown')
    return misuse(`--language is one of ${LANGUAGES.join(', ')}, not ${values.language}.`);
  if (mediaType === 'unknown')
    return misuse(`--media-type is one of ${MEDIA_TYPES.join(', ')}, not ${values['media-type']}.`);
  const foreign = (['id', 'kind', 'policy-version'] as const).find((name) => values[name] !== undefined);
  if (foreign) return misuse(`--${foreign} is for \`compile\`.`);
  if (values.output === '') return misuse('--output is empty; leave it out, or say what it is.');
  return {
    kind: 'audit',
    file,
    profile,
    format,
    ...(configuration !== undefined && { configuration }),
    ...(values.output !== undefined && { output: values.output }),
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  };
}
