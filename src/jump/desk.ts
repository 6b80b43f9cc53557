import { attempt } from '../attempt.js';
import type { Declared } from '../consent/declared.js';
import type { AskingParts } from '../consent/desk.js';
import type { ConsentRequest } from '../consent/model.js';
import type { AnswerDecision, OpenPrompt } from '../consent/prompt.js';
import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import { readJump, type AskedJump } from './asked.js';
import { describeTarget } from './describe-target.js';
import { jumpRequestId, mayRemember } from './jump-request-id.js';
import type { JumpOutcome, JumpRequest, JumpTarget } from './model.js';

/** One jump on its way through the question. */
interface Asking {
  readonly asked: AskedJump;
  readonly target: JumpTarget;
  readonly declared: Declared;
  readonly request: ConsentRequest;
  readonly resolve: (outcome: JumpOutcome) => void;
}

/** Confirms jumps: describes the target, asks, records the answer, and opens the very string that was shown. */
export class JumpDesk {
  readonly #parts: AskingParts;
  /** Each jump is a question of its own: what is opened belongs to one press on one link. */
  #count = 0;

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** See `ConsentEngine.confirmJump`. Where the destination is remembered it opens before this returns. */
  async confirm(request: JumpRequest): Promise<JumpOutcome> {
    const asked = readJump(request);
    const { primary, engine } = this.#parts;
    if (!primary) throw new ConsentError('jump/invalid-request', 'A policy must be declared.');
    if (engine.status(primary.id).decision === 'unknown') await engine.ready;
    return this.#decide(asked, asked.url, primary);
  }

  #decide(asked: AskedJump, url: string, declared: Declared): Promise<JumpOutcome> {
    const target = this.#describe(asked, url);
    const id = target.allowed ? jumpRequestId(target) : 'jump:refused';
    const at = { asked, target, declared, request: { id, kind: 'jump' } as const };
    if (!target.allowed) return this.#ask(at);
    if (asked.deferToSystem) return open(at, { decision: 'deferred', remembered: false });
    const remembered = mayRemember(target) && this.#parts.engine.status(id).decision === 'granted';
    return remembered ? open(at, { decision: 'granted', remembered }) : this.#ask(at);
  }

  #describe({ base, kind }: AskedJump, url: string): JumpTarget {
    const registrableDomain = own(this.#parts.given, 'registrableDomain');
    return describeTarget(url, {
      ...(base !== undefined && { base }),
      ...(kind !== undefined && { kind }),
      ...(typeof registrableDomain === 'function' && {
        registrableDomain: registrableDomain as (host: string) => string | undefined,
      }),
    });
  }

  #ask(at: Omit<Asking, 'resolve'>): Promise<JumpOutcome> {
    const { desk } = this.#parts;
    const { signal } = at.asked;
    return new Promise((resolve, reject) => {
      const unanswered = (): void =>
        resolve({
          decision: at.target.allowed ? 'dismissed' : 'refused',
          remembered: false,
          target: at.target,
        });
      signal?.addEventListener('abort', () => desk.closeNeedless(), { once: true });
      const question = {
        id: `${at.request.id} ${++this.#count}`,
        needed: () => !signal?.aborted,
        open: () => this.#open({ ...at, resolve }),
      };
      desk.ask(question).then(unanswered, reject);
    });
  }

  #open(at: Asking): void {
    const { desk } = this.#parts;
    const { asked, target, request, declared } = at;
    const prompt = desk.put({
      request,
      declared,
      trigger: 'user',
      record: (decision, checked, noticeHash, details) => {
        this.#check(at, decision);
        const remembered = own(details, 'remember') === true && mayRemember(target);
        const validity = remembered ? 'standing' : 'once';
        const answer = desk.record(declared, { ...checked, request, decision, noticeHash, validity });
        at.resolve({ decision, remembered: false, target });
        desk.close(answer.saved);
        // Where the host opened it itself (`act: 'host'`), it is open already.
        if (decision === 'granted' && checked.act !== 'host') asked.open(target.href, answer.saved);
        return answer;
      },
    });
    this.#show(at, prompt);
  }

  #show(
    { asked: { name, operator, about, permissions, data, policy }, target }: Asking,
    prompt: OpenPrompt,
  ): void {
    const { desk } = this.#parts;
    prompt.jump = {
      target,
      ...(name !== undefined && { name }),
      ...(operator !== undefined && { operator }),
      ...(about !== undefined && { about }),
      ...(permissions !== undefined && { permissions }),
      ...(data !== undefined && { data }),
      ...(policy !== undefined && { policy }),
      mayRemember: mayRemember(target),
      end: () => {
        if (!target.allowed && desk.prompt === prompt) desk.close();
      },
    };
    desk.show(prompt);
  }

  /**
   * What is opened is what was shown. A target that changed since closes the question, asks again about where it leads now,
   * and throws `jump/target-changed`; nothing is recorded.
   */
  #check(at: Asking, decision: AnswerDecision): void {
    if (decision !== 'granted') return;
    if (!at.target.allowed)
      throw new ConsentError('jump/refused', 'This target is never opened.', at.target.href);
    const now = at.asked.current();
    const { href } = this.#describe(at.asked, now);
    if (href === at.target.href) return;
    this.#decide(at.asked, now, at.declared).then(at.resolve, () => undefined);
    this.#parts.desk.close(new Promise(() => undefined));
    throw new ConsentError('jump/target-changed', 'The target changed; the person is asked again.', href);
  }
}

const open = (
  { asked, target }: Pick<Asking, 'asked' | 'target'>,
  outcome: Omit<JumpOutcome, 'target'>,
): Promise<JumpOutcome> =>
  attempt(() => {
    asked.open(target.href, Promise.resolve());
    return { ...outcome, target };
  });
