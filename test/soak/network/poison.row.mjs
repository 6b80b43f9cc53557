import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { headFirst } from './bad-senders.mjs';
import { answersOf, makeDevice, until } from './device.mjs';

const problem = {
  status: 422,
  headers: { 'content-type': 'application/problem+json' },
  body: '{"title":"No."}',
};

/** How the receiver refuses one record: by refusing every batch with it, or by naming it in its receipt. */
const REFUSALS = {
  batch:
    (poison) =>
    ({ body }) =>
      body.includes(`"id":"${poison}"`) ? problem : undefined,
  named: (poison, receiver) => (whole) => {
    if (whole.method !== 'POST' || !whole.body.includes(`"id":"${poison}"`)) return undefined;
    const batch = JSON.parse(whole.body);
    const rest = { ...batch, events: batch.events.filter(({ id }) => id !== poison) };
    const reply = receiver.answer({ ...whole, body: JSON.stringify(rest) });
    const refusal = { id: poison, code: 'bank/unknown-product', sentence: 'There is no such product.' };
    return { ...reply, body: JSON.stringify({ ...JSON.parse(reply.body), rejected: [refusal] }) };
  },
};

async function serve({ random, poison, how, state }) {
  const receiver = new Receiver();
  const rule = REFUSALS[how](poison.id, receiver);
  const server = await startFaultServer({
    ...{ receiver, random, rate: 0 },
    rule: (whole) => {
      if (whole.body.includes(`"id":"${poison.id}"`)) state.tries += 1;
      return state.mended ? undefined : rule(whole);
    },
  });
  return { receiver, server };
}

async function poisoned({ random, report, count, how }) {
  const events = await answersOf({ count, random });
  const poison = events[random.integer(1, count - 1)];
  const state = { tries: 0, mended: false };
  const { receiver, server } = await serve({ random, poison, how, state });
  const device = makeDevice({ endpoint: server.endpoint });
  await device.start();
  await device.storage.append(events);
  for (const event of events) report.acked(event.id, event);
  await until(() => device.delivered.size === count - 1, 60_000, 'all but the refused record');
  const parked = await device.storage.parked();
  const told = device.news.filter(({ error }) => error?.code === 'storage/parked');
  report.check(parked.length === 1 && parked[0].id === poison.id, 'the refused record is not the parked one');
  report.check(
    told.length === 1 && told[0].error.value.id === poison.id,
    'the host was not told of it, once',
  );
  report.check(state.tries < 5, `it was tried ${state.tries} times`);
  device.end();
  await device.start();
  await new Promise((resolve) => setTimeout(resolve, 100));
  report.check(state.tries < 5, 'a new start tried it again by itself');
  state.mended = true;
  await device.storage.retry();
  await until(() => device.delivered.has(poison.id), 20_000, 'the mended record');
  for (const event of receiver.records()) report.found(event.id, event);
  report.note('tries of the poison', state.tries, { most: true });
  device.end();
  await server.close();
  receiver.close();
}

async function blocked({ random, report, count }) {
  const events = await answersOf({ count, random });
  const { receiver, server } = await serve({ random, poison: events[10], how: 'batch', state: { tries: 0 } });
  for (const event of events) report.acked(event.id, event);
  await headFirst({ endpoint: server.endpoint, events, tries: count * 2 });
  for (const event of receiver.records()) report.found(event.id, event);
  await server.close();
  receiver.close();
}

export const row = {
  id: 'F-N9',
  title: 'a record the receiver never takes is parked and told of, and the others do not wait for it',
  engines: ['node'],
  run: async (context) => {
    const count = context.scale === 'full' ? 1001 : 201;
    for (const how of Object.keys(REFUSALS)) await poisoned({ ...context, count, how });
  },
  control: (context) => blocked({ ...context, count: 60 }),
};
