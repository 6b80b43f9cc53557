import { own } from '../../own.js';
import type { RequestEnd } from '../port.js';
import { lookUp } from './look-up.js';

type PlainEnd = Exclude<RequestEnd<never>['end'], 'granted'>;

/** What a browser's error means for the request, by its name; what is not named here is `failed`. */
export type Ends = Readonly<Record<string, PlainEnd>>;

const ends: Ends = {
  NotAllowedError: 'refused',
  SecurityError: 'policy-blocked',
  NotSupportedError: 'unsupported',
  NotFoundError: 'no-device',
  NotReadableError: 'busy',
  OverconstrainedError: 'constraints',
  AbortError: 'aborted',
};

/** Said instead of prompting, where the page called too late or in the background: no person and no setting refused. */
const untimely = /gesture|activation|focused/i;

/** How a request ended that was rejected with `error`. `special` is what some names mean for this kind alone. */
export const endOf = (error: unknown, special: Ends): RequestEnd<never> => {
  const message = textIn(error, 'message');
  const name = nameOf(error);
  const end = (own(special, name) ?? own(ends, name)) as PlainEnd | undefined;
  if (end === 'refused' && !untimely.test(message)) return { end, message };
  return !end || end === 'refused' || end === 'failed' ? { end: 'failed', message } : { end };
};

/** The name of an error; empty for what is none. */
export const nameOf = (error: unknown): string => textIn(error, 'name');

const textIn = (error: unknown, key: 'name' | 'message'): string =>
  lookUp(() => String((error as Record<string, unknown>)[key])) ?? '';
