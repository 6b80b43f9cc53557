import type { Command } from '../command.js';
import { OUTPUT, TEXT_OPTIONS } from '../common-options.js';
import { listed } from '../listed.js';
import { KINDS, readCompileArguments } from './arguments.js';
import { compile } from './compile.js';

/** `mingshi compile`. */
export const compileCommand: Command = {
  name: 'compile',
  usage: '<file|-> [options]',
  about:
    "turns a policy's text into Policy JSON, or into a summary for people. Reads .txt, .md, .html, .docx and .pdf; - is standard input. " +
    'Diagnostics go to standard error as file:line:column: severity code sentence, with the words concerned below.',
  options: [
    OUTPUT,
    {
      name: 'format',
      value: '<format>',
      about:
        "json (the Policy), markdown or text (a summary for people in the policy's language, each line with its place; of a " +
        'compiled policy too) (default: json)',
    },
    { name: 'watch', about: 'compile again whenever the file changes, until Ctrl-C; needs -o' },
    { name: 'id', value: '<id>', about: "names the document across its versions (default: the file's name)" },
    {
      name: 'kind',
      value: '<kind>',
      about: `${listed(KINDS, 'or')} (default: by its title)`,
    },
    {
      name: 'policy-version',
      value: '<v>',
      about: 'the version the app declares (default: the one the text states, else its latest date)',
    },
    ...TEXT_OPTIONS,
  ],
  run: (given) => compile(readCompileArguments(given)),
};
