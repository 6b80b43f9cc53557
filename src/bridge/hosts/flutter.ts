import type { Channel } from '../../consent/model.js';
import { find, findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';
import { PRESENCE_DEADLINE } from '../deadline.js';

export interface FlutterOptions {
  /** The name of the JavaScript handler the app added. Default `mingshi`. */
  readonly handler?: string;
  /** `ios`, `android` or `harmony` where the app tells the page. Default `app`. */
  readonly channel?: Channel;
}

const bridge = 'flutter_inappwebview';

/** A Flutter app around the page, with `InAppWebView`: `flutter_inappwebview.callHandler(<handler>, …)`, which gives a Promise. */
export const flutterHost = ({ handler = 'mingshi', channel = 'app' }: FlutterOptions = {}): NativeHost => {
  const call = (wire: unknown): unknown => findMethod(bridge, 'callHandler')?.(handler, wire);
  return nativeHost({ name: 'flutter', channel, post: find(bridge) ? call : undefined, isPresent: isReady });
};

/** Calls made before the plugin says it is ready are lost. Older versions keep no mark of having said so. */
const isReady = (): boolean | Promise<boolean> => {
  const canCall = (): boolean => findMethod(bridge, 'callHandler') !== undefined;
  if (find(bridge, '_platformReady')) return canCall();
  return new Promise((resolve) => {
    const done = (): void => {
      removeEventListener('flutterInAppWebViewPlatformReady', done);
      clearTimeout(timer);
      resolve(canCall());
    };
    const timer = setTimeout(done, PRESENCE_DEADLINE - 100);
    addEventListener('flutterInAppWebViewPlatformReady', done);
  });
};
