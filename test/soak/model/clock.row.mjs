import { createConsent, memoryArchive } from '../../../build/src/index.js';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { memoryStorage } from '../../../build/src/storage/memory.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';

const YEAR = 365.25 * 86_400_000;
const START = Date.parse('2026-03-28T22:30:00Z');

/** Clocks as devices have them; each gives the time before a save from the time before that. */
const CLOCKS = {
  'ten years ahead': () => START + 10 * YEAR,
  'ten years behind': () => START - 10 * YEAR,
  'an hour back at each save': (now) => now - 3_600_000,
  frozen: () => START,
  'over the change of summer time': (now) => now + 1_800_000,
  jumping: (now, random) => now + (random.next() - 0.5) * 20 * YEAR,
  'asleep for a year': (now) => now + YEAR,
};

/** What a page may have made of `Date`: each is in place of `Date.now`. */
const OVERRIDDEN = {
  NaN: () => NaN,
  Infinity: () => Infinity,
  'out of range': () => 8.64e15 + 1,
  text: () => 'today',
  nothing: () => undefined,
  'an error': () => {
    throw new Error('no clock');
  },
};

/** Until it is so; a part that is loaded from disk may take its time. */
async function until(look) {
  const end = performance.now() + 20_000;
  while (!look() && performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
  return look();
}

/** A device: one storage for all its starts, and a clock. */
function createDevice({ platform, create = createConsent }) {
  const storage = memoryStorage();
  const open = async ({ version = '1', effective } = {}) => {
    const dates = effective ? { effective: { iso: effective, text: '', span: { start: 0, end: 0 } } } : {};
    const policy = await samplePolicy(core.hashText, { version, text: `示例隐私政策 ${version}\n`, dates });
    const engine = create({ policies: [policy], storage, archive: memoryArchive(), platform });
    await engine.ready;
    return engine;
  };
  return { storage, open };
}

async function choose(engine, decision) {
  if (decision === 'withdrawn') {
    const answer = await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
    return void (await answer.saved);
  }
  const asked = engine.ensure('sample', { trigger: 'user' });
  let over = false;
  const end = () => (over = true);
  asked.then(end, end);
  await until(() => engine.prompt || over);
  if (!engine.prompt) return;
  await engine.prompt.present(sampleNotice);
  await engine.prompt.answer(decision, sampleDetails).saved;
  await asked;
}

/** What may be chosen next, and is: never two answers of the same kind after each other where the engine asks nobody. */
const nextOf = (decision, random) =>
  decision === 'granted' ? 'withdrawn' : random.pick(['granted', 'denied']);

async function chooseByClock({ name, tick, random, report, create, saves }) {
  let now = START;
  const { storage, open } = createDevice({ platform: { now: () => now }, create });
  let last = 'none';
  for (let save = 0; save < saves; save += 1) {
    const engine = await open();
    last = nextOf(last, random);
    await choose(engine, last);
    now = tick(now, random);
    const said = engine.status('sample').decision;
    report.check(said === last, `${name}: after ${last} it says ${said}`);
    engine.destroy();
    const { decision } = (await open()).status('sample');
    report.check(decision === last, `${name}: after ${last} and a restart it says ${decision}`);
  }
  const { events } = await storage.read();
  const { result } = await verifyLedger(events);
  report.check(result !== 'broken', `${name}: the ledger is broken`);
  for (const event of events) report.found(event.id, event);
  for (const event of events) report.acked(event.id, event);
}

/** A refusal stays one whatever day the clock says, with a version to come and past it. */
async function refuseThroughTime({ random, report, create, rounds }) {
  for (let round = 0; round < rounds; round += 1) {
    let now = START;
    const { open } = createDevice({ platform: { now: () => now }, create });
    await choose(await open(), 'denied');
    for (let look = 0; look < 20; look += 1) {
      now = START + (random.next() - 0.5) * 20 * YEAR;
      const effective = new Date(START + (random.next() - 0.5) * YEAR).toISOString().slice(0, 10);
      const engine = await open(look % 2 === 0 ? {} : { version: '2', effective });
      const { decision } = engine.status('sample');
      report.check(decision === 'denied', `a refusal became ${decision} at ${new Date(now).toISOString()}`);
    }
  }
}

/** A page that broke `Date` still gets an answer recorded, or none; never one that was not given. */
async function chooseWithout(report) {
  const { now } = Date;
  for (const [name, broken] of Object.entries(OVERRIDDEN)) {
    Date.now = broken;
    try {
      const { open, storage } = createDevice({});
      const engine = await open();
      await choose(engine, 'denied');
      const { decision } = engine.status('sample');
      const { events } = await storage.read();
      report.check(
        decision === 'denied' && events.length === 1,
        `Date.now gives ${name}: ${decision}, ${events.length} kept`,
      );
    } catch (error) {
      report.check(false, `Date.now gives ${name}: ${error.code ?? ''} ${error}`);
    } finally {
      Date.now = now;
    }
  }
}

const run = async ({ scale, random, report, create }) => {
  for (const [name, tick] of Object.entries(CLOCKS))
    await chooseByClock({ name, tick, random, report, create, saves: scale === 'full' ? 100 : 8 });
  await refuseThroughTime({ random, report, create, rounds: scale === 'full' ? 100 : 3 });
  if (!create) await chooseWithout(report);
};

/** An engine that believes the clock: the event with the latest time counts. */
const believesClocks = (options) => {
  const engine = createConsent(options);
  const latest = async () => {
    const events = [...(await engine.history())].sort((a, b) => (a.time < b.time ? -1 : 1));
    return events[events.length - 1];
  };
  let known;
  const look = () => void latest().then((event) => (known = event));
  engine.subscribe(look);
  return new Proxy(engine, {
    get: (target, key) => {
      if (key === 'ready') return target.ready.then(latest).then((event) => void (known = event));
      if (key === 'status')
        return (id) => ({ ...target.status(id), ...(known && { decision: known.decision }) });
      const value = target[key];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

/** F-N7, in the engine; the same in a browser whose `Date` was replaced is in the suite. */
export const row = {
  id: 'F-N7',
  title: 'whatever the clock says the last choice counts, and no time makes a refusal a grant',
  engines: ['node'],
  run,
  control: (context) => run({ ...context, create: believesClocks }),
};
