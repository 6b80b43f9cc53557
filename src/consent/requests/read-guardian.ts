import { ConsentError } from '../../errors.js';
import { own } from '../../own.js';
import type { Guardian } from '../model.js';

/** Who consents for a child, own texts only. Throws `prompt/no-guardian` where one of the three is missing (PIPL 31). */
export const readGuardian = (value: unknown): Guardian => {
  const text = (key: keyof Guardian): string => {
    const found = own(value, key);
    if (typeof found === 'string' && found.trim() !== '') return found;
    const sentence = `A guardian's consent says who gives it: ${key} must be text (PIPL 31).`;
    throw new ConsentError('prompt/no-guardian', sentence, found);
  };
  return { reference: text('reference'), relation: text('relation'), verification: text('verification') };
};
