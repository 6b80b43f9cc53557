const REASONS = [
  new Error('no'),
  'a string',
  undefined,
  Object.assign(new Error('theirs'), { code: 'storage/full' }),
  Object.assign(new Error('theirs'), { code: 'storage/lost' }),
  { code: 7 },
];

/** How a call may go wrong, by name: given what the call would do and its arguments, what is done instead. */
const WAYS = {
  works: (call) => call(),
  rejects: (_call, _parts, pick) => Promise.reject(pick(REASONS)),
  throws: (_call, _parts, pick) => {
    throw pick(REASONS);
  },
  hangs: () => new Promise(() => undefined),
  'answers nonsense': (_call, _parts, pick) =>
    Promise.resolve(
      pick([undefined, null, 7, {}, { durability: 'gold' }, { events: 'none' }, { events: [null] }]),
    ),
  'answers early': (call) => {
    setImmediate(call);
    return Promise.resolve({ durability: 'disk', events: [], unreadable: 0 });
  },
  'answers late': async (call) => {
    await new Promise((resolve) => setImmediate(resolve));
    return call();
  },
  'changes what it is given': async (call, [given]) => {
    const done = await call();
    spoil(given);
    return done;
  },
  'changes what it gave': async (call) => {
    const done = await call();
    setImmediate(() => spoil(done?.events));
    return done;
  },
};

/** Changes everything that lets itself be changed. */
export const spoil = (events) => {
  if (!Array.isArray(events)) return;
  for (const event of events) {
    for (const [part, key, value] of [
      [event, 'decision', 'granted'],
      [event?.policy, 'version', 'spoilt'],
      [event?.subject, 'id', 'spoilt'],
    ]) {
      if (part) Reflect.set(part, key, value);
    }
  }
  if (!Object.isFrozen(events)) events.length = 0;
};

/** The names of the ways, for a test to choose from. */
export const MISBEHAVIOURS = Object.keys(WAYS);

/**
 * An adapter over a sound one, each of whose calls goes in the way that `next(method)` names. `reenter` is called in the
 * middle of each append.
 */
export const misbehavingStorage = (sound, { next, pick, reenter = () => undefined }) => {
  const bad =
    (method) =>
    (...parts) => {
      if (method === 'append') reenter();
      return WAYS[next(method)](() => sound[method](...parts), parts, pick);
    };
  return {
    capabilities: sound.capabilities,
    open: bad('open'),
    append: bad('append'),
    read: bad('read'),
    heads: () => sound.heads(),
    watch: (callback) => {
      for (const news of [
        undefined,
        7,
        { type: 'changed' },
        { type: 'kept' },
        { type: 'kept', events: [{}], durability: 1 },
      ])
        setImmediate(() => callback(news));
      return undefined;
    },
    close: () => {
      throw new Error('no end');
    },
  };
};
