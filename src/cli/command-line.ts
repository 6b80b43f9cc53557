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

export type Command = CompileCommand | { readonly kind: 'help' } | { readonly kind: 'version' } | Misuse;

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
  if (name === undefined) return misuse('A command is missing; `compile` is the one there is.');
  if (name !== 'compile') return misuse(`There is no command ${name}; \`compile\` is the one there is.`);
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
