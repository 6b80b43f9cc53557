import type { Channel } from '../../consent/model.js';
import { findMethod } from './find.js';
import { nativeHost, type NativeHost } from './native-host.js';
import type { Wire } from './conversation.js';

/** The app's own plugin, as `registerPlugin` gives it. */
export interface CapacitorPlugin {
  postMessage(wire: Wire): Promise<unknown>;
}

export interface CapacitorOptions {
  readonly plugin: CapacitorPlugin;
  /** The name it is registered under. Default `Mingshi`. */
  readonly name?: string;
  /** Default: the platform Capacitor names. */
  readonly channel?: Channel;
}

/** An app around the page made with Capacitor, with a plugin of its own; its promise is the answer. */
export const capacitorHost = ({
  plugin,
  name = 'Mingshi',
  channel = platform(),
}: CapacitorOptions): NativeHost =>
  nativeHost({
    name: 'capacitor',
    channel,
    post: ask('isNativePlatform') === true ? (wire) => plugin.postMessage(wire) : undefined,
    isPresent: () => ask('isPluginAvailable', name) === true,
  });

const ask = (method: string, ...given: readonly string[]): unknown =>
  findMethod('Capacitor', method)?.(...given);

const platform = (): Channel => {
  const named = ask('getPlatform');
  return named === 'ios' || named === 'android' ? named : 'app';
};
