/**
 * A host over two objects in one room: the page's side keeps to the port by the library's own exchange of messages, the
 * native side does as `native.mode` says. `changes` overwrites methods of the host, to break it.
 * @param {any} core @param {(host: any, native: any) => any} [changes]
 */
export const plainHostKit = ({ Exchange }, changes = () => ({})) => {
  const create = (native = plainNative()) => {
    const exchange = new Exchange('0123456789abcdef'.repeat(2));
    const post = (wire) => native.hear(wire, (reply) => exchange.take(reply));
    const host = {
      name: 'plain',
      channel: 'app',
      capabilities: { acknowledges: true, immediate: true, twoWay: true, maxBytes: 1000, durability: 'disk' },
      isPresent: async () => true,
      send: (message) => exchange.send(message, post),
      load: (namespace) => exchange.load(namespace, post),
      watch: (callback) => exchange.watch(callback),
      close: () => exchange.close(),
    };
    return { host: { ...host, ...changes(host, native) }, native };
  };
  return {
    create: async () => create(),
    again: async ({ native }) => create(native).host,
    absent: async () => {
      const { host, native } = create();
      return { ...host, isPresent: changes(host, native).isAbsent ?? (async () => false) };
    },
  };
};

const schema = 'mingshi.host/1';

const plainNative = () => {
  const taken = [];
  let reply = () => undefined;
  let nonce;
  const native = {
    mode: 'keeps',
    claims: [],
    taken: () => taken.map(({ nonce: _, ...message }) => message),
    answer: (id) => reply({ schema, nonce, acked: id }),
    tell: (claims) => reply({ schema, nonce, claims }),
    spoof: (claims) => reply({ schema, nonce: 'guessed', claims }),
    hear: (wire, answer) => {
      if (native.mode === 'throws') throw new Error('the native side threw');
      if (native.mode === 'gone') throw new TypeError('it is not a function');
      [reply, nonce] = [(said) => setTimeout(() => answer(JSON.stringify(said))), wire.nonce];
      if (wire.load) return native.tell(native.claims);
      taken.push(wire);
      if (native.mode === 'keeps' || native.mode === 'twice') native.answer(wire.id);
      if (native.mode === 'twice') native.answer(wire.id);
      if (native.mode === 'other') native.answer('f'.repeat(32));
    },
  };
  return native;
};
