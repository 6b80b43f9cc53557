import type { Term } from '../profile.js';

/**
 * The end of a term that begins `now`, in ms since 1970. Days, working days and months are counted from the day after, and end
 * with the last day where the person is (their device's time zone); a month ends on its last day where it has no such day. A
 * clock that tells no time counts as 1970.
 */
export const endOfTerm = (now: number, term: Term): number => {
  const start = Number.isNaN(new Date(now).getTime()) ? 0 : now;
  if ('hours' in term) return start + term.hours * 3_600_000;
  const day = new Date(start);
  if ('days' in term) day.setDate(day.getDate() + term.days);
  if ('workingDays' in term) addWorkingDays(day, term.workingDays);
  if ('months' in term) addMonths(day, term.months);
  return day.setHours(23, 59, 59, 999);
};

const addWorkingDays = (day: Date, count: number): void => {
  for (let left = count; left > 0;) {
    day.setDate(day.getDate() + 1);
    if (day.getDay() % 6 !== 0) left -= 1;
  }
};

const addMonths = (day: Date, count: number): void => {
  const date = day.getDate();
  day.setMonth(day.getMonth() + count);
  if (day.getDate() !== date) day.setDate(0);
};
