import fc from 'fast-check';
import { memoryArchive } from '../../../build/src/index.js';
import { createConsent } from '../../../build/src/engine.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { SharedMedium } from '../model/shared-medium.mjs';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Who may do the same thing twice, and how often at most. */
const RACE = fc.record({
  tabs: fc.integer({ min: 1, max: 2 }),
  ensures: fc.integer({ min: 1, max: 4 }),
  presses: fc.array(fc.constantFrom('granted', 'denied', 'dismissed'), { minLength: 1, maxLength: 4 }),
  offline: fc.boolean(),
  reload: fc.boolean(),
});

const policyOnce = samplePolicy(core.hashText);

async function openTab({ medium, create, heard }) {
  const { adapter, kill } = medium.open();
  const timers = [];
  const engine = create({
    policies: [await policyOnce],
    storage: adapter,
    archive: memoryArchive(),
    platform: {
      timer: (callback, delay) => {
        const timer = { callback, delay };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    },
  });
  await engine.ready;
  engine.subscribe(({ type }) => type === 'status' && (heard.count += 1));
  return { engine, kill, timeOut: () => timers.splice(0).forEach(({ callback }) => callback()) };
}

/** Presses again and again on one prompt; gives the answers it took. */
function pressAll(prompt, presses) {
  return presses.flatMap((decision) => {
    try {
      return [prompt.answer(decision, sampleDetails)];
    } catch {
      return [];
    }
  });
}

/** One race: equal calls, presses, a save that times out and is sent again, a reload in the middle. */
async function race(scheduler, { tabs, ensures, presses, offline, reload }, { create, report, tally }) {
  const medium = new SharedMedium({ schedule: (label) => scheduler.schedule(Promise.resolve(), label) });
  const heard = { count: 0 };
  const answered = [];
  for (let number = 0; number < tabs; number += 1) {
    const tab = await openTab({ medium, create, heard });
    const asked = Array.from({ length: ensures }, () => tab.engine.ensure('sample', { trigger: 'user' }));
    let over = false;
    const end = () => (over = true);
    for (const promise of asked) promise.then(end, end);
    while (!tab.engine.prompt && !over) await turn();
    const { prompt } = tab.engine;
    if (!prompt) continue;
    await prompt.present(sampleNotice);
    const answers = pressAll(prompt, presses);
    report.check(answers.length === 1, `${answers.length} answers to one prompt`);
    report.check(tab.engine.prompt !== prompt, 'the prompt is still open');
    answered.push(...answers);
    if (offline) {
      medium.online = false;
      if (scheduler.count() > 0) await scheduler.waitOne();
      tab.timeOut();
      medium.online = true;
    }
    if (reload) tab.kill();
  }
  while (scheduler.count() > 0) {
    await scheduler.waitOne();
    await turn();
  }
  const stored = medium.events;
  const ids = new Set(answered.map(({ event }) => event.id));
  report.check(
    stored.every(({ id }) => ids.has(id)),
    'a record of no answer',
  );
  report.check(new Set(stored.map(({ id }) => id)).size === stored.length, 'one answer stands twice');
  report.check(stored.length <= answered.length, `${stored.length} records of ${answered.length} answers`);
  tally.races += 1;
}

async function runRaces({ seed, report, races, create = createConsent }) {
  const tally = { races: 0 };
  const property = fc.asyncProperty(fc.scheduler(), RACE, (scheduler, plan) =>
    race(scheduler, plan, { create, report, tally }),
  );
  await fc.assert(property, { seed, numRuns: races });
  report.note('races', tally.races);
}

/** A prompt that takes each press for a new answer. */
const takesEach = (options) => {
  const engine = createConsent(options);
  let kept;
  return new Proxy(engine, {
    get: (target, key) => {
      const value = target[key];
      if (key !== 'prompt' || !value) return typeof value === 'function' ? value.bind(target) : value;
      return new Proxy(value, {
        get: (prompt, name) => {
          if (name !== 'answer')
            return typeof prompt[name] === 'function' ? prompt[name].bind(prompt) : prompt[name];
          return (...given) => (kept ? { ...kept } : (kept = prompt.answer(...given)));
        },
      });
    },
  });
};

/** F-C8, in the engine; the same in each element that asks is in the suite. */
export const row = {
  id: 'F-C8',
  title: 'one question has one record, however often it is asked, pressed, retried or reloaded',
  engines: ['node'],
  run: (context) => runRaces({ ...context, races: context.scale === 'full' ? 10_000 : 300 }),
  control: (context) => runRaces({ ...context, races: 50, create: takesEach }),
};
