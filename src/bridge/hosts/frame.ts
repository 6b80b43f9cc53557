import { ConsentError } from '../../errors.js';
import { nativeHost, type NativeHost } from './native-host.js';

export interface FrameOptions {
  /** The exact origin of the page around this one: `https://app.example`. Nothing is ever sent to another, or taken from it. */
  readonly origin: string;
}

/**
 * A page around this one. Each message brings a `MessagePort` to answer by; the page around may also answer by `postMessage`,
 * which counts where it comes from that very window and origin, with the nonce. Throws `host/invalid-origin` for what is no
 * exact origin, such as `*`.
 */
export const frameHost = ({ origin }: FrameOptions): NativeHost => {
  const { parent } = window;
  if (!isOrigin(origin)) {
    throw new ConsentError('host/invalid-origin', 'An exact origin must be named, without a path.', origin);
  }
  const ports = new Set<MessagePort>();
  let hear = (_said: unknown): void => undefined;
  const post = (wire: unknown): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => hear(data);
    ports.add(port1);
    parent.postMessage(wire, origin, [port2]);
  };
  return nativeHost({
    name: 'frame',
    channel: 'web',
    answers: 'later',
    isPlace: () => parent !== window && isIn(origin),
    post,
    listen: (listener) => {
      hear = listener;
      const heard = (event: MessageEvent<unknown>): void => {
        if (event.source === parent && event.origin === origin) listener(event.data);
      };
      addEventListener('message', heard);
      return () => {
        removeEventListener('message', heard);
        for (const port of ports) port.close();
      };
    },
  });
};

const isOrigin = (text: string): boolean => {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
};

/** False where the browser says that another page is around this one; Firefox does not say. */
const isIn = (origin: string): boolean => {
  const around = (location as { ancestorOrigins?: DOMStringList }).ancestorOrigins?.[0];
  return around === undefined || around === origin;
};
