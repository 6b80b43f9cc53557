import { attempt } from '../../attempt.js';
import type { Host, HostCapabilities } from '../port.js';
import { pageMemory } from './page.js';

/** What can be done before a host is found. */
const nothing: HostCapabilities = {
  acknowledges: false,
  immediate: false,
  twoWay: false,
  durability: 'memory',
};

/**
 * The first of several hosts that is found, for a page that runs in several apps. It is what that one is, from then on;
 * until then, and where none is found, it can do nothing.
 */
export const firstHost = (hosts: readonly Host[]): Host => {
  let found: Host | undefined;
  let looking: Promise<boolean> | undefined;
  const look = (): Promise<boolean> =>
    firstTrue(
      hosts.map(async (host) => {
        const present = (await host.isPresent()) && !found;
        if (present) found = host;
        return present;
      }),
    );
  return {
    name: 'first',
    memory: pageMemory,
    get channel() {
      return found?.channel ?? 'web';
    },
    get capabilities() {
      return found?.capabilities ?? nothing;
    },
    get load() {
      return found?.load?.bind(found);
    },
    get watch() {
      return found?.watch?.bind(found);
    },
    get resumed() {
      return found?.resumed?.bind(found);
    },
    isPresent: () => (looking ??= look()),
    send: async (message, options) => (found ? found.send(message, options) : 'unsupported'),
    close: () => {
      for (const host of hosts) attempt(() => host.close()).catch(() => undefined);
    },
  };
};

/** True as soon as one of them is; false once none is. One that fails is none. */
const firstTrue = (all: readonly Promise<boolean>[]): Promise<boolean> =>
  new Promise((resolve) => {
    const ends = all.map((one) =>
      one.then(
        (is) => void (is && resolve(true)),
        () => undefined,
      ),
    );
    void Promise.all(ends).then(() => resolve(false));
  });
