import type { ConsentEvent } from '../../consent/model.js';
import { own } from '../../own.js';
import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { rejects, same } from '../same.js';
import { unsoundRecords } from '../unsound-records.js';

/** What is not taken. */
export const REFUSING: readonly ClauseWords[] = [
  clause(
    'another event at a taken place is refused as a conflict, and the first one stays',
    async ({ opened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 1);
      await adapter.append(events);
      const others = events.map((event) => ({ ...event, decision: 'denied' }) as const);
      await rejects(adapter.append(others), 'storage/conflict');
      same((await adapter.read()).events, events);
    },
  ),
  clause('what is no event is refused as invalid, and nothing is stored', async ({ opened }) => {
    const adapter = await opened();
    for (const record of unsoundRecords())
      await rejects(adapter.append([record as ConsentEvent]), 'storage/invalid');
    same(await adapter.read(), { events: [], unreadable: 0 });
  }),
  clause('what it rejects with is an Error that has a sentence beside its code', async ({ opened, core }) => {
    const adapter = await opened();
    const events = await sampleChain(core.hashRecord, 1);
    await adapter.append(events);
    const others = events.map((event) => ({ ...event, act: 'host' }) as const);
    const error: unknown = await adapter.append(others).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    same([error instanceof Error, own(error, 'code')], [true, 'storage/conflict']);
    same(/\S \S/.test((error as Error).message), true);
  }),
];
