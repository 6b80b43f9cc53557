import { defaultPlatform } from '../platform.js';
import type { StorageAdapter } from '../storage/port.js';
import { ADVERTISED } from './clauses/advertised.js';
import { ARGUMENTS } from './clauses/arguments.js';
import { ENGINE } from './clauses/engine.js';
import { ERASING } from './clauses/erasing.js';
import { FAILING } from './clauses/failing.js';
import { KEEPING } from './clauses/keeping.js';
import { OPENING } from './clauses/opening.js';
import { PLANTED } from './clauses/planted.js';
import { READING } from './clauses/reading.js';
import { REFUSING } from './clauses/refusing.js';
import { WATCHING } from './clauses/watching.js';
import type { ClauseContext, ClauseWords, ContractCore } from './clause.js';
import type { Clause, StorageKit } from './kit.js';

const patience = 10_000;

/** The contract's clauses for a kit, run with this copy of Mingshi. */
export const contractFor =
  (core: ContractCore) =>
  (kit: StorageKit): readonly Clause[] => {
    const opened = async (): Promise<StorageAdapter> => open(await kit.create());
    const reopened = async (adapter: StorageAdapter): Promise<StorageAdapter> =>
      open(await kit.again(adapter));
    const context: ClauseContext = { kit, core, opened, reopened };
    return clausesFor(kit).map(([name, check]) => ({
      name,
      run: () => settled(check(context), kit.deadline ?? patience),
    }));
  };

const clausesFor = (kit: StorageKit): readonly ClauseWords[] => [
  ...ADVERTISED,
  ...OPENING,
  ...KEEPING,
  ...REFUSING,
  ...READING,
  ...ARGUMENTS,
  ...ERASING,
  ...(kit.elsewhere ? WATCHING : []),
  ...(kit.plant ? PLANTED : []),
  ...(kit.breakWrites ? FAILING : []),
  ...ENGINE,
];

const open = async (adapter: StorageAdapter): Promise<StorageAdapter> => {
  await adapter.open();
  return adapter;
};

/** An adapter that hangs breaks the clause that waited for it, and no test runner. */
const settled = (check: Promise<void>, deadline: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const cancel = defaultPlatform().timer(
      () => reject(new Error(`this did not settle within ${deadline} ms`)),
      deadline,
    );
    check.finally(cancel).then(resolve, reject);
  });
