import { ConsentError } from './errors.js';
import type { Platform } from './platform.js';

/** A page stands still while WebKit asks about the clipboard: of a deadline, that counts as one of these parts at most. */
const parts = 4;

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
    const wait = (left: number): void => {
      cancel = timer(() => (left > 1 ? wait(left - 1) : expire()), delay / parts);
    };
    const expire = (): void =>
      reject(new ConsentError(late(), `There was no answer within ${delay} ms.`, delay));
    wait(parts);
  });
  return Promise.race([promise, expired]).finally(() => cancel());
};
