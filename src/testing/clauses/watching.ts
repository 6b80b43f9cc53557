import type { StorageAdapter, StorageNews } from '../../storage/port.js';
import { clause, type ClauseWords } from '../clause.js';
import { sampleChain } from '../sample-events.js';
import { same } from '../same.js';
import { until } from '../until.js';

/** News of what was appended elsewhere. */
export const WATCHING: readonly ClauseWords[] = [
  clause('what is appended elsewhere is told, and can be read then', async ({ kit, opened, core }) => {
    const adapter = await opened();
    const told = listen(adapter);
    const events = await sampleChain(core.hashRecord, 2);
    await kit.elsewhere?.(adapter, events);
    await until(() => told.includes('changed'));
    same((await adapter.read()).events, events);
  }),
  clause('who stopped watching, or closed, is told nothing more', async ({ kit, opened, reopened, core }) => {
    const adapter = await opened();
    const [closed, witness] = [await reopened(adapter), await reopened(adapter)];
    const told: string[] = [];
    adapter.watch?.((news) => told.push(news.type))();
    closed.watch?.((news) => told.push(news.type));
    closed.close();
    const heard = listen(witness);
    await kit.elsewhere?.(adapter, await sampleChain(core.hashRecord, 1));
    await until(() => heard.includes('changed'));
    same(told, []);
  }),
];

/** The kinds of news an adapter tells from now on. */
const listen = (adapter: StorageAdapter): readonly StorageNews['type'][] => {
  const told: StorageNews['type'][] = [];
  adapter.watch?.((news) => told.push(news.type));
  return told;
};
