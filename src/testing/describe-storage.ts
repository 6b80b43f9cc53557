import type { StorageKit } from './kit.js';
import { storageContract } from './storage-contract.js';

/** What Mocha, Jasmine, Vitest, Jest and `node:test` have in common. */
export interface TestRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: (name: string, body: () => Promise<void>) => unknown;
}

/**
 * Declares one test for each clause, in a test runner: `describeStorage('our storage', kit, {describe, it})`. A test that fails
 * has the name of the clause that is broken. A runner's own time limit should be above the kit's `deadline`.
 */
export const describeStorage = (name: string, kit: StorageKit, { describe, it }: TestRunner): void => {
  describe(name, () => {
    for (const clause of storageContract(kit)) it(clause.name, () => clause.run());
  });
};
