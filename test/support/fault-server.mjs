import { createServer } from 'node:http';
import { readRequest, writeReply } from '../../demo/receiver/receiver.mjs';

const LOGIN = '<!doctype html><title>Log in</title><form method=post><input name=user></form>';

const page = (status, headers = {}) => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: LOGIN,
});

const status = (code, headers = {}) => ({ status: code, headers, body: '' });

/** Replies that store nothing, by the name of the fault. */
const REPLIES = {
  'http-500': () => status(500),
  'http-502': () => status(502),
  'http-503': () => page(503),
  'http-429': () => status(429, { 'retry-after': '1' }),
  'http-408': () => status(408),
  'http-409': () => status(409),
  'http-425': () => status(425),
  empty: () => status(204),
  garbage: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '{"stored": tru' }),
  html: () => page(200),
  login: () => page(302, { location: '/login' }),
  /** A receipt about records that nobody sent. */
  other: (random) => receipt([String(random.integer(0, 9)).repeat(32)]),
  /** A receipt that names nothing. */
  nothing: () => receipt([]),
};

const receipt = (stored) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ schema: 'mingshi.receipt/1', stored, heads: {}, rejected: [] }),
});

/** Faults of the connection, and of the order in which things come. */
const WIRE = {
  /** Closed before a byte of the body was read. */
  'reset-before': ({ request }) => request.socket.destroy(),
  'reset-during': ({ request }) => request.once('data', () => request.socket.destroy()),
  'reset-after': async ({ request, read }) => {
    await read();
    request.socket.destroy();
  },
  /** No answer at all; the client gives up. */
  timeout: async ({ read }) => void (await read()),
  /** Stored, and the client never hears of it. */
  lost: async ({ request, read, answer }) => {
    answer(await read());
    request.socket.destroy();
  },
  /** Stored, and half of the reply comes. */
  half: async ({ request, response, read, answer }) => {
    const reply = answer(await read());
    response.writeHead(reply.status, { ...reply.headers, 'content-length': Buffer.byteLength(reply.body) });
    response.write(reply.body.slice(0, reply.body.length / 2), () => request.socket.destroy());
  },
  late: async ({ response, read, answer, later, random }) => {
    const reply = answer(await read());
    later(() => writeReply(response, reply), random.integer(5, 60));
  },
  /** The network brings the request twice. */
  twice: async ({ response, read, answer }) => {
    const whole = await read();
    answer(whole);
    writeReply(response, answer(whole));
  },
  /** The client hears nothing, and what it sent arrives when others have arrived before. */
  reordered: async ({ request, read, answer, later, random }) => {
    const whole = await read();
    request.socket.destroy();
    later(() => answer(whole), random.integer(20, 200));
  },
  /** The reply to the request before. */
  stale: async ({ response, read, last }) => {
    await read();
    writeReply(response, last ?? status(500));
  },
};

export const FAULTS = [...Object.keys(REPLIES), ...Object.keys(WIRE)];

/**
 * A receiver behind a network that fails: each POST meets one of `kinds` at `rate`, as `random` decides. `seen` is what came:
 * how many requests, the most at one time, the largest body, and the bodies by their key. `faults.rate` can be changed.
 * `rule` may answer in the receiver's place. `pages` answers what is no POST.
 */
export async function startFaultServer({
  receiver,
  random,
  rate = 0.5,
  kinds = FAULTS,
  rule = () => undefined,
  pages,
}) {
  const faults = { rate, kinds };
  const seen = { requests: 0, at: [], most: 0, bytes: 0, bodies: new Map(), met: {} };
  const timers = new Set();
  const later = (work, delay) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, delay);
    timers.add(timer);
  };
  let open = 0;
  let last;

  const read = async (request) => {
    const whole = await readRequest(request);
    seen.bytes = Math.max(seen.bytes, Buffer.byteLength(whole.body));
    const key = whole.headers['idempotency-key'];
    seen.bodies.set(key, (seen.bodies.get(key) ?? new Set()).add(whole.body));
    return whole;
  };
  const answer = (whole) => (last = rule(whole) ?? receiver.answer(whole));

  async function take(request, response) {
    seen.requests += 1;
    seen.at.push(Date.now());
    seen.most = Math.max(seen.most, ++open);
    response.once('close', () => (open -= 1));
    const kind = random.next() < faults.rate ? random.pick(faults.kinds) : 'none';
    seen.met[kind] = (seen.met[kind] ?? 0) + 1;
    const stale = last;
    if (WIRE[kind])
      return WIRE[kind]({ request, response, read: () => read(request), answer, later, random, last: stale });
    const whole = await read(request);
    writeReply(response, REPLIES[kind]?.(random) ?? answer(whole));
  }

  const server = createServer((request, response) => {
    if (request.url === '/login') return writeReply(response, page(200));
    if (request.method === 'POST' && request.url.startsWith('/events'))
      return take(request, response).catch(() => request.socket.destroy());
    if (pages && !request.url.startsWith('/events')) return pages(request, response);
    return readRequest(request).then((whole) => writeReply(response, receiver.answer(whole)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    ...{ origin, endpoint: `${origin}/events`, seen, faults },
    /** Resolves when what was held back has arrived too. */
    async settled() {
      while (timers.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}
