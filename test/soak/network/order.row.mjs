import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { memoryStorage } from '../../../dist/src/index.js';
import { hash, makeDevice, sampleChain, sampleEvent, until } from './device.mjs';

/** Two tabs of one person agree and withdraw in turn, each knowing of what the other did last. */
async function turns({ random, count }) {
  const writers = [await sampleChain(hash, 1), await sampleChain(hash, 1)].map(([{ writer }]) => ({
    writer,
    chain: [],
  }));
  const events = [];
  for (let turn = 0; turn < count; turn += 1) {
    const { writer, chain } = random.pick(writers);
    const before = events.at(-1);
    const event = sampleEvent({
      ...{ writer, sequence: chain.length + 1, previous: chain.length > 0 ? await hash(chain.at(-1)) : '' },
      decision: turn % 2 === 0 ? 'granted' : 'withdrawn',
      supersedes: before ? [before.id] : [],
      // Its clock says nothing: it may stand years off.
      time: new Date(Date.UTC(2026, 0, 1) + random.integer(-1e11, 1e11)).toISOString(),
    });
    chain.push(event);
    events.push(event);
  }
  return events;
}

/** The last word of what has arrived so far, by what each event knew of. */
const lastOf = (events, arrived) => events.filter(({ id }) => arrived.has(id)).at(-1);

async function stateAt(receiver) {
  const reply = receiver.answer({ method: 'GET', url: '/events/state?namespace=default', headers: {} });
  return JSON.parse(reply.body).states[0]?.decision ?? 'none';
}

/** Everything late, twice, in another order; after each arrival the state must never be milder than what has arrived. */
async function disorder({ random, report, rounds, read }) {
  for (let round = 0; round < rounds; round += 1) {
    const receiver = new Receiver();
    const watched = {
      answer: (request) => {
        const reply = receiver.answer(request);
        if (request.method === 'POST') void judgeArrival();
        return reply;
      },
    };
    const events = await turns({ random, count: random.integer(2, 14) });
    const judgeArrival = async () => {
      const arrived = new Set(receiver.records().map(({ id }) => id));
      const last = lastOf(events, arrived);
      const state = await read(receiver);
      report.check(
        state !== 'granted' || last?.decision === 'granted',
        `granted stood after a withdrawal (round ${round})`,
      );
    };
    const kinds = ['late', 'twice', 'reordered', 'lost', 'stale', 'other'];
    const server = await startFaultServer({ receiver: watched, random: random.fork(), rate: 0.7, kinds });
    // Two tabs over one ledger, each sending for itself: what they send crosses.
    const outbox = memoryStorage();
    await outbox.append(events);
    const devices = [0, 1].map(() => makeDevice({ endpoint: server.endpoint, maxBatchBytes: 1200, outbox }));
    await Promise.all(devices.map((device) => device.start()));
    for (const event of events) report.acked(event.id, event);
    await until(() => receiver.records().length === events.length, 60_000, 'the last record');
    await server.settled();
    for (const device of devices) device.end();
    for (const event of receiver.records()) report.found(event.id, event);
    report.check(
      (await read(receiver)) === events.at(-1).decision,
      `the last word is not the state (round ${round})`,
    );
    await server.close();
    receiver.close();
  }
}

/** What a table with one row a question would say: whoever arrived last. */
const lastArrival = async (receiver) => receiver.records().at(-1)?.decision ?? 'none';

export const row = {
  id: 'F-N3',
  title: 'late, doubled and reordered requests and replies never bring a withdrawn consent back',
  engines: ['node'],
  run: (context) => disorder({ ...context, rounds: context.scale === 'full' ? 200 : 8, read: stateAt }),
  control: (context) => disorder({ ...context, rounds: 8, read: lastArrival }),
};
