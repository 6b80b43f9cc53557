import type { Platform } from '../platform.js';

/** How long a message may stay unanswered before it counts as queued, in ms. */
export const ANSWER_DEADLINE = 5000;

/** How long a host may take to say that it is there, in ms. */
export const PRESENCE_DEADLINE = 3000;

/** The most that anything else waits for a host, in ms. */
export const START_DEADLINE = 50;

/**
 * Resolves as `promise` does, with `late` where that takes longer than `delay` ms or rejects. What comes after that is
 * ignored here, and is never an unhandled rejection.
 */
export const within = <T>(
  promise: Promise<T>,
  delay: number,
  timer: Platform['timer'],
  late: T,
): Promise<T> =>
  new Promise((resolve) => {
    const cancel = timer(() => resolve(late), delay);
    const settle = (value: T): void => {
      cancel();
      resolve(value);
    };
    promise.then(settle, () => settle(late));
  });
