import { attempt } from '../attempt.js';
import type { Declared } from '../consent/declared.js';
import type { AskingParts } from '../consent/desk.js';
import type { ConsentRequest } from '../consent/model.js';
import type { AnswerDecision, OpenPrompt } from '../consent/prompt.js';
import { readAgain } from '../consent/read-again.js';
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
  /** True where it led elsewhere when the person agreed to it. */
  readonly changed: boolean;
  readonly mayRemember: boolean;
}

type Settle = (outcome: JumpOutcome | Promise<JumpOutcome>) => void;

/** Confirms jumps: describes the target, asks, records the answer, and opens the very string that was shown. */
export class JumpDesk {
  readonly #parts: AskingParts;
  /** Each jump is a question of its own: what is opened belongs to one press on one link. */
  #count = 0;

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** See `ConsentEngine.confirmJump`. Where the destination is remembered it opens at once. */
  async confirm(request: JumpRequest): Promise<JumpOutcome> {
    const asked = readJump(request);
    const { primary, engine } = this.#parts;
    if (!primary) throw new ConsentError('jump/invalid-request', 'A policy must be declared.');
    if (engine.status(primary.id).decision === 'unknown') await engine.ready;
    const at = this.#lookAt(asked, asked.url, primary, false);
    if (at.target.allowed && asked.deferToSystem)
      return open(at, { decision: 'deferred', remembered: false });
    // Another tab may have forgotten it.
    if (this.#isRemembered(at)) await readAgain(this.#parts);
    return this.#isRemembered(at) ? open(at, { decision: 'granted', remembered: true }) : this.#ask(at);
  }

  #lookAt(asked: AskedJump, url: string, declared: Declared, changed: boolean): Asking {
    const target = this.#describe(asked, url);
    const id = target.allowed ? jumpRequestId(target) : 'jump:refused';
    const { operator, data } = asked.words;
    const recipient = operator !== undefined && { recipient: operator };
    return {
      asked,
      target,
      declared,
      request: { id, kind: 'jump', ...recipient },
      changed,
      // What goes along is asked about each time (PIPL 23).
      mayRemember: mayRemember(target) && data === undefined,
    };
  }

  /** Remembered for this destination, and for who was there then. */
  #isRemembered({ request, mayRemember }: Asking): boolean {
    if (!mayRemember) return false;
    const { decision, event } = this.#parts.engine.status(request.id);
    return decision === 'granted' && event?.request.recipient === request.recipient;
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

  #ask(at: Asking): Promise<JumpOutcome> {
    const { desk } = this.#parts;
    const { asked, target, request } = at;
    return new Promise((resolve, reject) => {
      const decision = target.allowed ? 'dismissed' : 'refused';
      asked.signal?.addEventListener('abort', () => desk.closeNeedless(), { once: true });
      const question = {
        id: `${request.id} ${++this.#count}`,
        needed: () => !asked.signal?.aborted,
        open: () => this.#open(at, resolve),
      };
      desk.ask(question).then(() => resolve({ decision, remembered: false, target }), reject);
    });
  }

  #open(at: Asking, settle: Settle): void {
    const { desk, platform } = this.#parts;
    const { asked, target, request, declared } = at;
    const prompt = desk.put({
      request,
      declared,
      trigger: 'user',
      record: (decision, checked, noticeHash, details) => {
        this.#check(at, decision, settle);
        const remembered = at.mayRemember && own(details, 'remember') === true;
        const validity = remembered ? 'standing' : 'once';
        const answer = desk.record(declared, { ...checked, request, decision, noticeHash, validity });
        settle({ decision, remembered: false, target });
        desk.close(answer.saved);
        // Where the host opened it itself (`act: 'host'`), it is open already.
        if (decision === 'granted' && checked.act !== 'host') {
          // The answer stands whatever the app's own function does; its error is the page's to report.
          attempt(() => asked.open(target.href, answer.saved)).catch((error: unknown) =>
            platform.timer(() => {
              throw error;
            }, 0),
          );
        }
        return answer;
      },
    });
    this.#show(at, prompt);
  }

  #show({ asked, target, changed, mayRemember }: Asking, prompt: OpenPrompt): void {
    const { desk } = this.#parts;
    prompt.jump = {
      target,
      ...asked.words,
      changed,
      mayRemember,
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
  #check(at: Asking, decision: AnswerDecision, settle: Settle): void {
    if (decision !== 'granted') return;
    if (!at.target.allowed) {
      throw new ConsentError('jump/refused', 'This target is never opened.', at.target.display.address);
    }
    const now = this.#lookAt(at.asked, nowOf(at.asked), at.declared, true);
    if (now.target.href === at.target.href) return;
    settle(this.#ask(now));
    this.#parts.desk.close();
    throw new ConsentError('jump/target-changed', 'The target changed; the person is asked again.');
  }
}

/** Where it leads now; nowhere, where the app's own function throws. */
const nowOf = ({ current }: AskedJump): string => {
  try {
    return current();
  } catch {
    return '';
  }
};

const open = ({ asked, target }: Asking, outcome: Omit<JumpOutcome, 'target'>): Promise<JumpOutcome> =>
  attempt(() => {
    asked.open(target.href, Promise.resolve());
    return { ...outcome, target };
  });
