import type { Right } from '../../src/policy/model.js';

/** One right of each kind, in the order the policy names them: the first place that says by when, else the first. */
export function mainRights(rights: readonly Right[]): readonly Right[] {
  const main = new Map<Right['kind'], Right>();
  for (const right of rights) {
    const known = main.get(right.kind);
    if (!known || (right.deadline && !known.deadline)) main.set(right.kind, right);
  }
  return [...main.values()];
}
