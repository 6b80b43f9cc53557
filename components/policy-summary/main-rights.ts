import type { Right } from '../../src/policy/model.js';

/** The order in which people need them: their data first, complaining last. */
const ORDER: readonly Right['kind'][] = [
  'access',
  'copy',
  'correct',
  'delete',
  'withdraw',
  'close-account',
  'transfer',
  'explain',
];

/** One right of each kind, `access` first and `complain` last: the first place that says by when, else the first. */
export function mainRights(rights: readonly Right[]): readonly Right[] {
  const main = new Map<Right['kind'], Right>();
  for (const right of rights) {
    const known = main.get(right.kind);
    if (!known || (right.deadline && !known.deadline)) main.set(right.kind, right);
  }
  return [...main.values()].sort((a, b) => rank(a) - rank(b));
}

function rank({ kind }: Right): number {
  const place = ORDER.indexOf(kind);
  return place < 0 ? ORDER.length : place;
}
