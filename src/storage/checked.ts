import type { StorageAdapter } from './port.js';

const checked = new WeakSet<StorageAdapter>();

/** Notes that an adapter of ours reads as sound events only, so that nobody looks at each of them twice. Gives it back. */
export const checkedStorage = (adapter: StorageAdapter): StorageAdapter => {
  checked.add(adapter);
  return adapter;
};

/** True for an adapter of ours; any other's events are checked, by what is loaded then. */
export const isChecked = (adapter: StorageAdapter): boolean => checked.has(adapter);
