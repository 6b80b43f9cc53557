import { defaultPlatform } from '../platform.js';

/** Resolves as soon as `condition` holds; rejects after 5 s. */
export const until = async (condition: () => unknown): Promise<void> => {
  for (let waited = 0; waited < 1000; waited++) {
    if (condition()) return;
    await pause(5);
  }
  throw new Error(`this never came true: ${String(condition)}`);
};

const pause = (delay: number): Promise<void> =>
  new Promise((resolve) => void defaultPlatform().timer(resolve, delay));
