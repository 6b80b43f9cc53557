import type { Right } from '../../src/policy/model.js';
import { msg } from '../internal/localize.js';

/** A right in the reader's language; an unknown kind (a policy of a later schema) is a right like others. */
export function rightWords(kind: Right['kind']): string {
  const words = {
    access: msg('See your data', { id: 'right.access' }),
    copy: msg('Get a copy', { id: 'right.copy' }),
    correct: msg('Correct it', { id: 'right.correct' }),
    delete: msg('Delete it', { id: 'right.delete' }),
    withdraw: msg('Withdraw consent', { id: 'right.withdraw' }),
    'close-account': msg('Close your account', { id: 'right.close-account' }),
    complain: msg('Complain', { id: 'right.complain' }),
    explain: msg('Ask for an explanation', { id: 'right.explain' }),
    transfer: msg('Move it elsewhere', { id: 'right.transfer' }),
  };
  return words[kind];
}
