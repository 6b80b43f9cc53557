import type { ConsentEvent, ErasedEvent } from '../../consent/model.js';
import { clause, type ClauseContext, type ClauseWords } from '../clause.js';
import { sampleChain, sampleErased } from '../sample-events.js';
import { rejects, same } from '../same.js';

/** Forgetting a person. An adapter whose medium cannot erase has no `erase`, and fulfils these. */
export const ERASING: readonly ClauseWords[] = [
  clause(
    'an erased event is read as what is left of it, by the next adapter too, and the heads stay the same',
    async (context) => {
      const { adapter, events, left, heads } = await appended(context, 3);
      if (!adapter.erase) return;
      const erased = left.filter((_, index) => index !== 1);
      await adapter.erase(erased);
      for (const one of [adapter, await context.reopened(adapter)]) {
        same(await one.read(), { events: events.slice(1, 2), unreadable: 0, erased });
        same(await one.heads(), heads);
      }
    },
  ),
  clause('a query gives what is left of the events of one request, or of one writer', async (context) => {
    const { adapter, events, left } = await appended(context, 1);
    if (!adapter.erase) return;
    await adapter.erase(left);
    const read = async (query: object): Promise<unknown> => (await adapter.read(query)).erased ?? [];
    same(await read({ request: 'sample' }), left);
    same(await read({ writer: events[0]?.writer }), left);
    same(await read({ request: 'other' }), []);
    same(await read({ writer: 'f'.repeat(32) }), []);
  }),
  clause('erasing again, or where nothing stands, changes nothing', async ({ opened, core }) => {
    const adapter = await opened();
    if (!adapter.erase) return;
    const events = await sampleChain(core.hashRecord, 1);
    const left = await leftOf(events, core);
    await adapter.erase(left);
    same(await adapter.read(), { events: [], unreadable: 0 });
    await adapter.append(events);
    await adapter.erase(left);
    await adapter.erase(left);
    same(await adapter.read(), { events: [], unreadable: 0, erased: left });
  }),
  clause(
    'what is not left of the event in its place is refused as a conflict, and the event stays',
    async (context) => {
      const { adapter, events, left } = await appended(context, 2);
      if (!adapter.erase) return;
      const [sound, other] = left as [ErasedEvent, ErasedEvent];
      await rejects(adapter.erase([sound, { ...other, hash: sound.hash }]), 'storage/conflict');
      const read = await adapter.read();
      same(read.events.length + (read.erased ?? []).length, 2);
      same(read.events.slice(-1), events.slice(1));
    },
  ),
  clause(
    'an erased event that is appended again stays erased, and its place stays taken',
    async (context) => {
      const { adapter, events, left } = await appended(context, 2);
      if (!adapter.erase) return;
      const [event] = events as [ConsentEvent];
      const erased = left.slice(0, 1);
      await adapter.erase(erased);
      await adapter.append(events);
      same(await adapter.read(), { events: events.slice(1), unreadable: 0, erased });
      await rejects(adapter.append([{ ...event, decision: 'denied' }]), 'storage/conflict');
      same((await adapter.read()).erased, erased);
    },
  ),
];

const leftOf = (
  events: readonly ConsentEvent[],
  { hashRecord }: ClauseContext['core'],
): Promise<readonly ErasedEvent[]> => Promise.all(events.map((event) => sampleErased(event, hashRecord)));

/** An adapter that holds some events, what would be left of each, and the heads. */
const appended = async ({ opened, core }: ClauseContext, count: number) => {
  const adapter = await opened();
  const events = await sampleChain(core.hashRecord, count);
  await adapter.append(events);
  return { adapter, events, left: await leftOf(events, core), heads: await adapter.heads() };
};
