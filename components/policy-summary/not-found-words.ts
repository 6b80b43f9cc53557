import { msg } from '../internal/localize.js';

/** Says, everywhere in the same words, that the policy does not state something or that it was not found. */
export function notFoundWords(): string {
  return msg('Not found in the text', { id: 'policy.not-found' });
}
