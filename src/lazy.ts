import { ConsentError } from './errors.js';

/**
 * Loads a part the first time it is needed and keeps it. What did not load (offline, a deployment meanwhile) rejects
 * `engine/not-loaded` and is tried again the next time; what the part itself throws is passed on.
 */
export const lazy = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loaded: Promise<T> | undefined;
  return () =>
    (loaded ??= load().catch((cause: unknown) => {
      loaded = undefined;
      if (cause instanceof ConsentError) throw cause;
      throw new ConsentError('engine/not-loaded', 'A part of the engine did not load.', undefined, cause);
    }));
};
