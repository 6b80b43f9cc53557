import { withDeadline } from './deadline.js';
import { ConsentError } from './errors.js';
import { own } from './own.js';
import { defaultPlatform } from './platform.js';

/** How long opening may take, and how long a connection may leave a call without an answer before the next is made on another. */
const deadline = 3000;
/** How often in a row a lost connection is replaced within a call; then each call tries once. */
const healsInARow = 3;
/** How many times a database is opened within a minute at most. */
const opensInAMinute = 9;

export interface ConnectionParts {
  readonly name: string;
  readonly factory: IDBFactory | undefined;
  /** The schema's version. Default 1. */
  readonly version?: number;
  /** Creates the stores that a database of version `before` lacks; `before` is 0 for a new one. */
  readonly create: (database: IDBDatabase, before: number) => void;
  /** A database opened that was too late for those who waited. */
  readonly late?: () => void;
}

/**
 * One database, open while the page lets it be: it closes for a newer version, and is opened again when it was lost. Rejects
 * with `storage/…` errors: `unavailable`, `blocked` (another tab keeps an older version open), `timeout`, `newer` (a newer
 * version of this library made it; it is left as it is), `lost`, `full` or `failed`.
 */
export class IndexedDbConnection {
  readonly #parts: ConnectionParts;
  #database: IDBDatabase | undefined;
  #opening: Promise<void> | undefined;
  #blocked = false;
  #wanted = false;
  #late = false;
  /** How many connections were lost since a call last succeeded. */
  #lost = 0;
  /** When the database was opened, of late. */
  #opens: readonly number[] = [];

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  /** Settles within 3 s; a database that opens later is used from then on. */
  open(): Promise<void> {
    return this.run(() => Promise.resolve());
  }

  /**
   * Calls `work` in this very task where the connection is open, else once it is. Where the connection turns out to be lost,
   * opens another and calls `work` again: work must be able to run twice.
   */
  async run<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    this.#wanted = true;
    for (let heals = 0; ; heals++) {
      let database = this.#database;
      try {
        database ??= await this.#opened();
        const done = await this.#watched(database, work);
        this.#lost = 0;
        return done;
      } catch (error) {
        const known = asStorageFailure(error);
        if (known.code !== 'storage/lost') throw known;
        // Of those who shared a connection, the first gives it up.
        if (database && this.#forget(database)) this.#lost++;
        if (heals === healsInARow || this.#lost > healsInARow) throw known;
      }
    }
  }

  close(): void {
    this.#wanted = false;
    this.#opens = [];
    if (this.#database) this.#forget(this.#database);
  }

  /** A connection that gives no answer is given up for the calls to come; a late answer still counts. */
  async #watched<T>(database: IDBDatabase, work: (database: IDBDatabase) => Promise<T>): Promise<T> {
    const cancel = defaultPlatform().timer(() => this.#forget(database), deadline);
    try {
      return await work(database);
    } finally {
      cancel();
    }
  }

  async #opened(): Promise<IDBDatabase> {
    const opening = (this.#opening ??= this.#request());
    const done = (): void => {
      if (this.#opening === opening) this.#opening = undefined;
    };
    opening.then(done, done);
    await withDeadline(opening, deadline, defaultPlatform().timer, () => {
      this.#late = true;
      if (this.#blocked) return 'storage/blocked';
      // The next call asks anew.
      done();
      return 'storage/timeout';
    });
    if (this.#database) return this.#database;
    throw failure(this.#wanted ? lost : unavailable);
  }

  /** The database itself, however long that takes. */
  #request(): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = this.#start();
      request.onblocked = () => (this.#blocked = true);
      request.onupgradeneeded = ({ oldVersion }) => this.#parts.create(request.result, oldVersion);
      request.onerror = () => {
        this.#lost++;
        reject(asOpenFailure(request.error));
      };
      request.onsuccess = () => {
        this.#adopt(request.result);
        resolve();
      };
    });
  }

  #start(): IDBOpenDBRequest {
    const now = performance.now();
    this.#blocked = false;
    this.#opens = [...this.#opens.filter((time) => now - time < 60_000), now];
    if (this.#opens.length > opensInAMinute) {
      this.#opens = this.#opens.slice(0, -1);
      throw failure(lost);
    }
    const { factory, name, version = 1 } = this.#parts;
    try {
      // Where there is none, this throws as well.
      return (factory ?? indexedDB).open(name, version);
    } catch (error) {
      throw failure(unavailable, error);
    }
  }

  #adopt(database: IDBDatabase): void {
    if (this.#database || !this.#wanted) return database.close();
    database.onversionchange = () => this.#forget(database);
    database.onclose = () => this.#forget(database);
    this.#database = database;
    if (this.#late) this.#parts.late?.();
    this.#late = false;
  }

  /** True where it was the connection in use. */
  #forget(database: IDBDatabase): boolean {
    database.close();
    const isUsed = this.#database === database;
    if (isUsed) this.#database = undefined;
    return isUsed;
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

type Meaning = readonly [code: string, sentence: string];

const full: Meaning = ['storage/full', 'The database has no room for more.'];
const lost: Meaning = ['storage/lost', 'The connection to the database was lost.'];
const unavailable: Meaning = ['storage/unavailable', 'This page cannot open the database.'];
const newer: Meaning = ['storage/newer', 'A newer version of this library made the database.'];
const failed: Meaning = ['storage/failed', 'The database failed.'];

/** What a name means. The first three are what a connection says that the browser's storage process dropped, by engine. */
const meanings: Readonly<Record<string, Meaning>> = {
  InvalidStateError: lost,
  AbortError: lost,
  UnknownError: lost,
  QuotaExceededError: full,
};

const asStorageFailure = (error: unknown): ConsentError =>
  error instanceof ConsentError
    ? error
    : failure((own(meanings, nameOf(error)) as Meaning | undefined) ?? failed, error);

const asOpenFailure = (error: DOMException | null): ConsentError => {
  const name = nameOf(error);
  if (name === 'VersionError') return failure(newer, error);
  if (name === 'QuotaExceededError') return failure(full, error);
  return failure(/\blost\b/i.test(String(error?.message)) ? lost : unavailable, error);
};

const nameOf = (error: unknown): string => (error instanceof DOMException ? error.name : '');

const failure = ([code, sentence]: Meaning, cause?: unknown): ConsentError =>
  new ConsentError(code, sentence, undefined, cause);
