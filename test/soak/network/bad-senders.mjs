/** Takes an entry out, sends it, and puts it back only where there was no network: a kill, a 500 or a garbled reply loses it. */
export async function removeThenSend({ endpoint, events }) {
  const queue = [...events];
  for (let tries = 0; queue.length > 0 && tries < events.length * 5; tries += 1) {
    const event = queue.shift();
    await post(endpoint, [event]).catch(() => queue.push(event));
  }
}

/** Sends the first until any answer is good, then the next: what the receiver will never take stops all the others. */
export async function headFirst({ endpoint, events, tries }) {
  const queue = [...events];
  for (let count = 0; queue.length > 0 && count < tries; count += 1) {
    const { ok = false } = await post(endpoint, [queue[0]]).catch(() => ({}));
    if (ok) queue.shift();
  }
}

const post = async (endpoint, events) => {
  const body = JSON.stringify({ schema: 'mingshi.batch/1', namespace: 'default', events, links: [] });
  const headers = { 'content-type': 'application/json', 'idempotency-key': `"${Math.random()}"` };
  const reply = await fetch(endpoint, { method: 'POST', headers, body, signal: AbortSignal.timeout(300) });
  await reply.text();
  return reply;
};

/** A receiver that keeps whatever comes, as often as it comes. */
export class KeepsEverything {
  #events = [];

  answer({ body }) {
    const { events } = JSON.parse(body);
    this.#events.push(...events);
    const stored = events.map(({ id }) => id);
    const text = JSON.stringify({ schema: 'mingshi.receipt/1', stored, heads: {}, rejected: [] });
    return { status: 200, headers: { 'content-type': 'application/json' }, body: text };
  }

  records() {
    return this.#events;
  }

  close() {
    this.#events.length = 0;
  }
}
