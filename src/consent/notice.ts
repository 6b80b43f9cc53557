import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import type { Notice } from './model.js';

/** A copy of a notice with exactly its own five entries, so that its hash is of what was shown. Throws `prompt/invalid-notice`. */
export const readNotice = (value: unknown): Notice => {
  const text = (key: string): string => {
    const found = own(value, key);
    if (typeof found !== 'string') throw invalid(`${key} must be text`, found);
    return found;
  };
  const list = (key: string): readonly string[] => {
    const found = own(value, key);
    if (Array.isArray(found) && found.every((one) => typeof one === 'string')) return found.slice();
    throw invalid(`${key} must be a list of texts`, found);
  };
  return {
    locale: text('locale'),
    catalogue: text('catalogue'),
    strings: list('strings'),
    answers: list('answers'),
    clauses: list('clauses'),
  };
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('prompt/invalid-notice', `The notice cannot be used: ${what}.`, value);
