import { MEDIA_TYPE_OF_ENDING, type SourceMediaType } from '../compiler/index.js';
import type { CommandOption } from './command.js';
import type { Given } from './given.js';
import { Misuse } from './misuse.js';

/** What a text is read as, where its name and its words do not say. */
export interface TextOptions {
  readonly language?: 'zh-Hans' | 'en';
  readonly mediaType?: SourceMediaType;
}

const LANGUAGES = ['zh-Hans', 'en'] as const;

/** Where a command writes. */
export const OUTPUT: CommandOption = {
  name: 'output',
  short: 'o',
  value: '<file>',
  about: 'write here instead of standard output',
};

/** How a text is read. */
export const TEXT_OPTIONS: readonly CommandOption[] = [
  {
    name: 'language',
    value: '<tag>',
    about: 'the language of a text: zh-Hans or en (default: by its letters)',
  },
  {
    name: 'media-type',
    value: '<type>',
    about:
      'what a text is read as: txt, md, html, docx or pdf, or their media types (default: by its first bytes and its ' +
      "name's ending, else txt)",
  },
];

/** The output file a command was given. Throws `Misuse`. */
export function readOutput(given: Given): { readonly output?: string } {
  const output = given.text('output');
  return output === undefined ? {} : { output };
}

/** How the texts a command was given are read. Throws `Misuse`. */
export function readTextOptions(given: Given): TextOptions {
  const language = given.oneOf('language', LANGUAGES);
  const mediaType = readMediaType(given);
  return { ...(language && { language }), ...(mediaType && { mediaType }) };
}

/** A media type may be named by the ending that stands for it. */
function readMediaType(given: Given): SourceMediaType | undefined {
  const value = given.text('media-type');
  const byEnding = MEDIA_TYPE_OF_ENDING[value?.toLowerCase() ?? ''];
  if (byEnding) return byEnding;
  const endings = Object.keys(MEDIA_TYPE_OF_ENDING);
  const types = [...new Set(Object.values(MEDIA_TYPE_OF_ENDING))];
  const type = types.find((one) => one === value);
  if (value === undefined || type) return type;
  throw new Misuse(`--media-type is one of ${endings.join(', ')}, or ${types.join(', ')}; not ${value}.`);
}
