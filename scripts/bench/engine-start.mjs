// @ts-check
// What a start with ten thousand past events costs beside reading them: in turns, in one run, in Node, on a storage of texts.
import { defaultPlatform } from '../../build/src/platform.js';
import { hashText } from '../../build/src/hash.js';
import { createConsent } from '../../build/src/index.js';
import { textStorage } from '../../build/src/storage/text-storage.js';
import { checkedStorage } from '../../build/src/storage/checked.js';
import { sampleEvent } from '../../test/support/sample-events.js';
import { samplePolicy } from '../../test/support/sample-policy.js';
import { printTable, shortestTimes, verdict, words } from './timing.mjs';

/** The most that being ready may take of the time of reading. */
const READY = 2;
/** The most that twice the events may take of the time. */
const TWICE = 2.6;
const ROUNDS = 8;
const id = (/** @type {number} */ number) => number.toString(16).padStart(32, '0');
const { sha256 } = defaultPlatform();

/** How ten thousand events come to be. @type {Record<string, (at: number) => object>} */
const LEDGERS = {
  'one chain about one policy': (at) => ({
    writer: id(1),
    sequence: at,
    id: id(at),
    supersedes: at > 1 ? [id(at - 1)] : [],
  }),
  'a thousand starts, a hundred requests': (at) => ({
    writer: id(Math.floor(at / 10)),
    sequence: (at % 10) + 1,
    id: id(at),
    request: { id: at % 100 === 0 ? 'sample' : `jump:website:${at % 100}.example`, kind: 'jump' },
    supersedes: at > 100 ? [id(at - 100)] : [],
  }),
  'events that know nothing of each other': (at) => ({ writer: id(at), sequence: 1, id: id(at) }),
  'events that all have one id': (at) => ({ writer: id(1), sequence: at, id: id(1), supersedes: [id(2)] }),
};

/** A storage of texts with so many events in it. @param {(at: number) => object} eventAt @param {number} count */
async function fill(eventAt, count) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  const medium = {
    check: () => undefined,
    get: (/** @type {string} */ key) => texts.get(key),
    set: (/** @type {string} */ key, /** @type {string} */ text) => void texts.set(key, text),
    keys: () => [...texts.keys()],
  };
  const capabilities = /** @type {const} */ ({
    acknowledges: true,
    immediate: true,
    twoWay: false,
    durability: 'browser',
  });
  const storage = checkedStorage(textStorage(medium, '', capabilities));
  const subject = { id: 'local-1' };
  const events = Array.from({ length: count }, (_, at) => sampleEvent({ subject, ...eventAt(at + 1) }));
  await storage.append(/** @type {any} */ (events));
  return storage;
}

/** The times of reading the events, of a start that reads them, and of the same with half as many. @param {(at: number) => object} eventAt */
async function measure(eventAt) {
  const [whole, half] = [await fill(eventAt, 10_000), await fill(eventAt, 5000)];
  const policy = await samplePolicy((/** @type {string} */ text) => hashText(text, sha256));
  const start = async (/** @type {typeof whole} */ storage) => {
    const engine = createConsent({ policies: [/** @type {any} */ (policy)], storage });
    await engine.ready;
    engine.destroy();
  };
  const [read = NaN, ready = NaN, readyHalf = NaN] = await shortestTimes(
    [() => whole.read(), () => start(whole), () => start(half)],
    ROUNDS,
  );
  return { read, ready, ratio: ready / read, growth: ready / readyHalf };
}

/** Prints what a start costs. Resolves with the exit code: 1 where a limit is broken. */
export async function benchEngineStart() {
  const rows = [];
  const broken = [];
  for (const [name, eventAt] of Object.entries(LEDGERS)) {
    const { read, ready, ratio, growth } = await measure(eventAt);
    rows.push([name, words(read), words(ready), `${ratio.toFixed(2)} ×`, `${growth.toFixed(2)} ×`]);
    if (ratio > READY) broken.push(`a start with ${name} took ${ratio.toFixed(2)} × the time of reading.`);
    if (growth > TWICE) broken.push(`twice the events (${name}) took ${growth.toFixed(2)} × the time.`);
  }
  printTable(['10,000 past events', 'reading them', 'ready', 'beside reading', 'beside half of them'], rows);
  return verdict(broken);
}
