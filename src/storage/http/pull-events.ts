import type { ConsentEvent } from '../../consent/model.js';
import type { ConsentError } from '../../errors.js';
import { isConsentEvent, isErasedEvent } from '../../event-shape.js';
import { own } from '../../own.js';
import type { SenderParts, SenderTools } from './port.js';

/**
 * Reads what other devices sent into the outbox, page by page, from where the last reading ended. Nothing is asked while no
 * general consent is there: the question alone would say who asks. A record that is no event, or whose place holds another one,
 * is passed over. Resolves when there is no more, or nobody answers; rejects what the outbox rejects.
 */
export const pullEvents = async (parts: SenderParts, tools: SenderTools): Promise<void> => {
  const { outbox, deliveries, tell } = parts;
  if (tools.plan.findOutgoing(await outbox.read(), false).size === 0) return;
  const marks = await deliveries.read();
  let after = marks.find(({ state }) => state === 'cursor')?.cursor ?? '';
  let found = 0;
  for (
    let page = await ask(parts, tools, after);
    page;
    page = page.more ? await ask(parts, tools, after) : undefined
  ) {
    found += await keepNew(parts, page);
    after = page.next;
    await deliveries.put([
      ...page.events.map(({ id }) => ({ id, state: 'delivered' as const })),
      { id: 'cursor', state: 'cursor', cursor: after },
    ]);
  }
  if (found > 0) tell({ type: 'changed' });
};

interface Page {
  readonly events: readonly ConsentEvent[];
  readonly erased: readonly unknown[];
  readonly next: string;
  readonly more: boolean;
}

const ask = async (
  parts: SenderParts,
  { exchange: { exchange, parse } }: SenderTools,
  after: string,
): Promise<Page | undefined> => {
  const query = `namespace=${encodeURIComponent(parts.namespace)}&after=${encodeURIComponent(after)}`;
  const url = `${parts.url}${parts.url.includes('?') ? '&' : '?'}${query}`;
  const reply = await exchange(parts, { method: 'GET', url, headers: { accept: 'application/json' } });
  const value = reply?.status === 200 ? parse(reply.text) : undefined;
  const [events, erased, next] = [own(value, 'events'), own(value, 'erased'), own(value, 'next')];
  if (own(value, 'schema') !== 'mingshi.events/1' || !Array.isArray(events) || typeof next !== 'string') {
    return undefined;
  }
  // A receiver that gives the same place again would be asked for ever.
  const more = own(value, 'more') === true && next !== after;
  return { events: events.filter(isConsentEvent), erased: Array.isArray(erased) ? erased : [], next, more };
};

/** Resolves with how many records were not here before. */
const keepNew = async ({ outbox, tell }: SenderParts, { events, erased }: Page): Promise<number> => {
  const { events: known } = await outbox.read();
  const ids = new Set(known.map(({ id }) => id));
  const fresh = events.filter(({ id }) => !ids.has(id));
  for (const event of fresh) {
    await outbox.append([event]).catch((error: unknown) => {
      if (own(error, 'code') !== 'storage/conflict') throw error;
      tell({ type: 'error', error: error as ConsentError });
    });
  }
  const gone = erased.filter(isErasedEvent);
  const here = new Set(known.map(({ writer, sequence }) => `${writer}/${sequence}`));
  const toErase = gone.filter(({ writer, sequence }) => here.has(`${writer}/${sequence}`));
  if (toErase.length > 0) await outbox.erase?.(toErase);
  return fresh.length + toErase.length;
};
