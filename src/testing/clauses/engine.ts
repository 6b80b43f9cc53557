import type { Answer, ConsentEngine, ConsentOptions } from '../../engine-contract.js';
import type { StorageAdapter } from '../../storage/port.js';
import { clause, type ClauseContext, type ClauseWords, type ContractCore } from '../clause.js';
import { manualTimer } from '../manual-timer.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../sample-policy.js';
import { same } from '../same.js';
import { until } from '../until.js';

type Options = Pick<ConsentOptions, 'platform'>;

/** What an engine makes of the adapter, also when it fails. */
export const ENGINE: readonly ClauseWords[] = [
  clause(
    'an answer is there after a restart, as safely kept as the storage promises',
    async ({ core, kit, opened }) => {
      const adapter = await opened();
      const { answer, engine } = await answered(core, adapter);
      same(await answer.saved, adapter.capabilities.durability);
      engine.destroy();
      const next = await started(core, await kit.again(adapter));
      const { decision, asks, durability } = next.status('sample');
      next.destroy();
      const kept = adapter.capabilities.durability;
      same({ decision, asks, durability }, { decision: 'granted', asks: false, durability: kept });
    },
  ),
  clause('the write is issued in the task of the answer', async ({ core, opened }) => {
    const adapter = await opened();
    const calls: number[] = [];
    const append: StorageAdapter['append'] = (events) => {
      calls.push(events.length);
      return adapter.append(events);
    };
    const engine = await asked(core, appending(adapter, append));
    engine.prompt?.answer('granted', sampleDetails);
    same(calls, [1]);
    engine.destroy();
  }),
  clause(
    'a save that fails leaves the answer in memory, says so, and is sent again with the next one',
    async ({ core, opened }) => {
      const adapter = await opened();
      let broken = true;
      const append: StorageAdapter['append'] = (events) =>
        broken ? Promise.reject(new Error('no')) : adapter.append(events);
      const { engine, answer } = await answered(core, appending(adapter, append));
      same(await answer.saved, 'memory');
      const { decision, durability } = engine.status('sample');
      same({ decision, durability }, { decision: 'granted', durability: 'memory' });
      same(codesOf(engine), ['storage/failed']);
      broken = false;
      const withdrawal = await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
      same(await withdrawal.saved, adapter.capabilities.durability);
      same((await adapter.read()).events.length, 2);
      engine.destroy();
    },
  ),
  clause(
    'a save that never settles leaves the answer in memory within 3 s, and a late success still counts',
    async ({ core, opened }) => {
      const adapter = await opened();
      let release = (): void => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      const append: StorageAdapter['append'] = (events) => gate.then(() => adapter.append(events));
      const clock = manualTimer();
      const platform = { timer: clock.timer };
      const { engine, answer } = await answered(core, appending(adapter, append), { platform });
      clock.elapse(3000);
      same(await answer.saved, 'memory');
      same(codesOf(engine), ['storage/timeout']);
      release();
      await until(() => engine.status('sample').durability === adapter.capabilities.durability);
      same((await adapter.read()).events.length, 1);
      engine.destroy();
    },
  ),
];

/** The adapter, with another `append`; its methods may need their object. */
const appending = (adapter: StorageAdapter, append: StorageAdapter['append']): StorageAdapter => ({
  capabilities: adapter.capabilities,
  open: () => adapter.open(),
  append,
  read: (query) => adapter.read(query),
  heads: () => adapter.heads(),
  close: () => adapter.close(),
});

const codesOf = ({ errors }: ConsentEngine): readonly string[] => errors.map(({ code }) => code);

const started = async (
  { createConsent, hashText }: ContractCore,
  storage: StorageAdapter,
  options: Options = {},
): Promise<ConsentEngine> => {
  const engine = createConsent({ policies: [await samplePolicy(hashText)], storage, ...options });
  await engine.ready;
  return engine;
};

const asked = async (
  core: ClauseContext['core'],
  storage: StorageAdapter,
  options?: Options,
): Promise<ConsentEngine> => {
  const engine = await started(core, storage, options);
  engine.ensure('sample').catch(() => undefined);
  await until(() => engine.prompt);
  await engine.prompt?.present(sampleNotice);
  return engine;
};

const answered = async (
  core: ContractCore,
  storage: StorageAdapter,
  options?: Options,
): Promise<{ engine: ConsentEngine; answer: Answer }> => {
  const engine = await asked(core, storage, options);
  const { prompt } = engine;
  if (!prompt) throw new Error('the question went away unanswered');
  return { engine, answer: prompt.answer('granted', sampleDetails) };
};
