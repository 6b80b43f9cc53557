import { ConsentError } from '../../build/src/errors.js';
import { isErasedEvent, isConsentEvent } from '../../build/src/event-shape.js';

const placeOf = ({ writer, sequence }) => `${writer}/${String(sequence).padStart(9, '0')}`;
const fail = (code, sentence) => {
  throw new ConsentError(code, sentence);
};

/**
 * An adapter with everything the port has, on a medium that ends with the test: what an adapter of somebody else may look
 * like. `kit(change)` gives a kit whose every adapter is changed by `change(adapter, medium)`.
 */
export const wholeStorage = (hashRecord) => {
  const media = new WeakMap();

  const append = async (medium, events) => {
    for (const event of events) if (!isConsentEvent(event)) fail('storage/invalid', 'This is no event.');
    if (medium.broken) fail(`storage/${medium.broken}`, 'The medium was broken for the test.');
    const due = [];
    for (const event of events) {
      const text = medium.texts.get(placeOf(event));
      if (text === undefined) due.push(event);
      else await checkSame(event, JSON.parse(text));
    }
    for (const event of due) medium.texts.set(placeOf(event), JSON.stringify(event));
    return { durability: 'disk' };
  };

  const checkSame = async (event, stored) => {
    const hash = isErasedEvent(stored) ? stored.hash : await hashRecord(stored);
    if (hash !== (await hashRecord(event))) fail('storage/conflict', 'Another event stands there.');
  };

  const read = async (medium, { request, writer } = {}) => {
    const all = [...medium.texts.keys()].sort().map((key) => JSON.parse(medium.texts.get(key)));
    const asked = all
      .filter((one) => request === undefined || one.request?.id === request)
      .filter((one) => writer === undefined || one.writer === writer);
    const erased = asked.filter(isErasedEvent);
    const unreadable = all.filter((one) => !isConsentEvent(one) && !isErasedEvent(one)).length;
    return { events: asked.filter(isConsentEvent), unreadable, ...(erased.length > 0 && { erased }) };
  };

  const heads = async (medium) => {
    const found = {};
    const { events, erased = [] } = await read(medium);
    for (const one of [...events, ...erased])
      if (one.sequence > (found[one.writer]?.sequence ?? 0))
        found[one.writer] = { sequence: one.sequence, hash: one.hash ?? (await hashRecord(one)) };
    return found;
  };

  const erase = async (medium, records) => {
    const due = [];
    for (const record of records) {
      const stored = JSON.parse(medium.texts.get(placeOf(record)) ?? 'null');
      if (!stored || JSON.stringify(stored) === JSON.stringify(record)) continue;
      if (isErasedEvent(stored) || (await hashRecord(stored)) !== record.hash)
        fail('storage/conflict', 'This is not left of what stands there.');
      due.push(record);
    }
    for (const record of due) medium.texts.set(placeOf(record), JSON.stringify(record));
  };

  const onto = (medium, change) => {
    const watchers = new Set();
    const tell = () => {
      for (const watcher of [...medium.watchers]) if (!watchers.has(watcher)) watcher({ type: 'changed' });
    };
    const told = async (work) => {
      const result = await work;
      tell();
      return result;
    };
    const adapter = {
      capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
      open: async () => undefined,
      append: (events) => told(append(medium, events)),
      read: (query) => read(medium, query),
      heads: () => heads(medium),
      erase: (records) => told(erase(medium, records)),
      watch: (callback) => {
        const watcher = (news) => callback(news);
        watchers.add(watcher);
        medium.watchers.add(watcher);
        return () => medium.watchers.delete(watcher);
      },
      close: () => watchers.forEach((watcher) => medium.watchers.delete(watcher)),
    };
    const changed = Object.assign(adapter, change({ ...adapter }, medium));
    media.set(changed, medium);
    return changed;
  };

  /** A kit on such a storage. */
  const kit = (change = () => ({}), rest = {}) => ({
    create: () => onto({ texts: new Map(), watchers: new Set(), broken: undefined }, change),
    again: (adapter) => onto(media.get(adapter), change),
    elsewhere: (adapter, events) => onto(media.get(adapter), () => ({})).append(events),
    plant: (adapter, record) => media.get(adapter).texts.set(placeOf(record), JSON.stringify(record)),
    breakWrites: (adapter, how) => {
      media.get(adapter).broken = how;
      return () => (media.get(adapter).broken = undefined);
    },
    ...rest,
  });
  return { kit };
};
