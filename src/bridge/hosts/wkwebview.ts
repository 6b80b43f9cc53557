import type { Channel } from '../../consent/model.js';
import { findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';

export interface WkWebViewOptions {
  /** The name the app gave its script message handler. Default `mingshi`. */
  readonly handler?: string;
  /** Default `ios`. */
  readonly channel?: Channel;
}

/**
 * An app of Apple's around the page: `webkit.messageHandlers.<handler>`. A handler added with reply (iOS 14) acknowledges; one
 * without resolves every choice `queued`, and may bring claims by an injected event. Which it is shows in what it answers.
 */
export const wkWebViewHost = ({ handler = 'mingshi', channel = 'ios' }: WkWebViewOptions = {}): NativeHost =>
  nativeHost({
    name: 'wkwebview',
    channel,
    post: findMethod('webkit', 'messageHandlers', handler, 'postMessage'),
  });
