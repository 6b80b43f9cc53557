// An engine without elements on a real storage, for faults that are made from outside the page.
import { createConsent } from '/dist/src/index.js';
import { indexedDbStorage } from '/dist/src/storage/indexeddb.js';
import { webStorage } from '/dist/src/storage/web-storage.js';
import { upgradeLedger } from '/support/upgrade-ledger.js';
import { sampleDetails, sampleNotice, samplePolicy } from '/support/sample-policy.js';

const hashText = async (text) => {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256:${Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
};

const faults = [];
addEventListener('error', ({ message }) => faults.push(message));
addEventListener('unhandledrejection', ({ reason }) => faults.push(String(reason)));

const STORAGES = { indexeddb: indexedDbStorage, 'local-storage': webStorage };

let engine;
let storage;

window.saving = {
  /** Starts the engine; resolves with where the consent stands and how long that took. */
  async start(kind, version = '1') {
    engine?.destroy();
    const started = performance.now();
    storage = STORAGES[kind]();
    engine = createConsent({ policies: [await samplePolicy(hashText, { version })], storage });
    await engine.ready;
    return { ...this.look(), milliseconds: performance.now() - started };
  },
  look() {
    const { decision, durability, asks, reason } = engine.status('sample');
    const errors = engine.errors.map(({ code, value }) => ({ code, value }));
    return { decision, durability, asks, reason, errors, faults };
  },
  /** Asks and answers, or withdraws. Resolves with how safely that is kept. */
  async answer(decision) {
    if (decision === 'withdrawn') {
      const withdrawal = await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
      return withdrawal.saved;
    }
    engine.ensure('sample', { trigger: 'user' }).catch(() => undefined);
    while (!engine.prompt) await new Promise((resolve) => setTimeout(resolve, 5));
    await engine.prompt.present(sampleNotice);
    return engine.prompt.answer(decision, sampleDetails).saved;
  },
  /** The decisions that are stored, each with its event's id. */
  async stored() {
    const { events, unreadable } = await storage.read();
    return { decisions: events.map(({ decision }) => decision), ids: events.map(({ id }) => id), unreadable };
  },
  /** Appends events of one chain, without hashes: what counts is that they are there. */
  async append(count, padding = '') {
    const token = () => crypto.randomUUID().replaceAll('-', '');
    const [writer, hash] = [token(), `sha256:${'0'.repeat(64)}`];
    const made = Array.from({ length: count }, (_, index) => ({
      schema: 'mingshi.event/1',
      id: token(),
      time: '2026-11-22T10:00:00.000Z',
      subject: { id: `local-${token()}` },
      request: { id: 'sample', kind: 'general', ...(padding && { purpose: padding }) },
      decision: 'denied',
      act: 'pointer',
      policyHash: hash,
      noticeHash: hash,
      policy: { id: 'sample', version: '1', language: 'zh-Hans' },
      validity: 'standing',
      visibility: 'unverified',
      writer,
      sequence: index + 1,
      previous: index === 0 ? '' : hash,
      supersedes: [],
    }));
    for (const event of made) await storage.append([event]);
    return made.map(({ id }) => id);
  },
  /** Posts to the server that the page came back, and from then on each change of the decision. */
  reportReturn() {
    const report = (body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) });
    window.keptListener ??= { passive: true };
    addEventListener(
      'pageshow',
      ({ persisted }) => {
        const [entry] = performance.getEntriesByType('navigation');
        report({ persisted, reasons: JSON.stringify(entry.notRestoredReasons ?? null) });
        let shown;
        setInterval(() => {
          const { decision } = engine.status('sample');
          if (decision !== shown) report({ decision });
          shown = decision;
        }, 50);
      },
      window.keptListener,
    );
  },
  /** Upgrades the ledger's database as a version to come may. Resolves with what is there. */
  upgrade(version, copies) {
    engine?.destroy();
    return upgradeLedger(version, copies);
  },
  /** What must never be done: everything taken out in one transaction, to be written back in another. */
  async deleteThenWait() {
    engine.destroy();
    const open = indexedDB.open('mingshi/default');
    const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
    const transaction = database.transaction('events', 'readwrite', { durability: 'strict' });
    transaction.objectStore('events').clear();
    await new Promise((resolve) => (transaction.oncomplete = resolve));
  },
  fill(filler = 'filler') {
    return fillDatabase(filler);
  },
  empty: (filler = 'filler') =>
    new Promise((resolve) => (indexedDB.deleteDatabase(filler).onsuccess = () => resolve())),
};

/** Writes into a database of its own until not even a kilobyte finds room. */
async function fillDatabase(name) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const put = (size) =>
    new Promise((resolve) => {
      const transaction = database.transaction('bytes', 'readwrite');
      transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(size)));
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () => resolve(false);
    });
  for (let size = 65_536; size > 128;) if (!(await put(size))) size /= 2;
  database.close();
}
