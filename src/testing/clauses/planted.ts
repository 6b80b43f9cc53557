import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { same } from '../same.js';
import { unsoundRecords } from '../unsound-records.js';

/** A medium that holds what no adapter wrote. */
export const PLANTED: readonly ClauseWords[] = [
  clause(
    'a record that is no event is counted and left, and the others stay readable',
    async ({ kit, opened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 1);
      await adapter.append(events);
      const records = unsoundRecords();
      for (const record of records) await kit.plant?.(adapter, record);
      same(await adapter.read(), { events, unreadable: records.length });
      same((await adapter.read()).unreadable, records.length);
    },
  ),
];
