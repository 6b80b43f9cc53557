import type { ConsentEvent } from '../consent/model.js';

/** How long nobody is asked again, in ms: 48 hours, as the stores and GB/T 35273-2020 C.4 have it (R-P5). */
export const quietPeriod = 48 * 60 * 60 * 1000;

export interface Moment {
  /** Milliseconds since 1970, by the device's clock. */
  readonly now: number;
  /** The profile's own, in ms. Default `quietPeriod`. */
  readonly quiet?: number;
  /** Ids of the events recorded since the engine started. */
  readonly thisSession: ReadonlySet<string>;
}

/**
 * Whether the app may ask for a permission by itself, without the person starting the function (R-P5; 164号 §2.1).
 * `events` are all of the person's about that kind, whatever the function, in causal order. After a refusal or a withdrawal:
 * only in the session it was made in, 48 hours later, and never again after a restart. After a closed question: 48 hours
 * later. A grant of both sides ends what was before it. A clock set back reads as just asked.
 */
export const mayAskByItself = (events: readonly ConsentEvent[], moment: Moment): boolean => {
  const lastGrant = events.reduce((last, event, index) => (isGrant(event) ? index : last), -1);
  return events.slice(lastGrant + 1).every((event) => {
    if (isRefusal(event)) return moment.thisSession.has(event.id) && isLongAgo(event, moment);
    return !isDismissal(event) || isLongAgo(event, moment);
  });
};

const isGrant = ({ decision, platform }: ConsentEvent): boolean =>
  decision === 'granted' && platform?.verdict === 'granted';

const isRefusal = ({ decision, platform }: ConsentEvent): boolean =>
  decision === 'denied' ||
  decision === 'withdrawn' ||
  platform?.verdict === 'denied' ||
  platform?.verdict === 'blocked';

const isDismissal = ({ decision, platform }: ConsentEvent): boolean =>
  decision === 'dismissed' || platform?.verdict === 'dismissed';

/** False too for a time that cannot be read. */
const isLongAgo = ({ time }: ConsentEvent, { now, quiet = quietPeriod }: Moment): boolean =>
  now - Date.parse(time) >= quiet;
