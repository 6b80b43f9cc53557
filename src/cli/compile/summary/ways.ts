import type { Policy, Right } from '../../../policy/model.js';

/** Rights by the way they are used: one sentence often serves several. */
export function waysOf({ rights }: Policy): [Right, ...Right[]][] {
  const ways = new Map<string, [Right, ...Right[]]>();
  for (const right of rights) {
    const key = `${right.way.span.start} ${right.deadline?.span.start ?? ''}`;
    const same = ways.get(key);
    if (same) same.push(right);
    else ways.set(key, [right]);
  }
  return [...ways.values()];
}
