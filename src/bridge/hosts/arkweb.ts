import { objectHost, type ObjectOptions } from './object-host.js';
import type { NativeHost } from './native-host.js';

/**
 * A HarmonyOS app around the page that registered an object by `javaScriptProxy`: the method takes JSON text and gives its
 * answer as JSON text, or a Promise of it. It must stand in `methodList`: what is in `asyncMethodList` gives nothing back.
 */
export const arkWebHost = (options: ObjectOptions = {}): NativeHost =>
  objectHost('arkweb', 'harmony', options);
