import { rmSync } from 'node:fs';
import sqlite from 'node-sqlite3-wasm';
import { canonicalText, hashOf } from './chain.mjs';

const TABLES = `
  CREATE TABLE IF NOT EXISTS events (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    namespace TEXT NOT NULL, account TEXT NOT NULL, id TEXT NOT NULL,
    writer TEXT NOT NULL, sequence INTEGER NOT NULL,
    previous TEXT NOT NULL, hash TEXT NOT NULL, text TEXT NOT NULL, erased INTEGER NOT NULL DEFAULT 0,
    UNIQUE (namespace, id), UNIQUE (namespace, writer, sequence));
  CREATE TABLE IF NOT EXISTS links (
    namespace TEXT NOT NULL, writer TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (namespace, writer, sequence));
  CREATE TABLE IF NOT EXISTS erasures (
    namespace TEXT NOT NULL, account TEXT NOT NULL, place TEXT NOT NULL, due TEXT NOT NULL,
    PRIMARY KEY (namespace, place));
  CREATE TABLE IF NOT EXISTS replies (
    account TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, reply TEXT NOT NULL,
    PRIMARY KEY (account, key));`;

const PAGE = 500;

/**
 * The receiver's ledger in one SQLite file (in memory where none is named). Every event is stored once, by its id and by its
 * place; what contradicts the chain around it is refused. Nothing is changed but by an erasure the person asked for.
 */
export class LedgerStore {
  #database;
  #now;

  constructor({ file = ':memory:', now = () => Date.now() } = {}) {
    // What a killed process left of its lock; one process has the file.
    if (file !== ':memory:') rmSync(`${file}.lock`, { recursive: true, force: true });
    this.#database = new sqlite.Database(file);
    this.#database.exec(TABLES);
    this.#now = now;
  }

  /** Runs `work` whole or not at all. */
  transaction(work) {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /** Stores one event; gives why not, undefined where it is stored now or was before. */
  store(namespace, account, event) {
    const hash = hashOf(event);
    const known = this.#find(namespace, event);
    if (known) return known.hash === hash && known.account === account ? undefined : conflict;
    const fault = this.#findBreak(namespace, event, hash);
    if (fault) return fault;
    const { id, writer, sequence, previous } = event;
    this.#run(
      'INSERT INTO events (namespace, account, id, writer, sequence, previous, hash, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      [namespace, account, id, writer, sequence, previous, hash, canonicalText(event)],
    );
    this.#noteErasures(namespace, account, event);
    return undefined;
  }

  /** The hash of an event that stays on the device. What is known already counts. */
  link(namespace, { writer, sequence, hash }) {
    this.#run('INSERT OR IGNORE INTO links VALUES (?, ?, ?, ?)', [namespace, writer, sequence, hash]);
  }

  /** The last event of each of these writers. */
  heads(namespace, writers) {
    const heads = {};
    for (const writer of new Set(writers)) {
      const head = this.#get(
        'SELECT sequence, hash FROM events WHERE namespace = ? AND writer = ? ORDER BY sequence DESC LIMIT 1',
        [namespace, writer],
      );
      if (head) heads[writer] = { sequence: Number(head.sequence), hash: head.hash };
    }
    return heads;
  }

  /** What an account stored after a cursor, oldest arrival first. */
  page(namespace, account, after) {
    this.eraseDue();
    const rows = this.#all(
      'SELECT number, text, erased FROM events WHERE namespace = ? AND account = ? AND number > ? ORDER BY number LIMIT ?',
      [namespace, account, Number(after) || 0, PAGE],
    );
    const records = (erased) =>
      rows.filter((row) => Number(row.erased) === erased).map((row) => JSON.parse(row.text));
    const next = String(rows.at(-1)?.number ?? after);
    return { events: records(0), erased: records(1), next, more: rows.length === PAGE };
  }

  /** Every event there is, in the order of arrival; erased ones as what is left of them. */
  all(namespace) {
    this.eraseDue();
    return this.#all('SELECT text FROM events WHERE namespace = ? ORDER BY number', [namespace]).map((row) =>
      JSON.parse(row.text),
    );
  }

  /** The reply that was given under a key, if any: `{body, reply}`. */
  replyTo(account, key) {
    return this.#get('SELECT body, reply FROM replies WHERE account = ? AND key = ?', [account, key]);
  }

  keepReply(account, key, body, reply) {
    this.#run('INSERT INTO replies VALUES (?, ?, ?, ?)', [account, key, body, reply]);
  }

  /** Puts in the place of each event whose deletion is due what may be left of it: nothing that names the person. */
  eraseDue() {
    const due = this.#all(
      `SELECT events.number, events.text, events.hash FROM events JOIN erasures
       ON erasures.namespace = events.namespace AND erasures.account = events.account
       AND erasures.place = events.writer || '/' || events.sequence
       WHERE events.erased = 0 AND erasures.due <= ?`,
      [new Date(this.#now()).toISOString()],
    );
    for (const { number, text, hash } of due) {
      const left = canonicalText(leftOf(JSON.parse(text), hash));
      this.#run('UPDATE events SET text = ?, erased = 1 WHERE number = ?', [left, number]);
    }
  }

  close() {
    this.#database.close();
  }

  #find(namespace, { id, writer, sequence }) {
    return this.#get(
      'SELECT hash, account FROM events WHERE namespace = ? AND (id = ? OR (writer = ? AND sequence = ?))',
      [namespace, id, writer, sequence],
    );
  }

  /** An event must be the one its neighbours and the links name; a neighbour that is not here yet says nothing. */
  #findBreak(namespace, { writer, sequence, previous }, hash) {
    if ((sequence === 1) !== (previous === ''))
      return broken('It names an event before it where none can be, or none.');
    const linked = this.#hashAt('links', namespace, writer, sequence);
    if (linked && linked !== hash) return conflict;
    const before =
      this.#hashAt('events', namespace, writer, sequence - 1) ??
      this.#hashAt('links', namespace, writer, sequence - 1);
    if (before && before !== previous) return broken('The event before it is another one than it names.');
    const after = this.#get(
      'SELECT previous FROM events WHERE namespace = ? AND writer = ? AND sequence = ?',
      [namespace, writer, sequence + 1],
    );
    return after && after.previous !== hash ? broken('The event after it names another one.') : undefined;
  }

  #hashAt(table, namespace, writer, sequence) {
    return this.#get(`SELECT hash FROM ${table} WHERE namespace = ? AND writer = ? AND sequence = ?`, [
      namespace,
      writer,
      sequence,
    ])?.hash;
  }

  #noteErasures(namespace, account, { erases = [], until }) {
    const due = new Date(until ?? 0).toISOString();
    for (const place of erases)
      this.#run('INSERT OR IGNORE INTO erasures VALUES (?, ?, ?, ?)', [namespace, account, place, due]);
  }

  #run(sql, values) {
    this.#database.run(sql, values);
  }

  #get(sql, values) {
    return this.#database.get(sql, values) ?? undefined;
  }

  #all(sql, values) {
    return this.#database.all(sql, values);
  }
}

const conflict = {
  code: 'storage/conflict',
  sentence: 'Another event is stored under this id or at this place.',
};

const broken = (sentence) => ({ code: 'ledger/broken-chain', sentence });

/** `mingshi.erased/1` of an event. */
const leftOf = ({ writer, sequence, previous, time, request, decision, policyHash, policy }, hash) => ({
  schema: 'mingshi.erased/1',
  ...{ writer, sequence, previous, hash, time, decision, policyHash, policy },
  request: { id: request.id, kind: request.kind },
});
