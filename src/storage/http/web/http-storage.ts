import type { ConsentEvent } from '../../../consent/model.js';
import type { StorageNews } from '../../port.js';
import { Courier } from './courier.js';
import { checkEndpoint } from '../endpoint.js';
import type { HttpStorage, HttpStorageOptions } from '../options.js';

/**
 * Keeps events in `outbox` and brings those that may leave the device to a receiver. `append` resolves as the outbox does;
 * what the receiver then named as stored is told by `watch` (`kept`, `server`), also after a restart. Nothing is sent before a
 * general policy is agreed to, and refusals only with a stated basis (PRIVACY.md). What fails is tried again 1 s to 5 min later,
 * by any tab; nothing is ever taken out of the outbox. Throws `storage/invalid-endpoint` and `storage/insecure-endpoint`;
 * rejects what the outbox rejects, `parked` and `retry` also `engine/not-loaded`.
 */
export const httpStorage = (options: HttpStorageOptions): HttpStorage => {
  const { outbox } = options;
  const page = typeof document === 'undefined' ? undefined : document.baseURI;
  const courier = new Courier(options, checkEndpoint(options.endpoint, page));
  const erase = outbox.erase?.bind(outbox);
  return {
    capabilities: { ...outbox.capabilities, twoWay: options.twoWay === true || outbox.capabilities.twoWay },
    open: () => {
      courier.open();
      return outbox.open();
    },
    append: async (events: readonly ConsentEvent[]) => {
      const kept = await outbox.append(events);
      courier.sawNew(events);
      return kept;
    },
    read: async (query) => {
      const stored = await outbox.read(query);
      courier.sawStored(stored.events);
      return stored;
    },
    heads: () => outbox.heads(),
    ...(erase && { erase }),
    watch: (callback: (news: StorageNews) => void) => courier.watch(callback),
    close: () => {
      courier.close();
      outbox.close();
    },
    parked: async () => (await courier.sender()).parked(),
    retry: async (ids) => (await courier.sender()).retry(ids),
  };
};
