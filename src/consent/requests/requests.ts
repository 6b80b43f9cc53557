import { own } from '../../own.js';
import type { AskingParts } from '../desk.js';
import type { Status, Subject } from '../model.js';
import type { Profile } from '../profile.js';
import type { DeclaredAsk } from './declared-ask.js';
import { isMinor, needsGuardian } from './guardian-rule.js';
import type { AskedRequest } from './model.js';
import { readRequests } from './read-requests.js';
import { mayAskFor, standingFor } from './request-status.js';

/** A declared request, with the id it is asked for under: its own, or `<id>:<reference>`. */
export interface Found {
  readonly ask: DeclaredAsk;
  readonly id: string;
  /** Whom an on-behalf request is asked for. */
  readonly reference: string | undefined;
}

/** What of the engine the rules are about. */
export type RequestParts = Pick<AskingParts, 'book' | 'declared' | 'engine' | 'given' | 'platform'>;

/** What the app declared, where each of it stands, and whether it may be asked. */
export class Requests {
  readonly profile: Profile;
  readonly #parts: RequestParts;
  readonly #asks: ReadonlyMap<string, DeclaredAsk>;
  readonly #dismissed = new Set<string>();

  /** Throws what `readRequests` throws. */
  constructor(parts: RequestParts, profile: Profile) {
    this.#parts = parts;
    this.profile = profile;
    const ground = { policies: parts.declared, profile };
    this.#asks = readRequests(own(parts.given, 'requests') ?? [], ground);
  }

  /** Every declared request, with its defaults, as declared. */
  get declared(): readonly AskedRequest[] {
    return [...this.#asks.values()].map(({ asked }) => asked);
  }

  /** The request an id names; undefined where none does: an on-behalf request is always for somebody, others never are. */
  find(id: string): Found | undefined {
    const [name = '', ...rest] = id.split(':');
    const ask = this.#asks.get(name);
    const reference = rest.length > 0 ? rest.join(':') : undefined;
    if (!ask || (ask.asked.kind === 'on-behalf') !== (reference !== undefined)) return undefined;
    return reference === undefined || /^[\w.-]+$/.test(reference) ? { ask, id, reference } : undefined;
  }

  /** Where a request stands by its own answers, of whatever version. */
  answered({ ask, id }: Found): Status {
    return { ...this.#parts.book.status(id, ask.rule), asks: false };
  }

  /** Where a request stands. What is granted counts only while a child's guardian, and the policy, stand behind it. */
  status(found: Found): Status {
    const status = standingFor(this.answered(found), found.ask.validity);
    const lack = status.decision === 'granted' ? this.#lack(found) : undefined;
    const limited = lack ? ({ ...status, decision: 'none', reason: lack } as const) : status;
    return found.ask.asked.kind === 'switch' ? { ...limited, on: this.#isOn(found, status) } : limited;
  }

  /** True where the policy, and for a child a guardian, stand behind a grant. */
  isGrounded(found: Found): boolean {
    return this.#lack(found) === undefined;
  }

  /** Who answers, where the request is for somebody else: with whom they act for. */
  subjectOf({ ask: { asked }, reference }: Found): Subject | undefined {
    if (asked.kind !== 'on-behalf' || reference === undefined) return undefined;
    return { ...this.#parts.book.subject, actsFor: { kind: asked.actsFor, reference } };
  }

  mayAsk({ ask, id }: Found, trigger: 'user' | 'app'): boolean {
    const { book, platform } = this.#parts;
    const facts = {
      status: book.status(id, ask.rule),
      validity: ask.validity,
      dismissed: this.#dismissed.has(id),
      refusalMonths: own(this.profile.asking, 'refusalMonths') as number | undefined,
      now: platform.now(),
    };
    return mayAskFor(facts, trigger);
  }

  /** The person closed the question: the app does not open it again in this session. */
  dismiss(id: string): void {
    this.#dismissed.add(id);
    this.#parts.book.dismiss(id);
  }

  /** The request for a guardian's consent on which everything else of a child rests: the first one declared. */
  get guardian(): Found | undefined {
    const ask = [...this.#asks.values()].find(({ asked }) => asked.kind === 'guardian');
    return ask && { ask, id: ask.id, reference: undefined };
  }

  /** True where a guardian must consent for this subject (PIPL 31), whether or not one did. */
  get isForGuardian(): boolean {
    return needsGuardian(this.#parts.book.subject, this.profile, this.guardian !== undefined);
  }

  /** True where no guardian stands behind a child: nothing can be granted. */
  get lacksGuardian(): boolean {
    if (!this.isForGuardian) return false;
    return !this.guardian || standingFor(this.answered(this.guardian), 'standing').decision !== 'granted';
  }

  /** Where a policy stands, for this subject: a child's agreement counts only beside a guardian's. */
  limit(status: Status): Status {
    if (status.decision === 'unknown' || !this.lacksGuardian) return status;
    const granted = status.decision === 'granted';
    return {
      ...status,
      ...(granted && { decision: 'none' }),
      reason: 'no-guardian',
      asks: (status.asks || granted) && this.guardian !== undefined && this.mayAsk(this.guardian, 'app'),
    };
  }

  #lack({ ask }: Found): 'no-guardian' | 'no-consent' | undefined {
    if (ask.asked.kind === 'guardian') return undefined;
    if (this.lacksGuardian) return 'no-guardian';
    return this.#parts.engine.status(ask.policy.id).decision === 'granted' ? undefined : 'no-consent';
  }

  /** Off wherever anything speaks for off; `status` is by its own answers. */
  #isOn(found: Found, status: Status): boolean {
    const { asked } = found.ask;
    if (!this.isGrounded(found) || asked.kind !== 'switch') return false;
    if (status.decision !== 'none') return status.decision === 'granted';
    const { initial, minors } = this.profile.switches;
    const rule = isMinor(this.#parts.book.subject) ? minors : initial;
    return rule === 'stated' && asked.initial === 'on';
  }
}
