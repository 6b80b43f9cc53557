import type { Command } from '../command.js';
import { OUTPUT, TEXT_OPTIONS } from '../common-options.js';
import { readAuditArguments } from './arguments.js';
import { audit, ERRORS } from './audit.js';

/** `mingshi audit`. */
export const auditCommand: Command = {
  name: 'audit',
  usage: '<policy> [configuration] [options]',
  about:
    'holds a policy (compiled, or a text that compile reads) against the law: what it may not say, what it does not say ' +
    'and must, where it contradicts itself. The configuration (JSON) declares what a text cannot show, such as which ' +
    'permissions the app asks for when. It reads words, not an app: no finding is no proof of compliance.',
  options: [
    OUTPUT,
    { name: 'profile', value: '<profile>', about: 'whose law: pipl or gdpr (default: pipl)' },
    {
      name: 'format',
      value: '<format>',
      about: "text (for people, in the policy's language), json or sarif (default: text)",
    },
    ...TEXT_OPTIONS,
  ],
  exitCodes: [[ERRORS, 'audit found an error (warnings and notes alone give 0)']],
  run: (given) => audit(readAuditArguments(given)),
};
