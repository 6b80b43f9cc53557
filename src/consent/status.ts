import { isoTime } from '../iso-time.js';
import type { Declared } from './declared.js';
import type { Standing } from './fold.js';
import type { ConsentEvent, Durability, Status } from './model.js';

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
  const reason = pending ? 'not-yet-effective' : findReason(facts, answer.policy.version);
  return {
    decision: counts(answer) ? answer.decision : 'none',
    reason,
    version: pending ? answer.policy.version : declared.version,
    answeredVersion: answer.policy.version,
    ...(pending && { pending: { version: declared.version, effective: declared.effective ?? '' } }),
    durability: facts.durability,
    asks: reason === 'new-version',
    event: answer,
  };
};

/** A grant for once ends with the act. A permission's is for once until the system granted it too. */
const counts = (answer: ConsentEvent): answer is ConsentEvent & { decision: Status['decision'] } =>
  answer.decision !== 'dismissed' && (answer.decision !== 'granted' || answer.validity === 'standing');

const findReason = (facts: StatusFacts, answered: string): Status['reason'] => {
  const { declared, standing, dismissed } = facts;
  if (answered === declared.version) return 'answered';
  if (standing.refused?.policy.version === declared.version) return 'version-refused';
  if (!declared.material) return 'not-material';
  return dismissed ? 'dismissed' : 'new-version';
};

/** True for another version than the answered one, in force only from a day to come. */
const isPending = ({ declared, standing, now }: StatusFacts): boolean =>
  declared.effective !== undefined &&
  standing.answer?.policy.version !== declared.version &&
  declared.effective > localDay(now);

/** `YYYY-MM-DD` where the person is: a policy comes into force with their day. */
const localDay = (now: number): string =>
  isoTime(now - new Date(now).getTimezoneOffset() * 60_000).slice(0, 10);

/** Whether a question may open: by the app only where `asks`; by the person also after they refused, closed or withdrew. */
export const mayAsk = (status: Status, trigger: 'user' | 'app'): boolean =>
  status.asks || (trigger === 'user' && isOpen(status));

const isOpen = ({ decision, reason }: Status): boolean =>
  reason === 'version-refused' ||
  reason === 'dismissed' ||
  (decision !== 'granted' && decision !== 'unknown');
