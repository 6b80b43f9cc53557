import type { Command } from '../command.js';
import { OUTPUT } from '../common-options.js';
import { readShowArguments } from './arguments.js';
import { show, UNPROVEN } from './show.js';

/** `mingshi show`. */
export const showCommand: Command = {
  name: 'show',
  usage: '<event.json|ledger.json#id|-> [options]',
  about:
    'shows what somebody was asked and answered: who, when, how, about which text, and whether the archive still has that very ' +
    'text. The file is one event, a list of events, or an exported ledger; of several, one is named by its id or the beginning ' +
    'of it. The words on the screen are in the record as a hash; --notice proves the words an app kept by it.',
  options: [
    { name: 'archive', value: '<folder>', about: 'look for the text in this archive (see archive)' },
    {
      name: 'event',
      value: '<id>',
      about: 'the event, where the file holds several; the same as <file>#<id>',
    },
    {
      name: 'notice',
      value: '<file>',
      about: 'the notice as it was presented (JSON), to be compared with its hash',
    },
    OUTPUT,
    { name: 'format', value: '<format>', about: 'text, json or html (one page, to print; default: text)' },
    { name: 'language', value: '<tag>', about: "zh-Hans or en (default: the policy's)" },
  ],
  exitCodes: [
    [
      UNPROVEN,
      'show found no archived text with the hash of the event, or the notice, the event or its ledger is not as recorded; it is shown all the same',
    ],
  ],
  run: (given) => show(readShowArguments(given)),
};
