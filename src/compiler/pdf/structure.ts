/** A node of the structure that a tagged PDF carries, as far as one page shows it. */
export interface StructureNode {
  readonly role: string;
  readonly children: readonly (StructureNode | number)[];
}

const DEEPEST = 64;

/** pdf.js' tree, checked: content is the number of its marked content, other leaves are left out. */
export function structureOf(tree: unknown, depth = 0): StructureNode {
  const { role, children } = (tree ?? {}) as { role?: unknown; children?: unknown };
  const kept = Array.isArray(children) && depth < DEEPEST ? (children as unknown[]) : [];
  return {
    role: typeof role === 'string' ? role : 'Document',
    children: kept.flatMap((child): (StructureNode | number)[] => {
      if (typeof child !== 'object' || child === null) return [];
      if ('role' in child) return [structureOf(child, depth + 1)];
      const { type, id } = child as { type?: unknown; id?: unknown };
      const mark = type === 'content' && typeof id === 'string' ? /_mc(\d+)$/.exec(id)?.[1] : undefined;
      return mark === undefined ? [] : [Number(mark)];
    }),
  };
}

/** The numbers of all marked content under a node, in reading order. */
export function marksOf(node: StructureNode): number[] {
  return node.children.flatMap((child) => (typeof child === 'number' ? [child] : marksOf(child)));
}
