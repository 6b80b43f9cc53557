import { find, findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';

export interface AndroidListenerOptions {
  /** The `jsObjectName` of the listener. Default `mingshi`. */
  readonly object?: string;
}

/** The part of Android's injected object that hears answers. */
interface Listening {
  addEventListener?(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  removeEventListener?(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  onmessage?: ((event: MessageEvent<unknown>) => void) | null;
}

/**
 * An Android app around the page that added a listener by `WebViewCompat.addWebMessageListener`, which injects its object into
 * pages of the origins it names and no others. Answers come by the listener's reply proxy.
 */
export const androidListenerHost = ({ object = 'mingshi' }: AndroidListenerOptions = {}): NativeHost => {
  const post = findMethod(object, 'postMessage');
  return nativeHost({
    name: 'android-listener',
    channel: 'android',
    answers: 'later',
    post: post && ((wire) => post(JSON.stringify(wire))),
    listen: (hear) => listenTo(find(object) as Listening, (event) => hear(event.data)),
  });
};

const listenTo = (target: Listening, hear: (event: MessageEvent<unknown>) => void): (() => void) => {
  if (!target.addEventListener) {
    target.onmessage = hear;
    return () => void (target.onmessage = null);
  }
  target.addEventListener('message', hear);
  return () => target.removeEventListener?.('message', hear);
};
