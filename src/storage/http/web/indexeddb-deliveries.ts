import { completionOf, IndexedDbConnection } from '../../../indexeddb-connection.js';
import { memoryDeliveries } from '../memory-deliveries.js';
import type { Deliveries, DeliveryMark } from '../port.js';

const store = 'marks';

/**
 * Remembers deliveries in the database `mingshi-deliveries/<name>`. Where the browser has no IndexedDB or loses it, they are
 * remembered as long as this object lives, which costs sending some records twice. Never rejects.
 */
export const indexedDbDeliveries = (name: string): Deliveries => {
  const spare = memoryDeliveries();
  const connection = new IndexedDbConnection({
    name: `mingshi-deliveries/${name}`,
    factory: undefined,
    create: (database) => void database.createObjectStore(store, { keyPath: 'id' }),
  });
  return {
    read: async () => {
      const kept = await connection.run(readAll).catch(() => []);
      const marks = new Map(kept.map((mark) => [mark.id, mark]));
      for (const mark of await spare.read()) marks.set(mark.id, mark);
      return [...marks.values()];
    },
    put: (marks) => connection.run((database) => putAll(database, marks)).catch(() => spare.put(marks)),
    close: () => connection.close(),
  };
};

const readAll = async (database: IDBDatabase): Promise<readonly DeliveryMark[]> => {
  const transaction = database.transaction(store, 'readonly');
  const request = transaction.objectStore(store).getAll() as IDBRequest<DeliveryMark[]>;
  await completionOf(transaction, [request]);
  return request.result;
};

const putAll = async (database: IDBDatabase, marks: readonly DeliveryMark[]): Promise<void> => {
  const transaction = database.transaction(store, 'readwrite');
  const requests = marks.map((mark) => transaction.objectStore(store).put(mark));
  transaction.commit();
  await completionOf(transaction, requests);
};
