import { own } from '../../own.js';
import { invalidRequest } from './invalid-request.js';

/** Throws `request/missing-field` where there is no text, with the article that asks for it. */
export const requireText = (entry: unknown, id: string, key: string, article: string): void => {
  const found = own(entry, key);
  if (typeof found === 'string' && found.trim() !== '') return;
  throw invalidRequest('missing-field', id, `${key} must be told (${article})`, key);
};
