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

/** A permission told twice is told once: the fuller entry stays. */
function withoutRepeats(permissions: readonly PermissionFact[]): PermissionFact[] {
  const best = new Map<string, PermissionFact>();
  for (const one of permissions) {
    const key = `${one.kind} ${one.name.text
      .normalize('NFKC')
      .replace(/\s|权限|permission/gi, '')
      .toLowerCase()}`;
    const known = best.get(key);
    if (!known || weight(one) > weight(known)) best.set(key, one);
  }
  const kept = [...best.values()];
  const told = new Set(kept.filter((one) => weight(one) > 0).map((one) => one.kind));
  return kept.filter((one) => weight(one) > 0 || !told.has(one.kind));
}

const weight = (one: PermissionFact): number => (one.purpose ? 2 : 0) + (one.refusal ? 1 : 0);
