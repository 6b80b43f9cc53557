import type { Answer, ConsentEngine, Prompt } from '../engine-contract.js';
import { ConsentError } from '../errors.js';
import { hashRecord } from '../hash.js';
import type { Platform } from '../platform.js';
import type { Book } from './book.js';
import { Chain, type EventWords } from './chain.js';
import type { Declared } from './declared.js';
import type { Channel, ConsentEvent, Durability, Notice, Subject } from './model.js';
import { OpenPrompt, type PromptParts } from './prompt.js';

export interface DeskParts {
  readonly platform: Platform;
  readonly book: Book;
  /** Where questions are shown, if the app said so. */
  readonly channel: Channel | undefined;
  /** True while the write of an event is on its way. */
  readonly isKeeping: () => boolean;
  /** Issues the write of an event in this task; resolves when it is kept. */
  readonly keep: (event: ConsentEvent) => Promise<Durability>;
  /** Hears of an event just made, before anybody else. */
  readonly held: (event: ConsentEvent) => void;
  /** Keeps the text a question is about. */
  readonly archive: (declared: Declared) => void;
  /** Keeps the words of a question that was answered. */
  readonly notice: (hash: string, notice: Notice) => void;
  /** Hears which question is open, and of each of its steps. */
  readonly tell: (prompt: Prompt | undefined) => void;
}

/** What the parts that ask for something else than a policy get of the engine. */
export interface AskingParts {
  readonly desk: Desk;
  readonly book: Book;
  readonly platform: Platform;
  readonly engine: Pick<ConsentEngine, 'ready' | 'status' | 'ensure'>;
  /** The policy asked under; undefined where none is declared. */
  readonly primary: Declared | undefined;
  /** Every declared policy, by its id. */
  readonly declared: ReadonlyMap<string, Declared>;
  /** The events of this engine's subject, each after those it knew of. */
  readonly history: () => readonly ConsentEvent[];
  /** Reads what the storage holds now. */
  readonly refresh: () => Promise<void>;
  /** The engine's options as the app gave them, unread. */
  readonly given: unknown;
}

/** A question that waits for its turn. */
export interface Question {
  readonly id: string;
  /** False where it turned out not to be needed, before it opened or while it is open: it closes without an answer. */
  readonly needed: () => boolean;
  /** Called when its turn comes up, to `show` a prompt. */
  readonly open: () => void;
}

/** What an event says beside the policy it is about, and what it follows. */
export type Words = Omit<EventWords, 'subject' | 'policy' | 'policyHash' | 'supersedes'> & {
  /** Default: the engine's. */
  readonly subject?: Subject;
  /** Default: the events about the same request that nothing supersedes. */
  readonly supersedes?: readonly string[];
};

/** The policy an event is about. */
export type About = Pick<Declared, 'id' | 'version' | 'language' | 'hash'>;

/** What a prompt is made of. */
export interface Put extends Omit<PromptParts, 'policy' | 'hash'> {
  readonly declared: Declared;
}

