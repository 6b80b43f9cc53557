import { ConsentError } from '../../errors.js';

/** Why a declared request cannot be used. */
export const invalidRequest = (code: string, id: unknown, what: string, value?: unknown): ConsentError => {
  const name = typeof id === 'string' && id !== '' ? id : '(without an id)';
  return new ConsentError(`request/${code}`, `The request ${name} cannot be asked: ${what}.`, value);
};
