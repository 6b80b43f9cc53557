import { hashRecord } from '../../../dist/src/hash.js';
import { memoryStorage } from '../../../dist/src/index.js';
import { defaultPlatform } from '../../../dist/src/platform.js';
import { memoryDeliveries } from '../../../dist/src/storage/http/memory-deliveries.js';
import { httpStorage } from '../../../dist/src/storage/http/web/index.js';
import { sampleChain, sampleEvent } from '../../support/sample-events.js';

const { sha256 } = defaultPlatform();

export const hash = (record) => hashRecord(record, sha256);

/** A clock that runs so many times faster than ours: the waits of minutes become moments. */
export const fastTimer = (times) => (callback, delay) => {
  const timer = setTimeout(callback, delay / times);
  return () => clearTimeout(timer);
};

/** An app that runs, ends and starts again over what its device keeps. */
export function makeDevice({ endpoint, speed = 100, ...options }) {
  const kept = { outbox: memoryStorage(), deliveries: memoryDeliveries(), ...options };
  const device = { news: [], delivered: new Set(), storage: undefined, ...kept };
  device.start = async () => {
    device.storage = httpStorage({ ...kept, endpoint, platform: { timer: fastTimer(speed) } });
    device.storage.watch((news) => {
      device.news.push(news);
      if (news.type === 'kept') for (const { id } of news.events) device.delivered.add(id);
    });
    await device.storage.open();
    await device.storage.read();
  };
  device.end = () => device.storage.close();
  return device;
}

/** Resolves as soon as `holds`; rejects after so many ms. */
export async function until(holds, milliseconds, what) {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come within ${milliseconds} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A chain that starts with the agreement to the general policy; every answer after it is about one of `questions`. */
export async function answersOf({ count, random, questions = 5, words = '' }) {
  const [first] = await sampleChain(hash, 1);
  const last = new Map();
  const events = [first];
  for (let sequence = 2; sequence <= count; sequence += 1) {
    const question = `separate-${random.integer(1, questions)}`;
    const before = last.get(question);
    const event = sampleEvent({
      request: { id: question, kind: 'separate', ...(words && { purpose: words }) },
      decision: before?.decision === 'granted' ? 'withdrawn' : 'granted',
      supersedes: before ? [before.id] : [],
      time: new Date(Date.UTC(2026, 10, 1) + sequence * 60_000).toISOString(),
      writer: first.writer,
      sequence,
      previous: await hash(events[sequence - 2]),
    });
    last.set(question, event);
    events.push(event);
  }
  return events;
}

export { sampleChain, sampleEvent };
