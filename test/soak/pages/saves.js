import { verifyLedger } from '/dist/src/ledger/index.js';
import { tell } from './ack-channel.js';
import { nextChoice, startEngine } from './person.js';
import { storages } from './storages.js';

// Query: `storage`, `read` (the namespace to read first), `save` (the one to save in then), `count`.
const query = new URLSearchParams(location.search);
const open = storages[query.get('storage')];

/** How many saves may be on their way at once. */
const AT_ONCE = 4;

/** The bare time of the same reading, for a measure of ours. */
async function readBare(namespace) {
  const start = performance.now();
  await new Promise((resolve) => {
    const request = indexedDB.open(`mingshi/${namespace}`);
    request.onerror = resolve;
    request.onsuccess = () => {
      const { result } = request;
      if (!result.objectStoreNames.contains('events')) return resolve(result.close());
      const all = result.transaction('events').objectStore('events').getAll();
      all.onsuccess = all.onerror = () => resolve(result.close());
    };
  });
  return performance.now() - start;
}

async function read(namespace) {
  const start = performance.now();
  const engine = await startEngine(open(namespace));
  const opened = performance.now() - start;
  const { events, unreadable } = await open(namespace).read();
  const { result, broken } = await verifyLedger(JSON.parse(await engine.export('json')));
  const codes = engine.errors.map(({ code }) => code);
  engine.destroy();
  tell({
    type: 'found',
    namespace,
    events,
    unreadable,
    result,
    broken,
    codes,
    opened,
    bare: await readBare(namespace),
  });
}

async function save(namespace, count) {
  const engine = await startEngine(open(namespace));
  const waiting = new Set();
  tell({ type: 'saving', namespace });
  for (let number = 1; number <= count; number += 1) {
    const { event, saved } = await nextChoice(engine);
    const settled = saved.then((durability) => {
      waiting.delete(settled);
      tell({ type: 'acked', namespace, durability, event });
    });
    waiting.add(settled);
    if (waiting.size >= AT_ONCE) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  tell({ type: 'done', namespace, codes: engine.errors.map(({ code }) => code) });
}

try {
  if (query.has('read')) await read(query.get('read'));
  if (query.has('save')) await save(query.get('save'), Number(query.get('count')));
} catch (error) {
  tell({ type: 'failed', error: `${error.code ?? ''} ${error.stack ?? error}` });
}
