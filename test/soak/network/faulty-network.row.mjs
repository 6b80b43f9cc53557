import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { FAULTS, startFaultServer } from '../../support/fault-server.mjs';
import { KeepsEverything, removeThenSend } from './bad-senders.mjs';
import { answersOf, makeDevice, until } from './device.mjs';

/** One device says everything it has through a network with these faults, starting anew now and then. */
async function sendThrough({ random, report, count, rate, kinds, receiver = new Receiver() }) {
  const maxBatchBytes = count > 1000 ? 20_000 : 8000;
  const server = await startFaultServer({ receiver, random: random.fork(), rate, kinds });
  const device = makeDevice({ endpoint: server.endpoint, maxBatchBytes });
  const events = await answersOf({ count, random });
  await device.start();
  try {
    for (let rest = events; rest.length > 0;) {
      const size = random.integer(1, Math.ceil(count / 20));
      await device.storage.append(rest.slice(0, size));
      for (const event of rest.slice(0, size)) report.acked(event.id, event);
      rest = rest.slice(size);
      if (random.next() < 0.2) {
        device.end();
        await device.start();
      }
      await new Promise((resolve) => setTimeout(resolve, random.integer(0, 20)));
    }
    const limit = 60_000 + count * 60;
    await until(() => device.delivered.size === count, limit, 'the receipt of the last record');
    await server.settled();
    judge(report, { receiver, server, device, events, maxBatchBytes });
  } finally {
    device.end();
    await server.close();
    receiver.close();
  }
}

function judge(report, { receiver, server, device, events, maxBatchBytes }) {
  for (const event of receiver.records()) report.found(event.id, event);
  report.check(
    [...server.seen.bodies.values()].every((bodies) => bodies.size === 1),
    'one key came with two bodies',
  );
  report.check(server.seen.bytes <= maxBatchBytes, `a body had ${server.seen.bytes} bytes`);
  report.check(
    device.news.every(({ type }) => type !== 'error'),
    'an error was told',
  );
  report.check(
    events.every(({ id }) => device.delivered.has(id)),
    'a record was never told as delivered',
  );
  report.note('requests', server.seen.requests);
  report.note('of them with a fault', server.seen.requests - (server.seen.met.none ?? 0));
}

async function sendBadly({ random, report, kinds }) {
  const receiver = new Receiver();
  const server = await startFaultServer({ receiver, random, rate: 0.5, kinds });
  const events = await answersOf({ count: 40, random });
  for (const event of events) report.acked(event.id, event);
  await removeThenSend({ endpoint: server.endpoint, events });
  await server.settled();
  for (const event of receiver.records()) report.found(event.id, event);
  await server.close();
  receiver.close();
}

const countOf = (scale) => (scale === 'full' ? 10_000 : 400);

export const rows = [
  {
    id: 'F-N1',
    title:
      'through a network where every second request fails, each record arrives once, and no garbage is taken for a receipt',
    engines: ['node'],
    run: (context) => sendThrough({ ...context, count: countOf(context.scale), rate: 0.5, kinds: FAULTS }),
    // Reads no reply: what a 500 or a captive portal took is gone.
    control: (context) => sendBadly({ ...context, kinds: FAULTS }),
  },
  {
    id: 'F-N2',
    title:
      'what was stored without its reply arriving is sent again under the same key, with the same bytes, and kept once',
    engines: ['node'],
    run: (context) =>
      sendThrough({
        ...context,
        count: countOf(context.scale),
        rate: 0.3,
        kinds: ['lost', 'half', 'reordered'],
      }),
    // The same sender before a receiver that knows no ids.
    control: (context) =>
      sendThrough({ ...context, count: 200, rate: 0.3, kinds: ['lost'], receiver: new KeepsEverything() }),
  },
];
