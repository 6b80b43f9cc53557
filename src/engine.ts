import { canonicalJson } from './canonical.js';
import { Book, isAsDurable } from './consent/book.js';
import { Chain, randomToken } from './consent/chain.js';
import type { Declared } from './consent/declared.js';
import type { ConsentEvent, Decision, Durability, Notice, Status } from './consent/model.js';
import { readNotice } from './consent/notice.js';
import { OpenPrompt, readDetails } from './consent/prompt.js';
import { Queue, type Turn } from './consent/queue.js';
import { loadingStatus, mayAsk } from './consent/status.js';
import { localSubjectId } from './consent/subject.js';
import type {
  Answer,
  AnswerDetails,
  ConsentEngine,
  ConsentOptions,
  EngineChange,
  Prompt,
} from './engine-contract.js';
import { readOptions, type EngineParts } from './engine-options.js';
import { ConsentError } from './errors.js';
import { hashRecord } from './hash.js';
import { Listeners } from './listeners.js';
import { own } from './own.js';
import { ArchiveGuard } from './policy/archive-guard.js';
import { checkHash } from './policy/check-hash.js';
import type { Policy } from './policy/model.js';
import { StorageGuard } from './storage/guard.js';
import { findHeads } from './storage/heads.js';

/**
 * Makes the engine that asks, records and remembers. It reads the ledger at once; `ready` says when. Throws for options that
 * cannot be used: `engine/invalid-options`, `engine/invalid-policy`, `engine/duplicate-policy`, `policy/unknown-schema`. A
 * storage or archive that is none is reported in `errors` and replaced by memory.
 */
export const createConsent = (options: ConsentOptions): ConsentEngine => new Engine(readOptions(options));

class Engine implements ConsentEngine {
  readonly namespace: string;
  readonly policies: readonly Policy[];
  readonly ready: Promise<void>;
  readonly #parts: EngineParts;
  readonly #book: Book;
  readonly #chain: Chain;
  readonly #storage: StorageGuard;
  readonly #archive: ArchiveGuard;
  readonly #queue = new Queue((turn) => void this.#open(turn));
  readonly #ensuring = new Map<string, Promise<Status>>();
  readonly #listeners: Listeners<EngineChange>;
  #errors: readonly ConsentError[] = [];
  #prompt: OpenPrompt | undefined;
  #turn: Turn | undefined;
  #state: 'loading' | 'ready' | 'destroyed' = 'loading';

