import { ConsentError } from '../../errors.js';
import { isRecord } from '../../own.js';
import { Exchange, type Outgoing } from '../exchange.js';
import type { Host, HostMemory } from '../port.js';
import { callContainer } from './mini-program.js';
import { onceTrue, pageGlobal, pageMemory, pageNonce, whenResumed } from './page.js';

export interface UniAppOptions {
  /** DCloud's client (`uni.webView`) where it is imported. Default: `uni.webView`, which its script makes. */
  readonly client?: object;
  /** Where acknowledged ids are kept. Default `localStorage`. */
  readonly memory?: () => HostMemory;
}

/** The event the app answers with: `webview.evalJS('dispatchEvent(new CustomEvent("mingshi-host", {detail: …}))')`. */
const answerEvent = 'mingshi-host';

/**
 * The web-view of an app made with uni-app. Messages arrive at once, and the app answers by `evalJS`, so a choice is
 * acknowledged, and the app can say what it knows. Only in an app: a page of a mini-program made with uni-app takes that
 * vendor's host, and elsewhere (a browser, HarmonyOS, where DCloud's client has no bridge) it is absent, since the client
 * would then post to whatever frame is around the page.
 */
export const uniAppHost = (options: UniAppOptions = {}): Host => {
  const exchange = new Exchange(pageNonce());
  const heard = (event: Event): void => exchange.take((event as CustomEvent).detail);
  const post = (wire: Outgoing): void => {
    if (!hasBridge()) throw new ConsentError('host/absent', 'There is no bridge of uni-app here.', undefined);
    addEventListener(answerEvent, heard);
    callContainer(options.client ?? findClient(), 'postMessage', { data: wire }).catch(() => undefined);
  };
  return {
    name: 'uni-app',
    channel: 'app',
    capabilities: { acknowledges: true, immediate: true, twoWay: true, maxBytes: 1000, durability: 'disk' },
    memory: options.memory ?? pageMemory,
    isPresent: async () =>
      /uni-app|Html5Plus/i.test(navigator.userAgent) &&
      (await onceTrue(() => hasBridge() && isRecord(options.client ?? findClient()), 'plusready')),
    send: (message) => exchange.send(message, post),
    load: (namespace) => exchange.load(namespace, post),
    watch: (callback) => exchange.watch(callback),
    resumed: whenResumed,
    close: () => {
      removeEventListener(answerEvent, heard);
      exchange.close();
    },
  };
};

const findClient = (): unknown => {
  const client = pageGlobal('uni');
  return isRecord(client) ? client.webView : undefined;
};

/** Without one of these, DCloud's client falls back to `parent.postMessage(…, '*')`. */
const hasBridge = (): boolean =>
  Boolean(pageGlobal('plus') ?? pageGlobal('__dcloud_weex_postMessage') ?? pageGlobal('__dcloud_weex_'));
