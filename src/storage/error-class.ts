import { own } from '../own.js';

/**
 * What may follow an error of a storage. `transient`: the same call may work soon. `capacity`: once there is room. `invalid`:
 * never for this record, though for others. `fatal`: this storage does not work, here and now.
 */
export type StorageErrorClass = 'transient' | 'capacity' | 'invalid' | 'fatal';

const classes: Readonly<Record<string, StorageErrorClass>> = {
  'storage/timeout': 'transient',
  'storage/blocked': 'transient',
  'storage/lost': 'transient',
  'storage/full': 'capacity',
  'storage/conflict': 'invalid',
  'storage/invalid': 'invalid',
};

/** The class of what a storage rejected with, by its code; what has no known code is `fatal`. */
export const storageErrorClass = (error: unknown): StorageErrorClass =>
  (own(classes, String(own(error, 'code'))) as StorageErrorClass | undefined) ?? 'fatal';
