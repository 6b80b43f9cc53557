import type { Channel } from '../../consent/model.js';
import { findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';

export interface ObjectOptions {
  /** The global name the app gave its object. Default `mingshi`. */
  readonly object?: string;
  /** The method of it that takes a message, as JSON text. Default `postMessage`. */
  readonly method?: string;
}

/** A host over an object that an app put into the page, whose method takes JSON text and gives JSON text, or a promise. */
export const objectHost = (
  name: string,
  channel: Channel,
  { object = 'mingshi', method = 'postMessage' }: ObjectOptions,
): NativeHost => {
  const call = findMethod(object, method);
  return nativeHost({ name, channel, post: call && ((wire) => call(JSON.stringify(wire))) });
};
