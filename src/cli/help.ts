import type { Command, CommandOption } from './command.js';
import { listed } from './listed.js';

/** Where what an option does begins, and where a line of the help ends. */
const COLUMN = 29;
const WIDTH = 119;

const ENDING: readonly CommandOption[] = [
  { name: 'help', short: 'h', about: 'show this; after a command, its part alone' },
  { name: 'version', about: 'show the version of mingshi' },
];

const EXIT_CODES: readonly (readonly [number, string])[] = [
  [0, 'done'],
  [1, 'the text is no policy, or a file cannot be read or written'],
  [2, 'wrong use'],
];

/** What `mingshi --help` says of these commands. */
export function helpOf(commands: readonly Command[]): string {
  const usages = commands.map(({ name, usage }) => `mingshi ${name} ${usage}`);
  const codes = [...EXIT_CODES, ...commands.flatMap(({ exitCodes }) => exitCodes ?? [])];
  const parts = [
    `Usage: ${usages.join('\n       ')}`,
    ...commands.map(({ name, about }) => wrapped(`${name}: ${about}`, 0)),
    ...optionGroups(commands).map(
      ({ owners, options }) => `Options of ${owners}\n${options.map(lineOf).join('\n')}`,
    ),
    ENDING.map(lineOf).join('\n'),
    `Exit codes: ${codes.map(codeLine).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Options by the commands that have them; those that several share are shown once, after the others. */
function optionGroups(commands: readonly Command[]): { owners: string; options: CommandOption[] }[] {
  const groups = new Map<string, { owners: Command[]; options: CommandOption[] }>();
  for (const option of new Set(commands.flatMap(({ options }) => options))) {
    const owners = commands.filter(({ options }) => options.includes(option));
    const key = owners.map(({ name }) => name).join();
    const group = groups.get(key) ?? { owners, options: [] };
    group.options.push(option);
    groups.set(key, group);
  }
  return [...groups.values()]
    .sort((one, other) => one.owners.length - other.owners.length)
    .map(({ owners, options }) => ({
      owners: listed(
        owners.map(({ name }) => name),
        'and',
      ),
      options,
    }));
}

function lineOf({ name, short, value, about }: CommandOption): string {
  const letter = short === undefined ? '    ' : `-${short}, `;
  const shown = `  ${letter}--${name}${value === undefined ? '' : ` ${value}`}`;
  return `${shown.padEnd(COLUMN - 2)}  ${wrapped(about, COLUMN)}`;
}

const codeLine = ([code, meaning]: readonly [number, string], index: number): string =>
  `${String(code).padStart(index === 0 ? 1 : 13)} ${wrapped(meaning, 14)}`;

/** Words broken at spaces; every line but the first is indented. */
function wrapped(words: string, indent: number): string {
  const lines = [''];
  for (const word of words.split(' ')) {
    const line = lines[lines.length - 1] as string;
    if (line !== '' && indent + line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${' '.repeat(indent)}`);
}
