import { ConsentError } from '../../../build/src/errors.js';
import { findHeads } from '../../../build/src/storage/heads.js';
import { defaultPlatform } from '../../../build/src/platform.js';

const placeOf = ({ writer, sequence }) => `${writer}/${sequence}`;

/**
 * One medium that many tabs write to. When a write reaches it, and when its writer hears so, the schedule decides: a tab that
 * is killed in between has either written all of it or nothing. `drops` makes it lose what it acknowledged: a bad medium.
 */
export class SharedMedium {
  online = true;
  texts = new Map();
  #schedule;
  #drops;
  #watchers = new Set();

  constructor({ schedule, drops = () => false }) {
    this.#schedule = schedule;
    this.#drops = drops;
  }

  /** Every record as it stands there. */
  get events() {
    return [...this.texts.values()].map((text) => JSON.parse(text));
  }

  /** An adapter for one tab, with the switch that kills it. */
  open() {
    const tab = { dead: false, last: Promise.resolve() };
    const adapter = {
      capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
      open: () => Promise.resolve(),
      read: () => this.#read(),
      heads: async () => findHeads((await this.#read()).events, defaultPlatform().sha256),
      append: (events) => this.#append(tab, structuredClone(events)),
      watch: (callback) => this.#watch(tab, callback),
      close: () => undefined,
    };
    return { adapter, kill: () => (tab.dead = true) };
  }

  async #read() {
    if (!this.online) throw new ConsentError('storage/lost', 'The medium is away.');
    const events = this.events.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    return { events, unreadable: 0 };
  }

  async #append(tab, events) {
    // A tab's writes arrive in the order they were issued in, as a database has it.
    const before = tab.last;
    let arrived;
    tab.last = new Promise((resolve) => (arrived = resolve));
    await before;
    await this.#schedule('write');
    arrived();
    if (tab.dead) return new Promise(() => undefined);
    if (!this.online) throw new ConsentError('storage/lost', 'The medium is away.');
    this.#write(events);
    this.#tell(tab);
    await this.#schedule('acknowledge');
    if (tab.dead) return new Promise(() => undefined);
    return { durability: 'disk' };
  }

  #write(events) {
    for (const event of events) {
      const stored = this.texts.get(placeOf(event));
      if (stored !== undefined && stored !== JSON.stringify(event))
        throw new ConsentError('storage/conflict', 'Another event is stored at this place.');
    }
    for (const event of events)
      if (!this.#drops(event)) this.texts.set(placeOf(event), JSON.stringify(event));
  }

  #watch(tab, callback) {
    const watcher = { tab, callback };
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #tell(from) {
    for (const { tab, callback } of this.#watchers)
      if (tab !== from && !tab.dead)
        void this.#schedule('news').then(() => tab.dead || callback({ type: 'changed' }));
  }
}
