import type { PermissionRequester, PermissionState } from '../port.js';
import { queryState } from './query-state.js';
import { webRequester } from './web-requester.js';

/** Asks that what the app keeps on this device is never cleared for want of room. Most browsers answer without a prompt. */
export const persistentStorageRequester = (): PermissionRequester<true> =>
  webRequester({
    kind: 'persistent-storage',
    api: () => navigator.storage,
    method: 'persist',
    state: stateOfStorage,
    ask: async () =>
      (await navigator.storage.persist()) ? { end: 'granted', value: true } : { end: 'refused' },
  });

/** Safari knows no such permission, but says whether it stands. */
const stateOfStorage = async (): Promise<PermissionState> => {
  const state = await queryState('persistent-storage');
  return state === 'unknown' && (await navigator.storage.persisted()) ? 'granted' : state;
};
