import { createServer } from 'node:http';
import { checkOf } from './check-shape.mjs';
import { LedgerStore } from './ledger-store.mjs';
import { statesOf } from './state.mjs';

const MOST_BYTES = 1_000_000;

const checkBatch = checkOf('Batch');
const checkEvent = checkOf('Event');

/**
 * A receiver of choices, as `docs/receiver.openapi.json` says. `answer` takes `{method, url, headers, body}` and gives
 * `{status, headers, body}`: a server of any kind can stand around it. `account` says whose request it is (401 where it says
 * nothing); by default everybody is one. `origins` may ask from other pages.
 */
export class Receiver {
  #store;
  #account;
  #origins;

  constructor({ account = () => 'everybody', origins = [], ...store } = {}) {
    this.#store = new LedgerStore(store);
    this.#account = account;
    this.#origins = origins;
  }

  /** Every record of a namespace, for whoever checks what arrived. */
  records(namespace = 'default') {
    return this.#store.all(namespace);
  }

  answer({ method, url, headers, body = '' }) {
    const reply = this.#route({ method, url: new URL(url, 'http://receiver'), headers, body });
    return { ...reply, headers: { ...reply.headers, ...this.#cors(headers) } };
  }

  close() {
    this.#store.close();
  }

  #route(request) {
    const { method, url, headers } = request;
    if (method === 'OPTIONS') return { status: 204, headers: {}, body: '' };
    const account = this.#account(request);
    if (account === undefined) return problem(401, 'Who asks?');
    const namespace = url.searchParams.get('namespace') ?? 'default';
    if (method === 'GET' && url.pathname.endsWith('/state')) return this.#state(namespace, account);
    if (method === 'GET') return this.#page(namespace, account, url.searchParams.get('after') ?? '');
    if (method !== 'POST') return problem(405, 'POST and GET are answered here.');
    if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
      return problem(415, 'Only JSON is taken.');
    return this.#take(account, request);
  }

  /** The same key and the same words get the same reply, without being looked at again. */
  #take(account, { headers, body }) {
    if (Buffer.byteLength(body) > MOST_BYTES) return problem(413, 'This is more than 1 MB.');
    const key = headers['idempotency-key'];
    if (!key) return problem(400, 'The Idempotency-Key is missing.');
    const known = this.#store.replyTo(account, key);
    if (known) {
      return known.body === body
        ? json(200, known.reply)
        : problem(422, 'This key was used for other words.');
    }
    const batch = parse(body);
    const fault = checkBatch(batch);
    if (fault) return problem(422, `This is no batch: ${fault}.`);
    return json(
      200,
      this.#store.transaction(() => this.#keep(account, key, body, batch)),
    );
  }

  /** The events and the receipt are kept in one transaction: a reply that is lost can be given again. */
  #keep(account, key, body, { namespace, events, links = [] }) {
    for (const link of links) this.#store.link(namespace, link);
    const stored = [];
    const rejected = [];
    for (const event of events) {
      const fault = checkEvent(event);
      const refusal = fault
        ? { code: 'storage/invalid', sentence: `This is no event: ${fault}.` }
        : this.#store.store(namespace, account, event);
      if (refusal) rejected.push({ id: String(event?.id), ...refusal });
      else stored.push(event.id);
    }
    this.#store.eraseDue();
    const heads = this.#store.heads(
      namespace,
      events.map((event) => String(event?.writer)),
    );
    const receipt = JSON.stringify({ schema: 'mingshi.receipt/1', stored, heads, rejected });
    this.#store.keepReply(account, key, body, receipt);
    return receipt;
  }

  #page(namespace, account, after) {
    return json(
      200,
      JSON.stringify({ schema: 'mingshi.events/1', ...this.#store.page(namespace, account, after) }),
    );
  }

  #state(namespace, account) {
    const events = [];
    for (let page = { more: true, next: '' }; page.more;) {
      page = this.#store.page(namespace, account, page.next);
      events.push(...page.events);
    }
    return json(200, JSON.stringify({ schema: 'mingshi.state/1', states: statesOf(events) }));
  }

  #cors({ origin }) {
    if (!origin || !this.#origins.includes(origin)) return {};
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'content-type, idempotency-key, authorization',
      'access-control-max-age': '600',
      vary: 'origin',
    };
  }
}

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const json = (status, body) => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body,
});

const problem = (status, detail) => ({
  ...json(status, JSON.stringify({ title: detail, status })),
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
});

/** The whole of a request, as `answer` takes it. */
export async function readRequest(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url, headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8') };
}

export function writeReply(response, { status, headers, body }) {
  response.writeHead(status, headers).end(body);
}

/** Serves a receiver on a port of this machine (default: any free one). Resolves when it listens. */
export async function startReceiver({ port = 0, ...options } = {}) {
  const receiver = new Receiver(options);
  const server = createServer((request, response) => {
    readRequest(request).then(
      (whole) => writeReply(response, receiver.answer(whole)),
      () => request.destroy(),
    );
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    receiver,
    endpoint: `http://127.0.0.1:${server.address().port}/events`,
    async close() {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      receiver.close();
    },
  };
}
