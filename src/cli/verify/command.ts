import type { Command } from '../command.js';
import { OUTPUT } from '../common-options.js';
import { readVerifyArguments } from './arguments.js';
import { BROKEN, verify } from './verify.js';

/** `mingshi verify`. */
export const verifyCommand: Command = {
  name: 'verify',
  usage: '<ledger.json|-> [options]',
  about:
    'tells whether a ledger is whole, and where it breaks if not. The file is an exported ledger or a list of events. Edits, ' +
    'drops, swaps and insertions are found in the ledger itself; that its end was cut off, or that all of it was rewritten, ' +
    'is found by heads kept elsewhere (--head) or signed by a server (--receipts). Erased records are counted; those that ' +
    'nobody asked to erase are named.',
  options: [
    {
      name: 'head',
      value: '<file>',
      about: 'heads that were kept elsewhere (JSON: one, a list, by writer, or an older export)',
    },
    {
      name: 'receipts',
      value: '<file>',
      about:
        'receipts a server signed (compact JWS, one a line, or a JSON list); their heads count as kept elsewhere',
    },
    {
      name: 'keys',
      value: '<file>',
      about:
        'the public keys of that server (JSON: [{kid, alg, publicKeyJwk}], or a JWK set with kid and alg)',
    },
    OUTPUT,
    { name: 'format', value: '<format>', about: 'text or json (default: text)' },
    { name: 'language', value: '<tag>', about: "zh-Hans or en (default: the policy's)" },
  ],
  exitCodes: [
    [BROKEN, 'verify found a ledger that is not as it was written, or a receipt that does not hold'],
  ],
  run: (given) => verify(readVerifyArguments(given)),
};
