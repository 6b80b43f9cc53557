import type { Policy } from './model.js';

/** The policies in force on a date (`YYYY-MM-DD`): those effective that day or before, latest first. One without a date is not listed. */
export const inForce = (policies: readonly Policy[], date: string): readonly Policy[] =>
  policies
    .filter((policy) => effectiveDay(policy) !== '' && effectiveDay(policy) <= date)
    .sort((a, b) => (effectiveDay(a) < effectiveDay(b) ? 1 : -1));

const effectiveDay = (policy: Policy): string => policy.dates.effective?.iso ?? '';
