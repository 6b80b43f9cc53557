import { hasMethods, own } from '../own.js';
import type { StorageAdapter } from './port.js';

/** True for an object with every method of the port and its capabilities. */
export const isStorageAdapter = (value: unknown): value is StorageAdapter =>
  hasMethods(value, ['open', 'append', 'read', 'heads', 'close']) &&
  typeof own(value.capabilities, 'durability') === 'string';
