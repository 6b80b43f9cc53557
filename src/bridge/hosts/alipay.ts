import { isRecord } from '../../own.js';
import { Exchange, type Outgoing } from '../exchange.js';
import { askEnvironment } from './ask-environment.js';
import {
  callClient,
  miniProgramHost,
  type MiniProgramHost,
  type MiniProgramOptions,
} from './mini-program.js';
import { onceTrue, pageGlobal, pageNonce } from './page.js';

export type { MiniProgramHost, MiniProgramOptions } from './mini-program.js';

/**
 * An Alipay mini-program's web-view. Messages arrive at once; the mini-program answers with `webViewContext.postMessage`, and
 * only after this page spoke first, so a choice is acknowledged, and it can say what it knows. Needs Alipay's client
 * (`https://appx/web-view.min.js`, which exists in Alipay only). The page's own `my.onMessage`, set before, goes on being called.
 */
export const alipayHost = (options: MiniProgramOptions = {}): MiniProgramHost => {
  const exchange = new Exchange(pageNonce());
  const find = (): unknown => options.client ?? pageGlobal('my');
  let listener: Listener | undefined;
  const post = (wire: Outgoing): void => {
    listener = listen(find(), listener, (said) => exchange.take(said));
    callClient(find(), 'postMessage', wire);
  };
  const host = miniProgramHost(
    {
      name: 'alipay',
      find,
      isInside: async (hasClient) =>
        /AlipayClient|AliApp|mPaaSClient/i.test(navigator.userAgent) &&
        (await onceTrue(hasClient)) &&
        askEnvironment(find()),
      send: (message) => exchange.send(message, post),
      capabilities: {
        acknowledges: true,
        immediate: true,
        twoWay: true,
        maxBytes: 1000,
        durability: 'disk',
      },
    },
    options,
  );
  return {
    ...host,
    load: (namespace) => exchange.load(namespace, post),
    watch: (callback) => exchange.watch(callback),
    close: () => exchange.close(),
  };
};

type Listener = (said: unknown) => void;

/** Alipay calls one function, the last one set: ours calls the page's own first, and is set anew where it was replaced. */
const listen = (client: unknown, ours: Listener | undefined, take: Listener): Listener | undefined => {
  if (!isRecord(client) || (ours && client.onMessage === ours)) return ours;
  const before = client.onMessage as Listener | null | undefined;
  const listener: Listener = (said) => {
    try {
      before?.call(client, said);
    } finally {
      take(said);
    }
  };
  client.onMessage = listener;
  return listener;
};
