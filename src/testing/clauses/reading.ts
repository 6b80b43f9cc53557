import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { same } from '../same.js';

const [first, second] = ['a'.repeat(32), 'b'.repeat(32)];

/** What is read, in which order. */
export const READING: readonly ClauseWords[] = [
  clause('events are read by writer and sequence, whatever order they came in', async ({ opened, core }) => {
    const adapter = await opened();
    const a = await sampleChain(core.hashRecord, 11, { writer: first });
    const b = await sampleChain(core.hashRecord, 2, { writer: second });
    await adapter.append(b.slice(1));
    await adapter.append([...a].reverse());
    await adapter.append(b.slice(0, 1));
    same((await adapter.read()).events, [...a, ...b]);
  }),
  clause('a query gives the events of one request, or of one writer', async ({ opened, core }) => {
    const adapter = await opened();
    const a = await sampleChain(core.hashRecord, 2, { writer: first });
    const request = { id: 'other', kind: 'general' } as const;
    const b = await sampleChain(core.hashRecord, 1, { writer: second, request });
    await adapter.append([...a, ...b]);
    same((await adapter.read({ request: 'other' })).events, b);
    same((await adapter.read({ writer: first })).events, a);
    same((await adapter.read({ writer: second, request: 'sample' })).events, []);
  }),
  clause('the heads are the last event of each writer, by hash', async ({ opened, core }) => {
    const adapter = await opened();
    const a = await sampleChain(core.hashRecord, 3, { writer: first });
    const b = await sampleChain(core.hashRecord, 1, { writer: second });
    await adapter.append([...a, ...b]);
    same(await adapter.heads(), {
      [first]: { sequence: 3, hash: await core.hashRecord(a[2]) },
      [second]: { sequence: 1, hash: await core.hashRecord(b[0]) },
    });
  }),
];
