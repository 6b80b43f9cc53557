import type { PermissionRequester, RequestEnd } from '../port.js';
import { lookUp } from './look-up.js';
import { webRequester } from './web-requester.js';

export interface FileOptions {
  /** Which files are offered, as an input's `accept`. */
  readonly accept?: string;
  /** Whether several may be picked. Default false. */
  readonly multiple?: boolean;
}

/** How long after the chooser closed a choice may still come, in ms. */
const lateChoice = 2000;

/**
 * Lets the person pick files by the browser's own chooser: the page gets those and nothing else, on plain `http` too. Closing it
 * is `dismissed`.
 */
export const fileRequester = (
  kind: 'album' | 'storage',
  { accept = '', multiple = false }: FileOptions,
): PermissionRequester<readonly File[]> =>
  webRequester({
    kind,
    api: () => HTMLInputElement,
    anywhere: true,
    ask: (signal) => {
      // Without it the browser opens nothing, and says nothing.
      if (lookUp(() => navigator.userActivation.isActive) === false) {
        return { end: 'failed', message: 'A chooser of files needs a user activation.' };
      }
      const input = Object.assign(document.createElement('input'), { type: 'file', accept, multiple });
      return choiceIn(input, signal);
    },
  });

const choiceIn = (input: HTMLInputElement, signal: AbortSignal): Promise<RequestEnd<readonly File[]>> =>
  new Promise((resolve) => {
    const done = new AbortController();
    const read = (): void => {
      done.abort();
      const files = Array.from(input.files ?? []);
      resolve(files.length > 0 ? { end: 'granted', value: files } : { end: 'dismissed' });
    };
    if (!hasCancel()) onReturn(read, done.signal);
    input.addEventListener('change', read);
    input.addEventListener('cancel', read);
    // The signal holds the input too: one that stands in no document may be forgotten while the chooser is open.
    signal.addEventListener('abort', () => {
      done.abort();
      input.value = '';
    });
    input.click();
  });

/** Every engine of the floor tells of a closed chooser, but for Chromium before 113. */
const hasCancel = (): boolean => Number(/Chrome\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 113) >= 113;

/** Calls back a while after the person came back to the page, until `signal` aborts. */
const onReturn = (back: () => void, signal: AbortSignal): void => {
  const later = (): void => {
    const timer = setTimeout(back, lateChoice);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  addEventListener('focus', later, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || later(), { signal });
};
