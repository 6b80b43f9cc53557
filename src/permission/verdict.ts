import type { SystemAnswer, Verdict } from '../consent/model.js';
import { own } from '../own.js';
import type { PermissionKind } from '../policy/model.js';
import type { PermissionState, RequestEnd } from './port.js';

/** A refusal that comes sooner than this, in ms, came without a person: nobody reads and presses so fast. */
export const personLimit = 200;

/** One request to the system, seen from outside. */
export interface Observed {
  readonly kind: PermissionKind;
  /** The state just before the request, and after it ended. */
  readonly before: PermissionState;
  readonly after: PermissionState;
  readonly end: RequestEnd<unknown>;
  /** From the request to its end, in ms. */
  readonly elapsed: number;
}

/**
 * What the system answered, from what can be seen of it. Pure, and total: whatever comes in, a verdict comes out, and `granted`
 * only where the request itself ended so. A refusal is told apart by the states around it and the time it took (no engine says
 * whether it asked a person); `certain` is false where that is a guess. An engine's own text counts only where it is known to
 * mean one thing.
 */
export const judge = (seen: Observed): SystemAnswer => {
  const end = own(seen.end, 'end');
  if (end === 'refused') return judgeRefusal(seen);
  const verdict = passed.find((one) => one === end);
  if (!verdict) return { verdict: 'failed', certain: false };
  return { verdict, certain: !(seen.kind === 'bluetooth' && verdict === 'dismissed') };
};

/** Ends that say themselves what happened. A chooser of Bluetooth devices that was closed may have had none to choose from. */
const passed: readonly Verdict[] = [
  'granted',
  'dismissed',
  'insecure',
  'unsupported',
  'policy-blocked',
  'no-device',
  'busy',
  'constraints',
  'aborted',
  'failed',
];

const judgeRefusal = ({ before, after, elapsed, end }: Observed): SystemAnswer => {
  const message = textOf(own(end, 'message'));
  // Chromium's words, and nobody else's: the bubble was closed; the operating system keeps the browser out.
  if (/permission dismissed/i.test(message)) return { verdict: 'dismissed', certain: true };
  if (/denied by system/i.test(message)) return { verdict: 'blocked', certain: true };
  const swift = elapsed >= 0 && elapsed < personLimit;
  const verdict = verdictOf(before, after, swift);
  // Nothing else can have happened, where a state turned in a person's time, or stood and was obeyed at once. One that is still
  // `prompt` may hide a refusal for this once; one that turned `denied` at once, a rule of the browser or the device.
  const certain = after === 'denied' && elapsed >= 0 && before === (swift ? 'denied' : 'prompt');
  return { verdict, certain };
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The table of `refused`: by the states before and after, and whether it came too fast for a person. */
const verdictOf = (before: PermissionState, after: PermissionState, swift: boolean): Verdict => {
  if (swift) return 'blocked';
  if (!isKnown(before) || !isKnown(after)) return 'denied';
  // The page's own state cannot be the reason: the system stands behind it, or a setting made before.
  if (after === 'granted' || (before === 'denied' && after === 'denied')) return 'blocked';
  return after === 'denied' ? 'denied' : 'dismissed';
};

const isKnown = (state: PermissionState): boolean =>
  state === 'granted' || state === 'denied' || state === 'prompt';
