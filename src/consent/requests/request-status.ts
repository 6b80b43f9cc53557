import type { Status } from '../model.js';
import type { RequestValidity } from './model.js';

/** What stands for the declared version: answered for it, for one it changes nothing of, or for the one still in force. */
const inForce: readonly Status['reason'][] = ['answered', 'not-material', 'not-yet-effective'];

/**
 * Where a declared request stands by its own answers. A grant of an older version is none for a new purpose, way or kind of
 * information (PIPL 14): with a material version in force it counts no more, whether or not the new one was asked. Nor does a
 * standing grant, where the request is for one act now.
 */
export const standingFor = (status: Status, validity: RequestValidity): Status =>
  status.decision === 'granted' && (validity === 'once' || !inForce.includes(status.reason))
    ? { ...status, decision: 'none' }
    : status;

export interface AskingFacts {
  /** By the request's own answers. */
  readonly status: Status;
  readonly validity: RequestValidity;
  /** The person closed the question since the engine started. */
  readonly dismissed: boolean;
  /** The profile's, after which a refusal may be asked about again. */
  readonly refusalMonths: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether a question may open. The person may have it opened whenever nothing is granted. The app only where nothing was
 * answered, the grant ended or was used up, or another material version is in force; after a refusal or a withdrawal not
 * before that, or the profile's time (R-C6: NDSR 22(5); 认定方法 三.2).
 */
export const mayAskFor = (facts: AskingFacts, trigger: 'user' | 'app'): boolean => {
  const { decision, reason } = standingFor(facts.status, facts.validity);
  if (decision === 'unknown' || decision === 'granted') return false;
  if (trigger === 'user') return true;
  if (facts.dismissed) return false;
  if (!inForce.includes(reason)) return reason !== 'version-refused';
  // A grant that counts no more was for one act; the next one asks anew.
  return facts.status.event?.decision === 'granted' || isForgotten(facts);
};

/** False too for a time that cannot be read, and for one still to come. */
const isForgotten = ({ status, refusalMonths, now }: AskingFacts): boolean => {
  if (refusalMonths === undefined || !status.event) return false;
  const end = new Date(status.event.time);
  end.setUTCMonth(end.getUTCMonth() + refusalMonths);
  return now >= end.getTime();
};
