import { attempt } from '../attempt.js';
import { own } from '../own.js';
import type { PermissionKind } from '../policy/model.js';
import type { PermissionRequester, PermissionState, RequestEnd } from './port.js';

/** The part of a host that is asked: the native hosts of `mingshi/hosts/…` have it. */
export interface AskedHost {
  isPresent(): Promise<boolean>;
  /** Asks in this very task; resolves with the native side's answer, if there ever is one. */
  ask(question: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/**
 * What native sides call their answers, without case, hyphens, underscores and spaces, and what each means. `restricted` is
 * iOS's word for what a parent or an employer forbids, `limited` and `provisional` its words for part of what was asked.
 */
const states: Readonly<Record<string, PermissionState>> = {
  ...Object.fromEntries(
    ['granted', 'authorized', 'limited', 'provisional', 'fullaccess', 'writeonly'].map((word) => [
      word,
      'granted' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['denied', 'restricted', 'blocked', 'neveraskagain'].map((word) => [word, 'denied' as const]),
  ),
  ...Object.fromEntries(
    ['prompt', 'promptwithrationale', 'notdetermined', 'undetermined'].map((word) => [
      word,
      'prompt' as const,
    ]),
  ),
};

const ends: Readonly<Record<string, RequestEnd<never>>> = {
  dismissed: { end: 'dismissed' },
  cancelled: { end: 'dismissed' },
  canceled: { end: 'dismissed' },
  unsupported: { end: 'unsupported' },
  unavailable: { end: 'unsupported' },
};

/**
 * Asks for a permission the web has no call for (calendar, phone, device information, the list of apps) by the app around the
 * page. It is sent `{schema, id, nonce, permission: kind, prompt}`, with `prompt: false` to look and `true` to ask the person,
 * and answers `{schema, nonce, answers: id, permission: '<word>', value?}`. Of a word that is not known, or no answer, nothing
 * is granted. `request` resolves with the answer's `value`, if any.
 */
export const hostRequester = (host: AskedHost, kind: PermissionKind): PermissionRequester => {
  const ask = (prompt: boolean): Promise<unknown> => attempt(() => host.ask({ permission: kind, prompt }));
  // Looked at once: whether an app is around the page does not change.
  let absent = false;
  attempt(() => host.isPresent()).then(
    (present) => (absent = !present),
    () => (absent = true),
  );
  return {
    kind,
    lack: () => (absent ? 'unsupported' : undefined),
    state: () => ask(false).then(readState, () => 'unknown' as const),
    request: (signal) =>
      new Promise((resolve) => {
        const aborted = (): void => resolve({ end: 'aborted' });
        if (signal.aborted) return aborted();
        signal.addEventListener('abort', aborted, { once: true });
        ask(true)
          .then(readEnd, failed)
          .then((end) => {
            signal.removeEventListener('abort', aborted);
            resolve(end);
          }, aborted);
      }),
  };
};

const wordOf = (answer: unknown): string => {
  const word = own(answer, 'permission');
  return typeof word === 'string' ? word.toLowerCase().replace(/[-_ ]/g, '') : '';
};

const readState = (answer: unknown): PermissionState =>
  (own(states, wordOf(answer)) as PermissionState | undefined) ?? 'unknown';

const readEnd = (answer: unknown): RequestEnd<unknown> => {
  const state = readState(answer);
  if (state === 'granted') return { end: 'granted', value: own(answer, 'value') };
  if (state === 'denied') return { end: 'refused' };
  const known = own(ends, wordOf(answer)) as RequestEnd<never> | undefined;
  return known ?? failed(own(answer, 'permission'));
};

const failed = (what: unknown): RequestEnd<unknown> => ({ end: 'failed', message: String(what) });
