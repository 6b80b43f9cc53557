import { ConsentError } from './errors.js';
import type { Platform } from './platform.js';

/**
 * Settles as `promise` does; where it takes longer than `delay` ms, rejects with the code that `late` gives then. A later
 * outcome of `promise` is ignored here, and is never an unhandled rejection.
 */
export const withDeadline = <T>(
  promise: Promise<T>,
  delay: number,
  timer: Platform['timer'],
  late: () => string,
): Promise<T> => {
  let cancel: () => void;
  const expired = new Promise<never>((_, reject) => {
    cancel = timer(() => {
      reject(new ConsentError(late(), `There was no answer within ${delay} ms.`, delay));
    }, delay);
  });
  return Promise.race([promise, expired]).finally(() => cancel());
};
