import type { AskingParts } from '../consent/desk.js';
import type { ConsentEvent, SystemAnswer } from '../consent/model.js';
import type { AnswerDecision, OpenPrompt } from '../consent/prompt.js';
import type { Asked } from './asked.js';
import type { CarefulRequester } from './careful-requester.js';
import type { PermissionOutcome, PermissionQuestion } from './model.js';
import type { PermissionState, RequestEnd } from './port.js';
import { judge } from './verdict.js';

/** How long a system's prompt must be open before the purpose is shown beside it, so that nothing flashes, in ms (A6). */
const bannerDelay = 350;

/** How long Firefox may still say `prompt` after the person refused, in ms: up to 30 were measured. */
const stateLag = 150;

export interface AskingOfPermission extends AskingParts {
  readonly asked: Asked;
  readonly requester: CarefulRequester | undefined;
  /** Hears each event recorded. */
  readonly recorded: (event: ConsentEvent) => void;
  readonly resolve: (outcome: PermissionOutcome) => void;
}

/** One permission, from our question to the system's answer and what is said about it. */
export class PermissionAsking {
  readonly #parts: AskingOfPermission;
  readonly #stop = new AbortController();
  #prompt: OpenPrompt | undefined;
  /** Looked up when our question opens: beside the call that prompts, WebKit says `denied` of a location nobody refused yet. */
  #before: Promise<PermissionState> | undefined;
  #waiting = false;

  constructor(parts: AskingOfPermission) {
    this.#parts = parts;
    parts.asked.signal?.addEventListener('abort', () => this.stop(), { once: true });
  }

  /** Puts our question. */
  ask(): void {
    this.#before = this.#parts.requester?.state();
    this.#put();
    this.#show({ phase: 'asking' });
  }

  /** Asks the system alone: the person's own answer stands. */
  askSystem(standing: ConsentEvent): void {
    this.#put();
    void this.#system(standing);
  }

  /** Says why it cannot be asked for; `resolve` is called before. */
  explain(platform: SystemAnswer): void {
    this.#put();
    this.#show({ phase: 'result', platform });
  }

  /** Ends the question or the waiting; what the system still gives is let go. */
  stop(): void {
    this.#parts.resolve({ granted: false, reason: 'aborted', decision: 'none' });
    if (this.#prompt) this.#stop.abort();
    this.#close();
  }

  #put(): void {
    const { desk, asked, recorded } = this.#parts;
    const { request, declared, trigger } = asked;
    this.#prompt = desk.put({
      request,
      declared,
      trigger,
      record: (decision, details, noticeHash) => {
        const validity = decision === 'granted' ? 'once' : 'standing';
        const answer = desk.record(declared, { ...details, request, decision, noticeHash, validity });
        recorded(answer.event);
        if (decision === 'granted') void this.#system(answer.event);
        else this.#refused(decision, answer.saved);
        return answer;
      },
    });
  }

  #refused(decision: AnswerDecision, saved: Promise<unknown>): void {
    this.#parts.resolve({ granted: false, reason: 'answered', decision });
    this.#close(saved);
  }

  /** The system's call is made in this very task: the press that granted our question still counts as the person's. */
  async #system(answer: ConsentEvent): Promise<void> {
    const { asked, requester, platform } = this.#parts;
    if (!requester) return;
    const started = platform.now();
    const before = this.#before ?? requester.state();
    const ending = requester.request(this.#stop.signal);
    this.#waiting = true;
    this.#show({ phase: 'system' });
    const cancel = platform.timer(() => void this.#showBanner(before), bannerDelay);
    const end = await ending;
    this.#waiting = false;
    cancel();
    const elapsed = platform.now() - started;
    const states = { before: await before, after: await this.#stateAfter(requester, end) };
    const verdict = judge({ kind: asked.kind, ...states, end, elapsed });
    this.#settle(answer, verdict, end.end === 'granted' ? end.value : undefined);
  }

  async #stateAfter(requester: CarefulRequester, { end }: RequestEnd<unknown>): Promise<PermissionState> {
    const state = await requester.state();
    if (end !== 'refused' || state !== 'prompt') return state;
    await new Promise<void>((resolve) => this.#parts.platform.timer(resolve, stateLag));
    return requester.state();
  }

  /** Where it was granted before no prompt opens, however long the system takes. */
  async #showBanner(before: Promise<PermissionState>): Promise<void> {
    if ((await before) !== 'granted' && this.#waiting) this.#show({ phase: 'system', systemOpen: true });
  }

  #settle(answer: ConsentEvent, platform: SystemAnswer, value: unknown): void {
    const granted = platform.verdict === 'granted';
    this.#record(answer, platform);
    this.#parts.resolve({
      granted,
      reason: 'answered',
      decision: 'granted',
      platform,
      ...(value !== undefined && { value }),
    });
    if (granted || platform.verdict === 'aborted') this.#close();
    else this.#show({ phase: 'result', platform });
  }

  /** The system's answer as an event of its own, that repeats the person's; where it is the standing one it is only told again. */
  #record(answer: ConsentEvent, platform: SystemAnswer): void {
    const { desk, asked, recorded } = this.#parts;
    if (answer.platform?.verdict === platform.verdict && answer.platform.certain === platform.certain) {
      return desk.confirm(answer);
    }
    const { request, decision, act, visibility, noticeHash } = answer;
    const validity = platform.verdict === 'granted' ? 'standing' : 'once';
    const words = { request, decision, act, visibility, noticeHash, validity, platform } as const;
    recorded(desk.record(asked.declared, words).event);
  }

  #show(step: Pick<PermissionQuestion, 'phase' | 'platform'> & { readonly systemOpen?: boolean }): void {
    const prompt = this.#prompt;
    if (!prompt) return;
    const { kind, words } = this.#parts.asked;
    const end = (): void => {
      if (prompt.permission?.phase === 'system') this.#stop.abort();
      else if (prompt.permission?.phase === 'result') this.#close();
    };
    prompt.permission = { kind, words, systemOpen: false, ...step, end };
    this.#parts.desk.show(prompt);
  }

  #close(saved?: Promise<unknown>): void {
    if (!this.#prompt) return;
    this.#prompt = undefined;
    this.#parts.desk.close(saved);
  }
}
