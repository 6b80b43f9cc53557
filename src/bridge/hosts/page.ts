import type { Platform } from '../../platform.js';
import { PRESENCE_DEADLINE } from '../deadline.js';
import { makeNonce } from '../exchange.js';
import type { HostMemory } from '../port.js';

/** What hosts use of the page they run in, each looked up when it is needed. */
export const pageMemory = (): HostMemory => localStorage;

export const pageTimer: Platform['timer'] = (callback, delay) => {
  const handle = setTimeout(callback, delay);
  return () => clearTimeout(handle);
};

export const pageNonce = (): string => makeNonce((bytes) => crypto.getRandomValues(bytes));

/** A global of the page, read now: vendors' clients come when their script has run. */
export const pageGlobal = (name: string): unknown => (window as unknown as Record<string, unknown>)[name];

/** Calls back when the page comes back from the back/forward cache; returns the function that stops it. */
export const whenResumed = (callback: () => void): (() => void) => {
  const shown = ({ persisted }: PageTransitionEvent): void => void (persisted && callback());
  addEventListener('pageshow', shown);
  return () => removeEventListener('pageshow', shown);
};

/**
 * Resolves with true as soon as `test` holds: now, when one of `events` reaches the document, or when the page has loaded;
 * with false where it does not within 3 s.
 */
export const onceTrue = (test: () => boolean, ...events: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const listening = new AbortController();
    const end = (holds: boolean): void => {
      listening.abort();
      cancel();
      resolve(holds);
    };
    const look = (): void => void (test() && end(true));
    const cancel = pageTimer(() => end(test()), PRESENCE_DEADLINE);
    for (const name of [...events, 'readystatechange']) document.addEventListener(name, look, listening);
    look();
  });
