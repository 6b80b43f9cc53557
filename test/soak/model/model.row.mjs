import fc from 'fast-check';
import { createConsent } from '../../../build/src/index.js';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { commands } from './commands.mjs';
import { SharedMedium } from './shared-medium.mjs';
import { World } from './world.mjs';

const MOST = 60;
const STEPS = { short: 2000, full: 100_000 };

/** One run: the steps, with writes arriving when the schedule says; then everything arrives and is read anew. */
async function runOnce(scheduler, steps, { count, create, drops, report }) {
  const schedule = (label) => scheduler.schedule(Promise.resolve(), label);
  const medium = new SharedMedium({ schedule, drops });
  const world = new World({ medium, scheduler, create });
  await fc.asyncModelRun(() => ({ model: { tabs: 0, steps: count }, real: world }), steps);
  if (!drops) await world.drain();
  const tab = await world.reopen();
  await world.check(tab);
  await judge(world, report);
}

/** What was acknowledged stands there, once, as it was; nothing that nobody answered; the chains hold. */
async function judge({ medium, acked, answers }, report) {
  for (const [id, event] of acked) report.acked(id, event);
  for (const event of medium.events) report.found(event.id, event);
  report.check(
    medium.events.every(({ id }) => answers.has(id)),
    'a record that nobody answered',
  );
  const sorted = medium.events.sort((a, b) => a.sequence - b.sequence);
  const { result, broken } = await verifyLedger(sorted);
  report.check(result !== 'broken', `the ledger is broken: ${JSON.stringify(broken)}`);
}

/** Runs until so many steps were made. A divergence stops it: the report names fast-check's seed, path and smallest steps. */
async function runModel({ seed, report, total, create, drops }) {
  const count = { count: 0 };
  for (let run = 0; count.count < total; run += 1) {
    const options = { seed: seed + run, numRuns: 20, endOnFailure: total > STEPS.short };
    const property = fc.asyncProperty(fc.scheduler(), commands(MOST), (scheduler, steps) =>
      runOnce(scheduler, steps, { count, create, drops, report }),
    );
    const { failed, counterexample, errorInstance, counterexamplePath } = await fc.check(property, options);
    if (failed) {
      const words = `seed ${seed + run}, path ${counterexamplePath}: ${counterexample?.[1]}\n${errorInstance?.message}`;
      return report.check(false, words);
    }
  }
  report.note('steps', count.count);
}

const wrap = (change) => (options) => {
  const engine = createConsent(options);
  return new Proxy(engine, {
    get: (target, key) => {
      const value = change(target)[key] ?? target[key];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
};

/** Engines and media that are wrong in one thing each. */
const MUTANTS = {
  'a medium that loses every 20th record it acknowledged': { drops: ({ id }) => id.startsWith('a') },
  'an engine that takes closing for a refusal': {
    create: wrap((engine) => ({
      status: (id) => {
        const status = engine.status(id);
        return status.reason === 'dismissed' && status.decision === 'none'
          ? { ...status, decision: 'denied' }
          : status;
      },
    })),
  },
  'an engine that goes by the clock': {
    create: wrap((engine) => ({
      status: (id) => {
        const status = engine.status(id);
        const late = status.event && status.event.time > '2030';
        return late && status.decision === 'denied' ? { ...status, decision: 'granted' } : status;
      },
    })),
  },
  'an engine that asks nobody anew': {
    create: wrap((engine) => ({ status: (id) => ({ ...engine.status(id), asks: false }) })),
  },
};

/** F-M. Any order of what may happen, against a model of fifty lines. */
export const row = {
  id: 'F-M',
  title: 'any order of saves, kills, reloads, versions, tabs and clocks comes to what the model says',
  engines: ['node'],
  run: (context) => runModel({ ...context, total: STEPS[context.scale] }),
  control: async (context) => {
    for (const [name, mutant] of Object.entries(MUTANTS)) {
      const { Report } = await import('../harness/report.mjs');
      const report = new Report();
      await runModel({ ...context, ...mutant, report, total: 1500 });
      if (report.result.faults === 0) throw new Error(`${name} was not found out`);
      context.report.check(false, name);
    }
  },
};
