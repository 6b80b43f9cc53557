import { memoryStorage } from '/dist/src/index.js';
import { indexedDbStorage } from '/dist/src/storage/indexeddb.js';
import { httpStorage } from '/dist/src/storage/http/web/index.js';
import { core } from '/support/core-dist.js';
import { randomToken, sampleEvent } from '/support/sample-events.js';

// Query: `outbox` (`disk`, or `forgetful`: memory that says it is a disk), `locks=none`, `tab` (whose acks these are).
const query = new URLSearchParams(location.search);
const state = { inFlight: 0, most: 0, requests: 0, delivered: 0, codes: [] };

/** The page's own fetch, counted where it is called: a server learns late of a request that was given up. */
async function countedFetch(url, request) {
  if (request.method === 'POST') state.requests += 1;
  state.most = Math.max(state.most, ++state.inFlight);
  try {
    const reply = await fetch(url, request);
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, text: async () => text };
  } finally {
    state.inFlight -= 1;
  }
}

const outbox =
  query.get('outbox') === 'forgetful'
    ? { ...memoryStorage(), capabilities: { ...memoryStorage().capabilities, durability: 'disk' } }
    : indexedDbStorage({ namespace: 'soak' });

const storage = httpStorage({
  endpoint: '/events',
  namespace: 'soak',
  outbox,
  fetch: countedFetch,
  ...(query.get('locks') === 'none' && { locks: null }),
});
storage.watch((news) => {
  if (news.type === 'kept') state.delivered += news.events.length;
  if (news.type === 'error') state.codes.push(news.error.code);
});

const writer = randomToken();
let last;

/** The next choice of this tab: the general agreement, then withdrawals and grants of one separate consent in turn. */
async function nextChoice() {
  const sequence = (last?.sequence ?? 0) + 1;
  const separate = { id: `separate-${writer}`, kind: 'separate' };
  last = sampleEvent({
    ...{ writer, sequence, subject: { id: `local-${writer}` } },
    previous: last ? await core.hashRecord(last) : '',
    request: sequence === 1 ? { id: 'sample', kind: 'general' } : separate,
    decision: sequence === 1 || sequence % 2 === 0 ? 'granted' : 'withdrawn',
    supersedes: sequence > 2 ? [last.id] : [],
  });
  return last;
}

/** Makes choices, and tells the server of each that was kept. */
async function choose(count, pause = 0) {
  const events = [];
  for (let made = 0; made < count; made += 1) {
    const event = await nextChoice();
    await storage.append([event]);
    events.push(event);
    if (query.has('tab')) await tellAck(event);
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * pause));
  }
  return events;
}

const tellAck = (event) =>
  fetch(`/ack?tab=${query.get('tab')}`, { method: 'POST', body: JSON.stringify(event) }).catch(
    () => undefined,
  );

/** A sender for comparison: everything there is, at each choice and whenever there seems to be a network, side by side. */
function sendEagerly(events) {
  const waiting = new Map(events.map((event) => [event.id, event]));
  const send = () => {
    for (const event of waiting.values()) {
      const body = JSON.stringify({
        schema: 'mingshi.batch/1',
        namespace: 'soak',
        events: [event],
        links: [],
      });
      const headers = { 'content-type': 'application/json', 'idempotency-key': `"${Math.random()}"` };
      countedFetch('/events', { method: 'POST', body, headers }).then(
        () => waiting.delete(event.id),
        () => undefined,
      );
    }
  };
  addEventListener('online', send);
  send();
}

/** Another: gives everything to a beacon when the page goes, and counts it as sent. */
function sendByBeacon(events) {
  addEventListener('pagehide', () => {
    const body = JSON.stringify({ schema: 'mingshi.batch/1', namespace: 'soak', events, links: [] });
    navigator.sendBeacon('/events', new Blob([body], { type: 'application/json' }));
  });
}

await storage.open();
await storage.read();
window.sends = { state, storage, choose, makeChoices, sendEagerly, sendByBeacon };

/** Choices that are only made, not kept. */
async function makeChoices(count) {
  const events = [];
  for (let made = 0; made < count; made += 1) events.push(await nextChoice());
  return events;
}
