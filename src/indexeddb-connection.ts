import { withDeadline } from './deadline.js';
import { ConsentError } from './errors.js';
import { defaultPlatform } from './platform.js';

const openDeadline = 3000;

export interface ConnectionParts {
  readonly name: string;
  readonly factory: IDBFactory | undefined;
  /** Creates the stores of a new database. */
  readonly create: (database: IDBDatabase) => void;
}

/** One database, open while the page lets it be: it closes for a newer version, and is opened again when it was lost. */
export class IndexedDbConnection {
  readonly #parts: ConnectionParts;
  #database: IDBDatabase | undefined;
  #opening: Promise<void> | undefined;
  #blocked = false;
  #wanted = false;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /**
   * Settles within 3 s; a database that opens later is used from then on. Rejects `storage/unavailable`, `storage/blocked`
   * (another tab keeps an older version open) or `storage/timeout`.
   */
  open(): Promise<void> {
    this.#wanted = true;
    if (this.#database) return Promise.resolve();
    this.#opening ??= this.#request().finally(() => (this.#opening = undefined));
    return withDeadline(this.#opening, openDeadline, defaultPlatform().timer, () =>
      this.#blocked ? 'storage/blocked' : 'storage/timeout',
    );
  }

  /**
   * Calls `work` in this very task where the connection is open, else once it is. Where the connection turns out to be lost,
   * opens another and calls `work` once more: work must be able to run twice. Rejects with `storage/…` errors.
   */
  async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const database = this.#database;
    try {
      return await (database ? work(database) : this.#runOpened(work));
    } catch (error) {
      if (!database || !isLost(error)) throw asStorageFailure(error);
      this.#forget(database);
    }
    return this.#runOpened(work).catch((error: unknown) => {
      throw asStorageFailure(error);
    });
  }

  close(): void {
    this.#wanted = false;
    if (this.#database) this.#forget(this.#database);
  }

  async #runOpened<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    await this.open();
    if (this.#database) return work(this.#database);
    throw failure('storage/unavailable', 'The database was closed.');
  }

  /** The database itself, however long that takes. */
  #request(): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = this.#start();
      request.onblocked = () => (this.#blocked = true);
      request.onupgradeneeded = () => this.#parts.create(request.result);
      request.onerror = () =>
        reject(failure('storage/unavailable', 'The database cannot be opened.', request.error));
      request.onsuccess = () => {
        this.#adopt(request.result);
        resolve();
      };
    });
  }

  #start(): IDBOpenDBRequest {
    this.#blocked = false;
    try {
      const factory = this.#parts.factory ?? indexedDB;
      if (factory) return factory.open(this.#parts.name, 1);
    } catch (error) {
      throw failure('storage/unavailable', 'This page may not use IndexedDB.', error);
    }
    throw failure('storage/unavailable', 'There is no IndexedDB here.');
  }

  #adopt(database: IDBDatabase): void {
    database.onversionchange = () => this.#forget(database);
    database.onclose = () => this.#forget(database);
    this.#database = database;
    if (!this.#wanted) this.close();
  }

  #forget(database: IDBDatabase): void {
    database.close();
    if (this.#database === database) this.#database = undefined;
  }
}

/** Resolves when a transaction is complete; rejects with the first failed request's error, else with its own. */
export const completionOf = (
  transaction: IDBTransaction,
  requests: readonly IDBRequest[] = [],
): Promise<void> =>
  new Promise((resolve, reject) => {
    let first: DOMException | null = null;
    for (const request of requests) request.onerror = () => (first ??= request.error);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(first ?? transaction.error ?? new DOMException('', 'AbortError'));
  });

/** What a connection says that the browser's storage process dropped, by engine. */
const lostNames = ['InvalidStateError', 'AbortError', 'UnknownError'];

const isLost = (error: unknown): boolean => error instanceof DOMException && lostNames.includes(error.name);

const asStorageFailure = (error: unknown): ConsentError => {
  if (error instanceof ConsentError) return error;
  return error instanceof DOMException && error.name === 'QuotaExceededError'
    ? failure('storage/full', 'The database has no room for more.', error)
    : failure('storage/failed', 'The database failed.', error);
};

const failure = (code: string, sentence: string, cause?: unknown): ConsentError =>
  new ConsentError(code, sentence, undefined, cause);
