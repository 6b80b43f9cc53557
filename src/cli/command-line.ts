import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Command } from './command.js';
import { Given } from './given.js';
import { listed } from './listed.js';
import { Misuse } from './misuse.js';

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help'; readonly command?: Command }
  | { readonly kind: 'version' }
  | { readonly kind: 'run'; readonly command: Command; readonly given: Given };

const COMMON = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean' } } as const;

/** Reads the arguments after the program's name. Throws `Misuse`. */
export function readCommandLine(argv: readonly string[], commands: readonly Command[]): Request {
  const { values, positionals } = parse(argv, commands);
  const [name, ...files] = positionals;
  const command = commands.find((one) => one.name === name);
  if (values['help']) return { kind: 'help', ...(command && { command }) };
  if (values['version']) return { kind: 'version' };
  if (name === undefined) throw new Misuse(`A command is missing: ${namesOf(commands, 'or')}.`);
  if (!command) throw new Misuse(`There is no command ${name}; there are ${namesOf(commands, 'and')}.`);
  refuseForeign(Object.keys(values), command, commands);
  return { kind: 'run', command, given: new Given(files, values) };
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** Options may stand before the command's name, so those of every command are read, and foreign ones refused after. */
function parse(
  argv: readonly string[],
  commands: readonly Command[],
): { values: Values; positionals: string[] } {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...optionsOf(commands), ...COMMON },
      allowPositionals: true,
    });
  } catch (error) {
    throw new Misuse(firstSentence(error instanceof Error ? error.message : String(error)));
  }
}

type ParsedOptions = Record<string, { type: 'string' | 'boolean'; short?: string }>;

function optionsOf(commands: readonly Command[]): ParsedOptions & ParseArgsConfig['options'] {
  const found: ParsedOptions = {};
  for (const { name, short, value } of commands.flatMap(({ options }) => options))
    found[name] = { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) };
  return found;
}

function refuseForeign(given: readonly string[], command: Command, commands: readonly Command[]): void {
  const has = ({ options }: Command, name: string): boolean => options.some((one) => one.name === name);
  const foreign = given.find((name) => !has(command, name));
  if (foreign === undefined) return;
  const owners = commands.filter((one) => has(one, foreign));
  throw new Misuse(`--${foreign} is for ${namesOf(owners, 'and')}, not for \`${command.name}\`.`);
}

const namesOf = (commands: readonly Command[], joint: 'and' | 'or'): string =>
  listed(
    commands.map(({ name }) => `\`${name}\``),
    joint,
  );

const firstSentence = (message: string): string =>
  `${message.split(/\. |\n/)[0] ?? message}.`.replace(/\.\.$/, '.');
