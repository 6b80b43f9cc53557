import type { Selector } from 'css-what';

/** Ids, then classes and their like, then tags: one number, each below a thousand. */
export function specificityOf(selector: readonly Selector[]): number {
  return selector.reduce((sum, part) => sum + weightOf(part), 0);
}

const ID = 1_000_000;
const CLASS = 1000;

function weightOf(part: Selector): number {
  const type: string = part.type;
  if (type === 'tag' || type === 'pseudo-element') return 1;
  if ('action' in part) {
    const action: string = part.action;
    return part.name === 'id' && action === 'equals' ? ID : CLASS;
  }
  if (type !== 'pseudo' || !('data' in part) || part.name === 'where') return 0;
  return Array.isArray(part.data) ? Math.max(0, ...part.data.map(specificityOf)) : CLASS;
}
