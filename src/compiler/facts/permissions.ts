import type { PermissionFact, PermissionKind } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { entryPermissions } from './permission-entries.js';
import { prosePermissions } from './permission-prose.js';
import { grantedPermissions } from './permission-grants.js';
import { tablePermissions } from './permission-tables.js';
import { readingOf } from './reading.js';

/**
 * The system permissions the app asks for, with purpose and what refusal costs: from lists and tables of permissions, and from
 * sentences that ask for one. Permissions that only an SDK's record names stand with the SDK.
 */
export const findPermissions: FactStep<PermissionFact[]> = (document) => {
  const reading = readingOf(document);
  const listed = [...entryPermissions(reading), ...tablePermissions(reading)];
  const kinds = new Set<PermissionKind>(listed.map((permission) => permission.kind));
  const said = [...prosePermissions(reading), ...grantedPermissions(reading)].filter(
    (one) => !kinds.has(one.kind) && Boolean(kinds.add(one.kind)),
  );
  return withoutRepeats([...listed, ...said]).sort(
    (left, right) => left.name.span.start - right.name.span.start,
  );
};

/** A permission told twice is told once, or once for each of two platforms: the fuller entry stays. */
function withoutRepeats(permissions: readonly PermissionFact[]): PermissionFact[] {
  const groups = new Map<string, PermissionFact[]>();
  for (const one of permissions) {
    const key = `${one.kind} ${plain(one.name.text).replace(/权限|permission/g, '')}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  const kept = [...groups.values()].flatMap(fullest);
  const told = new Set(kept.filter((one) => weight(one) > 0).map((one) => one.kind));
  return kept.filter((one) => weight(one) > 0 || !told.has(one.kind));
}

/** The fullest of some entries about one permission; where two platforms are told apart, the fullest of each. */
function fullest(group: readonly PermissionFact[]): PermissionFact[] {
  const apart = new Set(group.map(platformsOf).filter(Boolean)).size > 1;
  const best = new Map<string, PermissionFact>();
  for (const one of group) {
    const key = apart ? platformsOf(one) : '';
    if (apart && !key) continue;
    const known = best.get(key);
    if (!known || weight(one) > weight(known)) best.set(key, one);
  }
  return [...best.values()];
}

const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toLowerCase();

const platformsOf = ({ platforms = [] }: PermissionFact): string =>
  platforms.map(({ text }) => plain(text)).join(' ');

const weight = (one: PermissionFact): number => (one.purpose ? 2 : 0) + (one.refusal ? 1 : 0);
