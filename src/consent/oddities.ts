import { ConsentError } from '../errors.js';
import { isoTime } from '../iso-time.js';
import type { Book } from './book.js';
import type { Declared } from './declared.js';
import { day } from './status.js';

/**
 * What should be said of a ledger. `policy/changed-without-version`: a policy's text changed under an answer, its version did
 * not. `ledger/future-time`: an event claims a time more than a day from `now`, so that a clock was wrong.
 */
export const findOddities = (
  book: Book,
  policies: readonly Declared[],
  now: number,
): readonly ConsentError[] => {
  const changed = policies.filter((policy) => isChanged(book, policy));
  const limit = isoTime(now + day);
  const future = book.events.filter(({ time }) => time > limit);
  return [...changed.map(changedText), ...future.slice(0, 1).map(({ time }) => futureTime(time))];
};

const isChanged = (book: Book, { id, version, hash, language }: Declared): boolean => {
  const { answer } = book.standing(id);
  // A translation has the same version and other words.
  const isSame = answer?.policy.version === version && answer.policy.language === language;
  return isSame && answer.policyHash !== hash;
};

const changedText = ({ id, version, hash }: Declared): ConsentError =>
  new ConsentError(
    'policy/changed-without-version',
    `The text of ${id} changed, its version ${version} did not.`,
    hash,
  );

const futureTime = (time: string): ConsentError =>
  new ConsentError('ledger/future-time', 'The ledger holds a time to come: a clock was, or is, wrong.', time);
