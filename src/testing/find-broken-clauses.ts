import type { Clause } from './kit.js';

/** A clause an adapter broke, and what it did instead. */
export interface BrokenClause {
  readonly name: string;
  readonly error: unknown;
}

/** Runs clauses one after another. Resolves with those that are broken; never rejects. */
export const findBrokenClauses = async (clauses: readonly Clause[]): Promise<readonly BrokenClause[]> => {
  const broken: BrokenClause[] = [];
  for (const { name, run } of clauses) {
    await run().catch((error: unknown) => broken.push({ name, error }));
  }
  return broken;
};
