import type { Policy } from '../../policy/model.js';
import type { Compared } from './report.js';

/** What a reader should know before the changes. */
export interface DiffHint {
  /** `version-kept`: the change is material, but the app asks by the version. `swapped`: the second is the older one. */
  readonly code: 'version-kept' | 'swapped';
  readonly version?: string;
}

export function hintsOf({ before, after, changes }: Compared): readonly DiffHint[] {
  const { version } = after.policy;
  const kept = changes.material && version !== undefined && version === before.policy.version;
  return [
    ...(isOlder(after.policy, before.policy) ? [{ code: 'swapped' as const }] : []),
    ...(kept ? [{ code: 'version-kept' as const, version }] : []),
  ];
}

/** By the dates both state, the latest of each; by the numbers of the versions where these say nothing. */
function isOlder(one: Policy, other: Policy): boolean {
  const [date, otherDate] = [latestDate(one), latestDate(other)];
  if (date !== '' && otherDate !== '' && date !== otherDate) return date < otherDate;
  const [numbers, otherNumbers] = [numbersOf(one.version), numbersOf(other.version)];
  if (!numbers || !otherNumbers) return false;
  const at = numbers.findIndex((number, index) => number !== (otherNumbers[index] ?? 0));
  return at < 0 ? false : (numbers[at] ?? 0) < (otherNumbers[at] ?? 0);
}

function latestDate({ dates: { published, updated, effective } }: Policy): string {
  const latest = [published, updated].map((date) => date?.iso ?? '').sort()[1] ?? '';
  return latest === '' ? (effective?.iso ?? '') : latest;
}

/** The numbers of `V1.4.0`; none of other words. */
const numbersOf = (version: string | undefined): readonly number[] | undefined =>
  version !== undefined && /^v?\d{1,9}(?:\.\d{1,9}){0,5}$/i.test(version)
    ? version.replace(/^v/i, '').split('.').map(Number)
    : undefined;
