import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { rejects, same } from '../same.js';

/** A medium that refuses to write. */
export const FAILING: readonly ClauseWords[] = [
  clause(
    'a full medium rejects with storage/full, keeps the older events, and recovers with the next save',
    async ({ kit, opened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 2);
      await adapter.append(events.slice(0, 1));
      const mend = await kit.breakWrites?.(adapter, 'full');
      await rejects(adapter.append(events.slice(1)), 'storage/full');
      same((await adapter.read()).events, events.slice(0, 1));
      await mend?.();
      await adapter.append(events.slice(1));
      same((await adapter.read()).events, events);
    },
  ),
  clause(
    'a save that fails rejects with storage/failed and leaves nothing half written',
    async ({ kit, opened, core }) => {
      const adapter = await opened();
      const events = await sampleChain(core.hashRecord, 1);
      const mend = await kit.breakWrites?.(adapter, 'failed');
      await rejects(adapter.append(events), 'storage/failed');
      await mend?.();
      same((await adapter.read()).events, []);
    },
  ),
];
