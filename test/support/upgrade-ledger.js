import { completionOf, IndexedDbConnection } from '/dist/src/indexeddb-connection.js';

/** Opens the ledger's database as a version to come may: with a store more, of many records. Resolves with what is there. */
export const upgradeLedger = (version, copies) => {
  const connection = new IndexedDbConnection({
    name: 'mingshi/default',
    version,
    create: (database, before) => {
      if (before < 1) database.createObjectStore('events', { keyPath: ['writer', 'sequence'] });
      const more = database.createObjectStore('more', { autoIncrement: true });
      for (let made = 0; made < copies; made++) more.add('x'.repeat(10_000));
    },
  });
  return connection.run(async (database) => {
    const transaction = database.transaction(['events', 'more']);
    const events = transaction.objectStore('events').getAll();
    const more = transaction.objectStore('more').count();
    await completionOf(transaction, [events, more]);
    return { version: database.version, ids: events.result.map(({ id }) => id), copies: more.result };
  });
};
