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

/** How often the state is looked at while the system is waited for, in ms. */
const lookPeriod = 1000;

/** How many looks a device may take that needs no prompt, before the person is told and can stop. */
const slowAfter = 5;

/** How long Firefox may still say `prompt` after the person refused, in ms: up to 30 were measured. */
const stateLag = 150;

/** What takes a standing grant back. A device that is busy, gone or slow says nothing about a choice. */
const takesBack: readonly SystemAnswer['verdict'][] = ['denied', 'blocked', 'dismissed'];

export interface AskingOfPermission extends AskingParts {
  readonly asked: Asked;
  readonly requester: CarefulRequester | undefined;
  /** The grant of both that stands for these very words, looked up anew. */
  readonly standing: () => ConsentEvent | undefined;
  /** Whether the app may put its question by itself now (R-P5). */
  readonly mayAsk: () => boolean;
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
  #standing: ConsentEvent | undefined;
  #decision: PermissionOutcome['decision'] = 'none';
  #waiting = false;
  #stopped = false;

  constructor(parts: AskingOfPermission) {
    this.#parts = parts;
    parts.asked.signal?.addEventListener('abort', () => this.stop(), { once: true });
  }

  /** Why it is not to be asked, or not any more; undefined where it is. */
  get needless(): 'aborted' | 'no-consent' | 'asked-lately' | undefined {
    const { asked, engine, mayAsk } = this.#parts;
    const phase = this.#prompt?.permission?.phase;
    if (asked.signal?.aborted) return 'aborted';
    if (phase === 'result') return undefined;
    if (engine.status(asked.declared.id).decision !== 'granted') return 'no-consent';
    if (this.#standing && !this.#stands(this.#standing)) return 'no-consent';
    return phase || mayAsk() ? undefined : 'asked-lately';
  }

  /** Puts our question, or asks the system alone where the person's own answer stands. */
  open(): void {
    const { requester, standing } = this.#parts;
    this.#standing = standing();
    this.#put();
    if (this.#standing) void this.#system(this.#standing);
    else {
      this.#before = requester?.state();
      this.#show({ phase: 'asking' });
    }
  }

  /** Says why it cannot be asked for; `resolve` is called before. */
  explain(platform: SystemAnswer): void {
    this.#put();
    this.#show({ phase: 'result', platform });
  }

  /** Ends the question or the waiting without the system's answer; what it still gives is let go. */
  stop(): void {
    const reason = this.needless ?? 'aborted';
    this.#parts.resolve({ granted: false, reason, decision: this.#decision });
    if (!this.#prompt) return;
    this.#stop.abort();
    this.#close();
  }

  #stands({ request: { id } }: ConsentEvent): boolean {
    return this.#parts.engine.status(id).decision === 'granted';
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
        this.#decision = decision;
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
    const cancel = platform.timer(() => void this.#follow(before, requester), bannerDelay);
    const end = await ending;
    this.#waiting = false;
    cancel();
    const elapsed = platform.now() - started;
    const states = { before: await before, after: await this.#stateAfter(requester, end) };
    if (this.#isOver()) return requester.release(end);
    const verdict = judge({ kind: asked.kind, ...states, end, elapsed });
    // A person who would not wait for the system's question has closed it.
    const closed = this.#stopped && !this.#standing && verdict.verdict === 'aborted';
    this.#settle(answer, closed ? { ...verdict, verdict: 'dismissed' } : verdict, end);
  }

  async #stateAfter(requester: CarefulRequester, { end }: RequestEnd<unknown>): Promise<PermissionState> {
    const state = await requester.state();
    if (end !== 'refused' || state !== 'prompt') return state;
    await this.#wait(stateLag);
    return requester.state();
  }

  #wait(delay: number): Promise<void> {
    return new Promise((resolve) => this.#parts.platform.timer(resolve, delay));
  }

  /** Says what is waited for: the system's own prompt, or, once that was answered, a device that takes its time. */
  async #follow(before: Promise<PermissionState>, requester: CarefulRequester): Promise<void> {
    let state = await before;
    for (let looks = 0; this.#waiting && !this.#isOver(); looks++) {
      const step = { systemOpen: state !== 'granted', slow: state === 'granted' && looks >= slowAfter };
      const { systemOpen, slow } = this.#prompt?.permission ?? {};
      if (step.systemOpen !== systemOpen || step.slow !== slow) this.#show({ phase: 'system', ...step });
      await this.#wait(lookPeriod);
      state = await requester.state();
    }
  }

  #settle(answer: ConsentEvent, platform: SystemAnswer, end: RequestEnd<unknown>): void {
    const { asked, resolve } = this.#parts;
    const granted = platform.verdict === 'granted';
    this.#record(answer, platform);
    const answers = { reason: 'answered', decision: 'granted', platform } as const;
    const value = end.end === 'granted' ? end.value : undefined;
    resolve(granted ? { granted, ...answers, value } : { granted, ...answers });
    const silent = granted || this.#stopped || platform.verdict === 'aborted' || asked.trigger === 'app';
    if (silent) this.#close();
    else this.#show({ phase: 'result', platform });
  }

  /**
   * The system's answer as an event of its own, that repeats the person's. Where that stands, it is told again, or taken back,
   * or left: no failure takes a recorded choice away.
   */
  #record(answer: ConsentEvent, platform: SystemAnswer): void {
    const { desk, asked, recorded } = this.#parts;
    if (this.#standing && platform.verdict === 'granted') return desk.confirm(answer);
    if (this.#standing && !takesBack.includes(platform.verdict)) return;
    const { request, decision, act, visibility, noticeHash } = answer;
    const validity = platform.verdict === 'granted' ? 'standing' : 'once';
    const words = { request, decision, act, visibility, noticeHash, validity, platform } as const;
    const about = { ...asked.declared, ...answer.policy, hash: answer.policyHash };
    recorded(desk.record(about, words).event);
  }

  #show(step: Pick<PermissionQuestion, 'phase'> & Partial<PermissionQuestion>): void {
    const prompt = this.#prompt;
    if (!prompt) return;
    const { kind, words } = this.#parts.asked;
    const end = (): void => {
      if (prompt.permission?.phase === 'result') this.#close();
      this.#stopped = prompt.permission?.phase === 'system';
      if (this.#stopped) this.#stop.abort();
    };
    prompt.permission = { kind, words, systemOpen: false, slow: false, ...step, end };
    this.#parts.desk.show(prompt);
  }

  /** True where the question was ended from outside: the engine, the app, a withdrawal. */
  #isOver(): boolean {
    const isShown = this.#prompt !== undefined && this.#parts.desk.prompt === this.#prompt;
    return !isShown || this.needless !== undefined;
  }

  #close(saved?: Promise<unknown>): void {
    if (this.#prompt && this.#parts.desk.prompt === this.#prompt) this.#parts.desk.close(saved);
    this.#prompt = undefined;
  }
}
