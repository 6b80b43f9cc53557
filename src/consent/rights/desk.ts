import { attempt } from '../../attempt.js';
import type { Answer } from '../../engine-contract.js';
import { ConsentError } from '../../errors.js';
import { own } from '../../own.js';
import type { Right } from '../../policy/model.js';
import type { Declared } from '../declared.js';
import type { AskingParts } from '../desk.js';
import type { ConsentEvent } from '../model.js';
import type { PreparedAct } from '../prepare-act.js';
import type { Profile, RightRule } from '../profile.js';
import { deadlineOf } from './deadline-of.js';
import type { RightKind, RightRequest } from './model.js';

/** What `requestRight` was given, beside the act. */
interface Asked {
  readonly kind: RightKind;
  readonly details: string | undefined;
  readonly act: PreparedAct;
}

/** Records the rights a person makes use of, with the day by which the handler must answer, and hands them to the app. */
export class RightsDesk {
  readonly #parts: AskingParts;
  readonly #profile: Profile;

  constructor(parts: AskingParts, profile: Profile) {
    this.#parts = parts;
    this.#profile = profile;
  }

  /** See `ConsentEngine.requestRight`. Throws `right/unknown` and `right/no-policy`. */
  request({ kind, details, act }: Asked): { readonly answer: Answer; readonly right: RightRequest } {
    const rule = this.#ruleOf(kind);
    const { declared, stated } = this.#find(kind);
    const until = deadlineOf(stated, rule, this.#parts.platform.now());
    const right: RightRequest = {
      kind,
      ...(details !== undefined && { details }),
      ...(stated[0] && { way: stated[0].way }),
      ...until,
    };
    const answer = this.#parts.desk.record(declared, {
      ...act,
      request: { id: `right:${kind}`, kind: 'right' },
      decision: 'requested',
      validity: 'standing',
      ...(until.deadline !== undefined && { until: until.deadline }),
    });
    this.#handOver(right, answer.event);
    return { answer, right };
  }

  #ruleOf(kind: unknown): RightRule {
    const rule =
      typeof kind === 'string' ? (own(this.#profile.rights, kind) as RightRule | undefined) : undefined;
    if (rule) return rule;
    const known = Object.keys(this.#profile.rights).join(', ');
    const sentence = `The profile ${this.#profile.name} knows the rights ${known}.`;
    throw new ConsentError('right/unknown', sentence, kind);
  }

  /** The policy that states the right, and every place where it does; the first policy where none states it. */
  #find(kind: RightKind): { readonly declared: Declared; readonly stated: readonly Right[] } {
    const policies = [...this.#parts.declared.values()];
    const statedIn = ({ policy }: Declared): readonly Right[] =>
      policy.rights.filter((right: Right) => right.kind === kind);
    const declared = policies.find((one) => statedIn(one).length > 0) ?? policies[0];
    if (declared) return { declared, stated: statedIn(declared) };
    throw new ConsentError('right/no-policy', 'A policy must be declared.', kind);
  }

  /** What the app's own function throws is the page's to report; the record stands. */
  #handOver(right: RightRequest, event: ConsentEvent): void {
    const { given, platform } = this.#parts;
    const onRight = own(given, 'onRight');
    if (typeof onRight !== 'function') return;
    attempt(() => (onRight as (right: RightRequest, event: ConsentEvent) => unknown)(right, event)).catch(
      (error: unknown) =>
        platform.timer(() => {
          throw error;
        }, 0),
    );
  }
}
