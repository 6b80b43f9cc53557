import type { Answer, AnswerDetails } from '../../engine-contract.js';
import { ConsentError } from '../../errors.js';
import { own } from '../../own.js';
import type { AskingParts, Words } from '../desk.js';
import type { Status } from '../model.js';
import type { AnswerDecision, OpenPrompt } from '../prompt.js';
import { readAgain } from '../read-again.js';
import { recordedRequest } from './declared-ask.js';
import { lasting } from './lasting.js';
import { readGuardian } from './read-guardian.js';
import type { Found, Requests } from './requests.js';

type Trigger = 'user' | 'app';

/** Asks for what the app declared: each request a question of its own, after what it rests on. */
export class RequestDesk {
  readonly #parts: AskingParts;
  readonly #requests: Requests;
  /** Each act is a question of its own. */
  #count = 0;

  constructor(parts: AskingParts, requests: Requests) {
    this.#parts = parts;
    this.#requests = requests;
  }

  /**
   * See `ConsentEngine.ensure`. The policy is asked about first (R-C1), before it, for a child, the guardian; a separate consent is
   * never asked with anything else (R-C7). A grant for one act is told in the outcome alone.
   */
  async ensure(found: Found, trigger: Trigger): Promise<Status> {
    await readAgain(this.#parts);
    const isAsked = found.ask.asked.kind !== 'switch' && (await this.#ground(found, trigger));
    if (isAsked && this.#requests.mayAsk(found, trigger)) return this.#ask(found, trigger);
    return this.#requests.status(found);
  }

  /** Asks a child's guardian, where one has to consent and did not. */
  async ensureGuardian(trigger: Trigger): Promise<void> {
    const { guardian, lacksGuardian } = this.#requests;
    if (guardian && lacksGuardian) await this.ensure(guardian, trigger);
  }

  /** Makes sure of what a request rests on. */
  async #ground({ ask }: Found, trigger: Trigger): Promise<boolean> {
    if (ask.asked.kind === 'guardian') return true;
    const { engine } = this.#parts;
    const { decision, asks } = engine.status(ask.policy.id);
    if (decision === 'granted' && !asks) return true;
    return (await engine.ensure(ask.policy.id, { trigger })).decision === 'granted';
  }

  async #ask(found: Found, trigger: Trigger): Promise<Status> {
    const { desk } = this.#parts;
    const isOnce = found.ask.validity === 'once';
    let answer: Answer | undefined;
    await desk.ask({
      id: isOnce ? `${found.id} ${++this.#count}` : found.id,
      needed: () => this.#requests.mayAsk(found, trigger) && this.#requests.isGrounded(found),
      open: () => desk.show(this.#put(found, trigger, (given) => (answer = given))),
    });
    const status = this.#requests.status(found);
    if (!isOnce || answer?.event.decision !== 'granted' || !this.#requests.isGrounded(found)) return status;
    const { event, saved } = answer;
    return { ...status, decision: 'granted', reason: 'answered', once: true, durability: await saved, event };
  }

  #put(found: Found, trigger: Trigger, given: (answer: Answer) => void): OpenPrompt {
    const { desk } = this.#parts;
    const { ask, id } = found;
    const prompt = desk.put({
      request: recordedRequest(ask, id),
      declared: ask.policy,
      answeredVersion: this.#requests.answered(found).answeredVersion,
      trigger,
      check: (decision, details) => this.#check(found, decision, details),
      record: (decision, checked, noticeHash, details) => {
        if (decision === 'dismissed') this.#requests.dismiss(id);
        const answer = desk.record(
          ask.policy,
          this.#words(found, decision, { ...checked, noticeHash }, details),
        );
        given(answer);
        desk.close(answer.saved);
        return answer;
      },
    });
    prompt.asked = ask.asked;
    return prompt;
  }

  /** Throws, and leaves the question open, where a grant would lack what it rests on. */
  #check(found: Found, decision: AnswerDecision, details: unknown): void {
    if (decision !== 'granted') return;
    if (!this.#requests.isGrounded(found)) {
      throw new ConsentError(
        'request/no-consent',
        'The policy, or a guardian, must be agreed to first.',
        found.id,
      );
    }
    if (this.#needsGuardian(found)) readGuardian(own(details, 'guardian'));
  }

  /** Who says yes for a child: to the handling as a whole (PIPL 31), and to its face (R-C9). */
  #needsGuardian({ ask: { asked } }: Found): boolean {
    const isFace = asked.kind === 'separate' && asked.dataKind === 'face';
    return asked.kind === 'guardian' || (isFace && this.#requests.isForGuardian);
  }

  #words(
    { ask, id, reference }: Found,
    decision: AnswerDecision,
    checked: AnswerDetails & { readonly noticeHash: string },
    details: unknown,
  ): Words {
    const subject = this.#requests.subjectOf({ ask, id, reference });
    const guardian = own(details, 'guardian');
    const granted = decision === 'granted';
    return {
      ...checked,
      request: recordedRequest(ask, id),
      decision,
      ...(granted && guardian !== undefined && { guardian: readGuardian(guardian) }),
      ...(subject && { subject }),
      ...(granted ? lasting(ask.validity, this.#parts.platform.now()) : { validity: 'standing' as const }),
    };
  }
}
