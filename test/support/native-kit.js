import { inject } from './native-ends.js';

const schema = 'mingshi.host/1';

/** What `hostContract` needs of a native end: an app that does as its `mode` says, behind a bridge. */
export const nativeKit = ({ open, make, synchronous = false }) => {
  const create = async () => {
    const native = nativeApp(synchronous);
    const { say, close } = await open((wire) => native.take(wire));
    Object.assign(native, {
      end: close,
      say,
      tell: (claims) => say({ schema, nonce: native.nonce, claims }),
      spoof: (claims) => {
        for (const nonce of [undefined, '', null, 'f'.repeat(32), ['f']]) {
          say({ schema, nonce, claims });
          inject({ schema, nonce, claims });
          inject(JSON.stringify({ schema, nonce, claims }));
          window.postMessage({ schema, nonce, claims }, location.origin);
        }
      },
    });
    return { host: make(), native };
  };
  return { create, again: async () => make(), absent: async () => make() };
};

/** An app that keeps what it is told, each id once, and says so; or does as `mode` says. */
export const nativeApp = (synchronous = false) => {
  const waiting = new Map();
  const heard = [];
  const app = {
    mode: 'keeps',
    claims: [],
    heard,
    /** The nonce of the page, as it was handed over. */
    nonce: undefined,
    permission: 'denied',
    taken: () => heard.map(({ nonce: _, ...message }) => message),
    answer: (id) => waiting.get(id)?.(),
    take(wire) {
      const { id, nonce, load, permission } = wire;
      app.nonce = nonce ?? app.nonce;
      if (load) return { schema, nonce, claims: app.claims };
      if (permission) return { schema, nonce, answers: id, permission: app.permission };
      if (app.mode === 'throws') throw new Error('the app threw');
      if (app.mode === 'gone') throw new TypeError('it is not a function');
      heard.push(wire);
      const acked = { schema, nonce, acked: id };
      if (app.mode === 'other') return { ...acked, acked: 'f'.repeat(32) };
      if (app.mode === 'twice') setTimeout(() => app.say(acked));
      if (app.mode !== 'silent') return acked;
      return synchronous ? undefined : new Promise((resolve) => waiting.set(id, () => resolve(acked)));
    },
  };
  if (synchronous) delete app.answer;
  return app;
};