/** The one place where questions of every kind open, one at a time and in turn, and answers become events. */
export class Desk {
  readonly #parts: DeskParts;
  readonly #chain: Chain;
  readonly #waiting = new Map<string, Promise<void>>();
  /** Resolves when the question before is closed. */
  #last: Promise<unknown> = Promise.resolve();
  #question: Question | undefined;
  #finish: ((outcome: Promise<unknown> | undefined) => void) | undefined;
  #prompt: Prompt | undefined;
  #ended: Error | undefined;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#chain = new Chain(parts.platform);
  }

  /** The open question. */
  get prompt(): Prompt | undefined {
    return this.#prompt;
  }

  /** Resolves when the next event can follow the last one in its chain. */
  get settled(): Promise<void> {
    return this.#chain.settled;
  }

  /** The next events start a chain of their own. */
  restart(): void {
    this.#chain.restart();
  }

  /**
   * Resolves when the question was answered and kept, or turned out not to be needed. Equal questions share one turn; others
   * wait until it is closed.
   */
  ask(question: Question): Promise<void> {
    const same = this.#waiting.get(question.id);
    if (same) return same;
    const closed = this.#last.then(() => this.#open(question));
    this.#last = closed;
    const kept = closed.then((outcome) => outcome.kept);
    this.#waiting.set(question.id, kept);
    return kept;
  }

  /** Shows the prompt of the question whose turn it is; again, that it is at another step. */
  show(prompt: Prompt): void {
    if (!this.#question) return;
    this.#prompt = prompt;
    this.#parts.tell(prompt);
  }

  /** Makes the prompt of a question. Its `present` also archives the text, its answer the words. */
  put(put: Put): OpenPrompt {
    const { archive, platform } = this.#parts;
    const notices = new Map<string, Notice>();
    return new OpenPrompt({
      ...put,
      policy: put.declared.policy,
      hash: async (notice) => {
        checkUnchanged(put.declared);
        archive(put.declared);
        const hash = await hashRecord(notice, platform.sha256);
        notices.set(hash, notice);
        return hash;
      },
      check: (decision, details) => {
        // What became needless meanwhile closes, and is never granted.
        if (decision === 'granted') this.closeNeedless();
        if (decision === 'granted') checkUnchanged(put.declared);
        put.check?.(decision, details);
      },
      record: (decision, checked, hash, details) => {
        const answer = put.record(decision, checked, hash, details);
        const notice = notices.get(hash);
        if (notice) this.noted(hash, notice);
        return answer;
      },
    });
  }

  /** Keeps what a person was told when they said something, under its hash. */
  noted(hash: string, notice: Notice): void {
    this.#parts.notice(hash, notice);
  }

  /** Builds an event and issues its write in this task; whoever listens is told after. */
  record({ id, version, language, hash }: About, words: Words): Answer {
    const { book, channel, isKeeping, keep, held } = this.#parts;
    // Where the write before fails and this one is kept, one chain would have a hole for ever.
    if (isKeeping()) this.#chain.restart();
    const event = this.#chain.next({
      subject: book.subject,
      supersedes: book.standing(words.request.id).frontier.map((known) => known.id),
      ...words,
      ...(channel && { channel }),
      policyHash: hash,
      policy: { id, version, language },
    });
    const saved = keep(event);
    held(event);
    return { event, saved };
  }

  /** An event that stands was found to be so once more: whoever listens hears its status again. */
  confirm(event: ConsentEvent): void {
    this.#parts.held(event);
  }

  /** Closes the open question: the next one opens; what `ask` gave settles as `kept` does. */
  close(kept?: Promise<unknown>): void {
    const { id } = this.#question ?? {};
    if (id === undefined) return;
    if (this.#prompt instanceof OpenPrompt) this.#prompt.close();
    this.#waiting.delete(id);
    this.#question = this.#prompt = undefined;
    this.#finish?.(kept);
    this.#parts.tell(undefined);
  }

  /** Somebody else is asked from now on: the open question closes unanswered, and opens anew where it is needed of them. */
  renew(): void {
    const question = this.#question;
    const kind = this.#prompt?.request.kind;
    // What the system was asked, or where somebody was going, was the other person's matter.
    if (!question || kind === 'permission' || kind === 'jump' || !question.needed()) return this.close();
    if (this.#prompt instanceof OpenPrompt) this.#prompt.close();
    this.#prompt = undefined;
    this.#parts.tell(undefined);
    question.open();
  }

  /** A question that nobody needs any more closes without an answer. */
  closeNeedless(): void {
    if (this.#question?.needed() === false) this.close();
  }

  /** Closes the open question and ends those that wait; their promises reject with `error`. */
  end(error: Error): void {
    this.#ended = error;
    if (this.#question) this.close(Promise.reject(error));
  }

  /** Resolves when the question is closed. */
  async #open(question: Question): Promise<{ readonly kept: Promise<void> | undefined }> {
    await this.#chain.settled;
    const error = this.#ended;
    if (error) return { kept: Promise.reject(error) };
    if (!question.needed()) {
      this.#waiting.delete(question.id);
      return { kept: undefined };
    }
    return new Promise((closed) => {
      this.#question = question;
      this.#finish = (outcome) => closed({ kept: outcome?.then(() => undefined) });
      question.open();
    });
  }
}

/** A policy that another text was put in while it was shown is not what is recorded. */
const checkUnchanged = ({ policy, text, hash, id }: Declared): void => {
  if (policy.text === text && policy.hash === hash) return;
  throw new ConsentError(
    'prompt/policy-changed',
    `The policy ${id} was changed while it was asked about.`,
    id,
  );
};
