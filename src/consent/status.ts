import { isoTime } from '../iso-time.js';
import { own } from '../own.js';
import type { Declared } from './declared.js';
import type { Standing } from './fold.js';
import type { ConsentEvent, Durability, Status } from './model.js';

/** In ms. */
export const day = 86_400_000;

export interface StatusFacts {
  readonly declared: Declared;
  readonly standing: Standing;
  /** How safely the standing answer is kept. */
  readonly durability: Durability;
  /** True where the person closed the question about this version since the engine started. */
  readonly dismissed: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Where a request stands before the ledger was read. Nothing is known, so nothing is granted and nothing asked. */
export const loadingStatus = ({ version }: Declared): Status => ({
  decision: 'unknown',
  reason: 'loading',
  version,
  asks: false,
});

/**
 * Where a request stands. Re-consent follows from the declared version and `material`, never from a hash. After a refusal or
 * a withdrawal (R-C5, R-C6) nothing asks by itself until another material version is in force.
 */
export const computeStatus = (facts: StatusFacts): Status => {
  const { declared, standing, dismissed } = facts;
  const answer = standing.answer;
  if (!answer) {
    const reason = dismissed ? 'dismissed' : 'unanswered';
    return { decision: 'none', reason, version: declared.version, asks: !dismissed };
  }
  const pending = isPending(facts);
  const reason = isOver(facts)
    ? findQuiet(facts, 'expired')
    : pending
      ? 'not-yet-effective'
      : findReason(facts, versionOf(answer));
  return {
    decision: counts(answer) && !isOver(facts) ? answer.decision : 'none',
    reason,
    version: pending ? versionOf(answer) : declared.version,
    answeredVersion: versionOf(answer),
    ...(pending && { pending: { version: declared.version, effective: declared.effective ?? '' } }),
    ...(answer.decision === 'granted' && own(answer, 'until') !== undefined && { until: answer.until }),
    durability: facts.durability,
    asks: reason === 'new-version' || reason === 'expired',
    event: answer,
  };
};

/** A grant for once ends with the act. A permission's is for once until the system granted it too. */
const counts = (answer: ConsentEvent): answer is ConsentEvent & { decision: Status['decision'] } =>
  answer.decision !== 'dismissed' && (answer.decision !== 'granted' || answer.validity !== 'once');

/**
 * True for a grant whose end is reached, or cannot be read: computed each time, never written. So is one given more than a day
 * from now: the clock was set back since, and nobody knows how much of its time is over. A refusal has no end.
 */
const isOver = ({ standing: { answer }, now }: StatusFacts): boolean => {
  if (answer?.decision !== 'granted' || answer.validity !== 'until') return false;
  return !(Date.parse(answer.time) - day < now && now < Date.parse(answer.until ?? ''));
};

/** Why it would be asked again, unless the person closed that very question. */
const findQuiet = ({ dismissed }: StatusFacts, reason: 'new-version' | 'expired'): Status['reason'] =>
  dismissed ? 'dismissed' : reason;

/** The version that was answered: the request's own, where it has one. */
export const versionOf = ({ request, policy }: ConsentEvent): string =>
  (own(request, 'version') as string | undefined) ?? policy.version;

const findReason = (facts: StatusFacts, answered: string): Status['reason'] => {
  const { declared, standing } = facts;
  if (answered === declared.version) return 'answered';
  if (standing.refused?.policy.version === declared.version) return 'version-refused';
  if (!declared.material) return 'not-material';
  return findQuiet(facts, 'new-version');
};

/** True for another version than the answered one, in force only from a day to come. */
const isPending = ({ declared, standing, now }: StatusFacts): boolean =>
  declared.effective !== undefined &&
  standing.answer !== undefined &&
  versionOf(standing.answer) !== declared.version &&
  declared.effective > localDay(now);

/** `YYYY-MM-DD` where the person is: a policy comes into force with their day. */
const localDay = (now: number): string =>
  isoTime(now - new Date(now).getTimezoneOffset() * 60_000).slice(0, 10);

/** Whether a question may open: by the app only where `asks`; by the person also after they refused, closed or withdrew. */
export const mayAsk = (status: Status, trigger: 'user' | 'app'): boolean =>
  status.reason !== 'no-guardian' && (status.asks || (trigger === 'user' && isOpen(status)));

const isOpen = ({ decision, reason }: Status): boolean =>
  reason === 'version-refused' ||
  reason === 'dismissed' ||
  (decision !== 'granted' && decision !== 'unknown');
