import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { same } from '../same.js';

/** Opening and closing. */
export const OPENING: readonly ClauseWords[] = [
  clause('an empty storage opens, and reads as empty', async ({ opened }) => {
    const adapter = await opened();
    same(await adapter.read(), { events: [], unreadable: 0 });
    same(Object.keys(await adapter.heads()), []);
  }),
  clause('opening twice is as opening once', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 1);
    await adapter.append(events);
    await adapter.open();
    same((await adapter.read()).events, events);
  }),
  clause('after closing it opens again with everything in it', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 1);
    await adapter.append(events);
    adapter.close();
    await adapter.open();
    same((await adapter.read()).events, events);
  }),
  clause(
    'closing twice is as closing once, and closing what was never opened throws nothing',
    async ({ kit, opened }) => {
      const unopened = await kit.create();
      unopened.close();
      const adapter = await opened();
      adapter.close();
      adapter.close();
    },
  ),
  clause('a namespace does not see the events of another', async ({ opened, core }) => {
    const [adapter, other] = [await opened(), await opened()];
    await adapter.append(await sampleChain(core.hashRecord, 1));
    same((await other.read()).events, []);
    same(Object.keys(await other.heads()), []);
  }),
];
