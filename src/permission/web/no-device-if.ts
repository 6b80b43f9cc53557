import { attempt } from '../../attempt.js';
import type { RequestEnd } from '../port.js';
import { nameOf } from './end-of.js';

/**
 * Reads a rejection that a device without the thing gives, and a person who refuses it too: where the browser says that it is not
 * `available`, that was it. Any other error, and a browser that does not say, is passed on.
 */
export const noDeviceIf =
  (name: string, available: () => Promise<boolean>) =>
  async (error: unknown): Promise<RequestEnd<never>> => {
    const isThere: unknown = nameOf(error) !== name || (await attempt(available).catch(() => true));
    if (isThere === false) return { end: 'no-device' };
    throw error;
  };
