import { isRecord, own } from '../../own.js';
import type { Profile } from '../profile.js';
import { invalidRequest } from './invalid-request.js';
import type { RequestValidity } from './model.js';

/** About a hundred years: a longer end is no end. */
const mostDays = 36_500;

/**
 * How long a grant of this request lasts, with its default: standing, of a face as the profile has it (R-C9: one act).
 * Throws `request/invalid-validity`, and `request/guardian-once`.
 */
export const readValidity = (entry: unknown, id: string, { face, guardian }: Profile): RequestValidity => {
  const stated = own(entry, 'validity');
  if (stated === undefined) return own(entry, 'dataKind') === 'face' ? face.validity : 'standing';
  if (stated === 'once' && own(entry, 'kind') === 'guardian') {
    throw invalidRequest(
      'guardian-once',
      id,
      `a guardian's consent stands, or has an end (${guardian.article})`,
      stated,
    );
  }
  if (stated === 'standing' || stated === 'once') return stated;
  const days = own(stated, 'days');
  const isEnd = isRecord(stated) && Object.keys(stated).length === 1 && isDays(days);
  if (isEnd) return Object.freeze({ days });
  throw invalidRequest(
    'invalid-validity',
    id,
    `validity must be standing, once or {days: 1 to ${mostDays}}`,
    stated,
  );
};

const isDays = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) <= mostDays;
