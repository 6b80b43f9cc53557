import type { Channel } from '../../consent/model.js';
import { find } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';

/** What of the DSBridge client is used. */
export interface DsBridge {
  call(method: string, argument: unknown, callback?: (answer: unknown) => void): unknown;
  hasNativeMethod(method: string, type?: 'all' | 'asyn' | 'syn'): unknown;
}

export interface DsBridgeOptions {
  /** The client, of the package `dsbridge` or the app's own copy. Default: the page's `dsBridge`. */
  readonly bridge?: DsBridge;
  /** The asynchronous native method, with its namespace. Default `mingshi.postMessage`. */
  readonly method?: string;
  /** Default: `android` or `ios`, by the side the client speaks to. */
  readonly channel?: Channel;
}

/** An app around the page with DSBridge 3. The native method's `complete` is the answer. */
export const dsBridgeHost = ({
  bridge = find('dsBridge') as DsBridge | undefined,
  method = 'mingshi.postMessage',
  channel = find('_dsbridge') ? 'android' : 'ios',
}: DsBridgeOptions = {}): NativeHost =>
  nativeHost({
    name: 'dsbridge',
    channel,
    post: bridge && isInside() ? (wire) => called(bridge, method, wire) : undefined,
    // Without such a method the client calls into nothing, and says nothing.
    isPresent: () => bridge?.hasNativeMethod(method) === true,
  });

/** As the client itself finds out. */
const isInside = (): boolean =>
  Boolean(find('_dsbridge') ?? find('_dswk')) || navigator.userAgent.includes('_dsbridge');

const called = (bridge: DsBridge, method: string, wire: unknown): Promise<unknown> =>
  new Promise((resolve) => void bridge.call(method, wire, resolve));