  constructor(parts: EngineParts) {
    const { platform, storage, archive, subject, signal } = parts;
    const report = (error: ConsentError): void => this.#report(error);
    this.#parts = parts;
    this.namespace = parts.namespace;
    this.policies = [...parts.declared.values()].map(({ policy }) => policy);
    this.#listeners = new Listeners(platform.timer);
    this.#chain = new Chain(platform);
    const drawn = localSubjectId(randomToken(platform.random));
    this.#book = new Book({ subject, drawn, now: platform.now });
    this.#archive = new ArchiveGuard({ archive, platform, report });
    this.#storage = new StorageGuard({
      storage,
      timer: platform.timer,
      report,
      held: (events, durability) => {
        this.#held(events, durability);
        this.#closeNeedless();
      },
      conflict: () => this.#chain.restart(),
    });
    parts.errors.forEach(report);
    this.ready = this.#start();
    this.ready.catch((error: unknown) => this.#report(error as ConsentError));
    if (signal?.aborted) this.destroy();
    signal?.addEventListener('abort', () => this.destroy());
  }

  get prompt(): Prompt | undefined {
    return this.#prompt;
  }

  get errors(): readonly ConsentError[] {
    return this.#errors;
  }

  status(id: string): Status {
    const declared = this.#find(id);
    return this.#state === 'loading' ? loadingStatus(declared) : this.#book.status(declared);
  }

  ensure(id: string, options?: Parameters<ConsentEngine['ensure']>[1]): Promise<Status> {
    const trigger = own(options, 'trigger') === 'user' ? 'user' : 'app';
    const durability = own(options, 'durability') as Durability | undefined;
    const key = [trigger, durability, id].join();
    const same = this.#ensuring.get(key);
    if (same) return same;
    const asked = this.#ensure(id, trigger, durability).finally(() => this.#ensuring.delete(key));
    this.#ensuring.set(key, asked);
    return asked;
  }

  async withdraw(id: string, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer> {
    const checked = readDetails(details);
    const notice = readNotice(own(details, 'notice'));
    const declared = await this.#whenReady(() => this.#find(id));
    const noticeHash = await hashRecord(notice, this.#parts.platform.sha256);
    await this.#chain.settled;
    this.#checkAlive();
    const { decision, pending, event } = this.status(id);
    if (decision !== 'granted' || !event) {
      throw new ConsentError('engine/nothing-to-withdraw', 'There is no grant to withdraw.', id);
    }
    // About the version in force, so that it does not ask again; one still to come will.
    const inForce = pending ? { ...declared, ...event.policy, hash: event.policyHash } : declared;
    const answer = this.#record(inForce, 'withdrawn', checked, noticeHash);
    this.#closeNeedless();
    return answer;
  }

  history(): Promise<readonly ConsentEvent[]> {
    return this.#whenReady(() => this.#book.history());
  }

  agreedPolicy(event: ConsentEvent): Promise<Policy | undefined> {
    return this.#whenReady(() => {
      const hash = own(event, 'policyHash');
      const declared = [...this.#parts.declared.values()].find((one) => one.hash === hash);
      return declared?.policy ?? this.#archive.get(String(hash));
    });
  }

  async export(format: 'json'): Promise<string> {
    const events = await this.#whenReady(() => this.#book.all());
    if ((format as unknown) !== 'json') {
      throw new ConsentError('export/unknown-format', 'The ledger is exported as json.', format);
    }
    const heads = await findHeads(events, this.#parts.platform.sha256);
    return canonicalJson({ schema: 'mingshi.ledger/1', events, heads });
  }

  subscribe(listener: (change: EngineChange) => void): () => void {
    return this.#state === 'destroyed' ? () => undefined : this.#listeners.add(listener);
  }

  destroy(): void {
    if (this.#state === 'destroyed') return;
    this.#state = 'destroyed';
    this.#queue.end(destroyed());
    this.#closePrompt();
    this.#listeners.clear();
    this.#storage.close();
  }

  async #start(): Promise<void> {
    const loaded = this.#storage.load();
    await Promise.all(
      [...this.#parts.declared.values()].map((declared) => checkHash(declared, this.#parts.platform.sha256)),
    );
    await loaded;
    if (this.#state !== 'loading') return;
    this.#state = 'ready';
    this.#reportChangedTexts();
    this.#listeners.tell({ type: 'ready' });
  }

  /** What `call` gives, before the engine was destroyed and once it is ready. */
  async #whenReady<T>(call: () => T | Promise<T>): Promise<T> {
    this.#checkAlive();
    await this.ready;
    this.#checkAlive();
    return call();
  }

  #checkAlive(): void {
    if (this.#state === 'destroyed') throw destroyed();
  }

  #find(id: string): Declared {
    const declared = this.#parts.declared.get(id);
    if (declared) return declared;
    throw new ConsentError('engine/unknown-request', `No declared policy has the id ${id}.`, id);
  }

  async #ensure(id: string, trigger: 'user' | 'app', durability: Durability | undefined): Promise<Status> {
    const before = await this.#whenReady(() => this.status(id));
    if (mayAsk(before, trigger)) await this.#queue.ask(id, trigger);
    const status = this.status(id);
    if (!durability || status.decision !== 'granted') return status;
    const kept = status.durability ?? 'memory';
    if (isAsDurable(kept, durability)) return status;
    throw new ConsentError('storage/not-durable', `The grant is kept in ${kept} only.`, kept);
  }

  async #open(turn: Turn): Promise<void> {
    await this.#chain.settled;
    if (this.#state === 'destroyed') return;
    const declared = this.#find(turn.id);
    const status = this.status(turn.id);
    if (!mayAsk(status, turn.trigger)) {
      turn.finish();
      return;
    }
    this.#turn = turn;
    this.#prompt = this.#createPrompt(declared, status.answeredVersion, turn);
    this.#listeners.tell({ type: 'prompt', prompt: this.#prompt });
  }

  #createPrompt(declared: Declared, answeredVersion: string | undefined, turn: Turn): OpenPrompt {
    return new OpenPrompt({
      request: { id: declared.id, kind: 'general' },
      policy: declared.policy,
      answeredVersion,
      trigger: turn.trigger,
      hash: (notice) => {
        void this.#archive.put(declared);
        return hashRecord(notice, this.#parts.platform.sha256);
      },
      record: (decision, details, noticeHash) => {
        if (decision === 'dismissed') this.#book.dismiss(declared.id);
        const answer = this.#record(declared, decision, details, noticeHash);
        this.#closePrompt(answer.saved);
        return answer;
      },
    });
  }

  /** Builds the event and issues its write in this task; whoever listens is told after. */
  #record(declared: Declared, decision: Decision, details: AnswerDetails, noticeHash: string): Answer {
    const { id, version, language, hash } = declared;
    const event = this.#chain.next({
      subject: this.#book.subject,
      request: { id, kind: 'general' },
      decision,
      act: details.act,
      policyHash: hash,
      noticeHash,
      policy: { id, version, language },
      visibility: details.visibility,
      supersedes: this.#book.standing(id).frontier.map((known) => known.id),
    });
    const saved = this.#storage.keep(event);
    this.#held([event], 'memory');
    if (decision === 'granted') void saved.then(() => this.#archive.put(declared));
    return { event, saved };
  }

  /** Events that are kept now: just answered, read, or written by the storage, however late. */
  #held(events: readonly ConsentEvent[], durability: Durability): void {
    if (this.#state === 'destroyed') return;
    this.#book.add(events, durability);
    if (this.#state === 'loading') return;
    this.#reportChangedTexts();
    for (const id of new Set(events.map((event) => event.request.id))) {
      if (this.#parts.declared.has(id)) this.#listeners.tell({ type: 'status', id, status: this.status(id) });
    }
  }

  /** A question that nobody needs any more closes without an answer: it turned up late, or the person withdrew meanwhile. */
  #closeNeedless(): void {
    if (this.#turn && !mayAsk(this.status(this.#turn.id), this.#turn.trigger)) this.#closePrompt();
  }

  #closePrompt(saved?: Promise<unknown>): void {
    const turn = this.#turn;
    this.#prompt?.close();
    if (!turn) return;
    this.#prompt = undefined;
    this.#turn = undefined;
    this.#listeners.tell({ type: 'prompt', prompt: undefined });
    turn.finish(saved?.then(() => undefined));
  }

  #reportChangedTexts(): void {
    for (const declared of this.#parts.declared.values()) {
      const error = this.#book.findChangedText(declared);
      if (error) this.#report(error);
    }
  }

  #report(error: ConsentError): void {
    this.#errors = [...this.#errors, error].slice(-20);
    this.#listeners.tell({ type: 'error', error });
  }
}

const destroyed = (): ConsentError => new ConsentError('engine/destroyed', 'The engine was destroyed.');
