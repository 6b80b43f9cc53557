import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { same } from '../same.js';

/** What was appended is there. */
export const KEEPING: readonly ClauseWords[] = [
  clause(
    'an appended event is read back as it was, with the durability promised',
    async ({ opened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 1);
      same((await adapter.append(events)).durability, adapter.capabilities.durability);
      same((await adapter.read()).events, events);
    },
  ),
  clause(
    'what was appended is there for the next adapter on the same medium',
    async ({ opened, reopened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 3);
      await adapter.append(events);
      same((await (await reopened(adapter)).read()).events, events);
    },
  ),
  clause('append resolves when every event is there, and not before', async ({ opened, reopened, core }) => {
    const adapter = await opened();
    const next = await reopened(adapter);
    const events = await sampleChain(core.hashRecord, 25);
    await adapter.append(events);
    same((await next.read()).events.length, events.length);
  }),
  clause('appending the same event twice stores it once', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 2);
    await adapter.append(events.slice(0, 1));
    await adapter.append(events);
    await adapter.append(events.slice(1).map((event) => ({ ...event })));
    same((await adapter.read()).events, events);
  }),
  clause('appends issued at the same time are all kept', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 20);
    await Promise.all(events.map((event) => adapter.append([event])));
    same((await adapter.read()).events, events);
  }),
];
