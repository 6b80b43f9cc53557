import type { Channel } from '../../consent/model.js';
import { findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';

export interface ReactNativeOptions {
  /** `ios` or `android` where the app tells the page. Default `app`. */
  readonly channel?: Channel;
}

/**
 * A React Native app around the page, whose `<WebView>` has an `onMessage`: without one there is no `ReactNativeWebView`. The
 * call itself gives no answer; the app answers by `injectJavaScript`, with the nonce.
 */
export const reactNativeHost = ({ channel = 'app' }: ReactNativeOptions = {}): NativeHost => {
  const post = findMethod('ReactNativeWebView', 'postMessage');
  return nativeHost({
    name: 'react-native',
    channel,
    answers: 'later',
    post: post && ((wire) => post(JSON.stringify(wire))),
  });
};
