import type { Answer, AnswerDetails, Prompt } from '../engine-contract.js';
import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import type { Policy } from '../policy/model.js';
import type { ConsentRequest, Decision, Notice } from './model.js';
import { readNotice } from './notice.js';

/** What a person can answer to a question. */
export type AnswerDecision = Exclude<Decision, 'withdrawn'>;

export interface PromptParts {
  readonly request: ConsentRequest;
  readonly policy: Policy;
  readonly answeredVersion?: string | undefined;
  readonly trigger: 'user' | 'app';
  /** SHA-256 of the notice's canonical bytes. */
  readonly hash: (notice: Notice) => Promise<string>;
  /** Throws where the answer cannot be taken; the question stays open. */
  readonly check?: (decision: AnswerDecision, details: AnswerDetails) => void;
  /** Called once, in the task of the answer: `checked` is what every kind of question reads of `details`. */
  readonly record: (
    decision: AnswerDecision,
    checked: AnswerDetails,
    noticeHash: string,
    details: AnswerDetails,
  ) => Answer;
}

/** One question, from its opening to its one answer or its end. */
export class OpenPrompt implements Prompt {
  readonly request: ConsentRequest;
  readonly policy: Policy;
  declare readonly answeredVersion?: string;
  readonly trigger: 'user' | 'app';
  declare permission?: Prompt['permission'] & object;
  declare jump?: Prompt['jump'] & object;
  declare asked?: Prompt['asked'] & object;
  readonly #parts: PromptParts;
  #presentations = 0;
  #noticeHash = '';
  #over: 'answered' | 'closed' | undefined;

  constructor(parts: PromptParts) {
    this.request = parts.request;
    this.policy = parts.policy;
    if (parts.answeredVersion !== undefined) this.answeredVersion = parts.answeredVersion;
    this.trigger = parts.trigger;
    this.#parts = parts;
  }

  async present(notice: Notice): Promise<void> {
    const presentation = ++this.#presentations;
    this.#noticeHash = '';
    const hash = await this.#parts.hash(readNotice(notice));
    if (presentation === this.#presentations) this.#noticeHash = hash;
  }

  answer(decision: AnswerDecision, details: AnswerDetails): Answer {
    this.#checkOpen();
    if (!['granted', 'denied', 'dismissed'].includes(decision)) throw invalidAnswer('decision', decision);
    const checked = readDetails(details);
    if (decision === 'granted' && !this.#noticeHash) {
      throw new ConsentError('prompt/not-presented', 'A grant needs present() to resolve first.', decision);
    }
    this.#parts.check?.(decision, details);
    this.#checkOpen();
    this.#over = 'answered';
    return this.#parts.record(decision, checked, this.#noticeHash, details);
  }

  #checkOpen(): void {
    if (this.#over) throw over(this.#over, this.request.id);
  }

  /** Ends the question without an answer; nothing is recorded. */
  close(): void {
    this.#over ??= 'closed';
  }
}

/** The details of an answer, own properties only. Throws `prompt/invalid-answer`. */
export const readDetails = (details: unknown): AnswerDetails => {
  const act = own(details, 'act') as AnswerDetails['act'];
  const visibility = own(details, 'visibility') as AnswerDetails['visibility'];
  if (!['pointer', 'keyboard', 'assistive', 'host'].includes(act)) throw invalidAnswer('act', act);
  if (!['verified', 'unverified'].includes(visibility)) throw invalidAnswer('visibility', visibility);
  return { act, visibility };
};

const invalidAnswer = (what: string, value: unknown): ConsentError =>
  new ConsentError('prompt/invalid-answer', `This ${what} cannot be recorded.`, value);

const over = (how: 'answered' | 'closed', id: string): ConsentError =>
  new ConsentError(`prompt/${how}`, `The question was ${how}; ensure() opens another.`, id);
