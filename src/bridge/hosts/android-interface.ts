import { objectHost, type ObjectOptions } from './object-host.js';
import type { NativeHost } from './native-host.js';

/**
 * An Android app around the page that added an object by `addJavascriptInterface`: the method takes JSON text and returns its
 * answer as JSON text, and the page stands still meanwhile. Every frame sees such an object, whoever made the page in it, so
 * a page in a frame does not use it; prefer `androidListenerHost`, which Android itself keeps to the origins named.
 */
export const androidInterfaceHost = (options: ObjectOptions = {}): NativeHost =>
  objectHost('android-interface', 'android', options);
