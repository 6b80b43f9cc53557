import { isoTime } from '../../iso-time.js';
import type { Right } from '../../policy/model.js';
import type { RightRule } from '../profile.js';
import { endOfTerm } from './end-of-term.js';
import type { RightRequest } from './model.js';
import { timeOfWords } from './time-words.js';

/**
 * By when a right must be answered that is asked for `now`, and whose time that is. The earliest the policy promises, in whichever
 * of the places that state the right; the profile's, where that ends sooner or the policy promises none.
 */
export const deadlineOf = (
  stated: readonly Right[],
  { within, source }: RightRule,
  now: number,
): Pick<RightRequest, 'deadline' | 'source'> => {
  const promises = stated.flatMap(({ deadline }) => {
    const term = deadline && timeOfWords(deadline.text);
    return term ? [{ end: endOfTerm(now, term), source: deadline.text }] : [];
  });
  const ends = [...promises, ...(within ? [{ end: endOfTerm(now, within), source }] : [])];
  const [first] = ends.sort((a, b) => a.end - b.end);
  return first ? { deadline: isoTime(first.end), source: first.source } : { source };
};
