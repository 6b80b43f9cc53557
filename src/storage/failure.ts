import { ConsentError } from '../errors.js';

export const storageFailure = (what: string, value: unknown, cause?: unknown): ConsentError =>
  new ConsentError('storage/failed', `The storage failed to ${what}.`, value, cause);

/** A coded error stays what it is, also one that another copy of the library made. */
export const asStorageError = (error: unknown, what: string): ConsentError => {
  if (error instanceof ConsentError) return error;
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('storage/')
    ? new ConsentError(code, String((error as { message?: unknown }).message), undefined, error)
    : storageFailure(what, undefined, error);
};

export const unreadableRecords = (count: number): ConsentError =>
  new ConsentError(
    'storage/unreadable-records',
    `${count} stored record(s) are no events and were left alone.`,
    count,
  );
