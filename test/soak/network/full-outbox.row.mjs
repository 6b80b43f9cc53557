import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { answersOf, makeDevice, until } from './device.mjs';

setFlagsFromString('--expose-gc');
const gc = runInNewContext('gc');

const heap = () => {
  gc();
  return process.memoryUsage().heapUsed;
};

async function timeOf(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The least over some time: between two tries, not in one. */
async function leastHeap(milliseconds) {
  let least = Infinity;
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    least = Math.min(least, heap());
  }
  return least;
}

const latestOf = (events) => [...new Map(events.map((event) => [event.request.id, event])).values()];

/** Thirty days without a network, then one. */
async function afterThirtyDays({ random, report, count, words, questions }) {
  const events = await answersOf({ count, random, words, questions });
  const receiver = new Receiver();
  const server = await startFaultServer({ receiver, random, rate: 1, kinds: ['reset-before'] });
  const device = makeDevice({ endpoint: server.endpoint, speed: 1 });
  await device.outbox.append(events);
  const before = heap();
  await device.start();
  await until(() => server.seen.requests > 0, 10_000, 'a first try');
  const kept = (await leastHeap(900)) - before;
  report.note('heap while waiting, in bytes', Math.max(0, kept), { most: true });
  report.check(kept < 5_000_000, `it keeps ${kept} bytes while it waits`);
  device.end();

  server.faults.rate = 0;
  const tried = server.seen.requests;
  const bare = await timeOf(() => device.outbox.read());
  const start = performance.now();
  await device.start();
  await until(() => server.seen.requests > tried, 20_000, 'the first request');
  const first = performance.now() - start;
  report.note('reading in ms', Math.round(bare), { most: true });
  report.note('first send in ms', Math.round(first), { most: true });
  // A machine that is busy with other things reads slowly too.
  report.check(first < Math.max(1000, 5 * bare), `the first send came after ${Math.round(first)} ms`);
  await drained(device, receiver);
  judge(report, { receiver, events, kept: (await device.outbox.read()).events });
  device.end();
  await server.close();
  receiver.close();
}

/** Nothing new for a while. */
async function drained(device, receiver) {
  let count = -1;
  await until(
    async () => {
      const before = count;
      await new Promise((resolve) => setTimeout(resolve, 700));
      count = receiver.records().length;
      return count === before && count === device.delivered.size;
    },
    300_000,
    'the end of sending',
  );
}

function judge(report, { receiver, events, kept }) {
  const arrived = receiver.records();
  const superseded = new Set(events.flatMap((event) => event.supersedes));
  for (const event of latestOf(events)) report.acked(event.id, event);
  for (const event of arrived) report.found(event.id, event);
  const here = new Set(arrived.map(({ id }) => id));
  report.check(
    events.every(({ id }) => here.has(id) || superseded.has(id)),
    'one that nothing superseded was left out',
  );
  const bytes = arrived.reduce((sum, event) => sum + JSON.stringify(event).length, 0);
  report.check(
    arrived.length <= 10_000 && bytes <= 20_000_000,
    `${arrived.length} records, ${bytes} bytes were sent`,
  );
  report.check(kept.length === events.length, 'the ledger on the device lost something');
  report.note('records', events.length);
  report.note('sent', arrived.length);
}

/** Cuts the oldest off, whatever they are. */
async function cutOldest({ random, report }) {
  const events = await answersOf({ count: 600, random, questions: 80 });
  for (const event of latestOf(events)) report.acked(event.id, event);
  for (const event of events.slice(-100)) report.found(event.id, event);
}

export const row = {
  id: 'F-N10',
  title:
    'after 30 days without a network the outbox stays bounded, and the latest answer to each question arrives',
  engines: ['node'],
  run: async (context) => {
    const full = context.scale === 'full';
    await afterThirtyDays({ ...context, count: full ? 12_000 : 10_400, words: '', questions: 40 });
    if (full) await afterThirtyDays({ ...context, count: 9_500, words: 'x'.repeat(1900), questions: 40 });
  },
  control: cutOldest,
};
