import { canonicalJson } from './canonical.js';
import { Book, isAsDurable } from './consent/book.js';
import { randomToken } from './consent/chain.js';
import type { Declared } from './consent/declared.js';
import { Desk, type AskingParts, type Question } from './consent/desk.js';
import type { ConsentEvent, Durability, Notice, Status } from './consent/model.js';
import { readNotice } from './consent/notice.js';
import { readDetails, type AnswerDecision } from './consent/prompt.js';
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
import type { JumpOutcome, JumpRequest } from './jump/model.js';
import { Listeners } from './listeners.js';
import { lazy } from './lazy.js';
import { own } from './own.js';
import type { PermissionOutcome, PermissionRequestOptions } from './permission/model.js';
import { checkHash } from './policy/check-hash.js';
import type { PermissionKind, Policy } from './policy/model.js';
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
  readonly #desk: Desk;
  readonly #storage: StorageGuard;
  // Parts that a visit may never need.
  readonly #archive = lazy(async () => {
    const { ArchiveGuard } = await import('./policy/archive-guard.js');
    return new ArchiveGuard({ ...this.#parts, report: (error) => this.#report(error) });
  });
  readonly #permissions = lazy(
    async () => new (await import('./permission/desk.js')).PermissionDesk(this.#askingParts()),
  );
  readonly #jumps = lazy(async () => new (await import('./jump/desk.js')).JumpDesk(this.#askingParts()));
  readonly #ensuring = new Map<string, Promise<Status>>();
  readonly #listeners: Listeners<EngineChange>;
  #errors: readonly ConsentError[] = [];
  #state: 'loading' | 'ready' | 'destroyed' = 'loading';

  constructor(parts: EngineParts) {
    const { platform, storage, subject, signal } = parts;
    const report = (error: ConsentError): void => this.#report(error);
    this.#parts = parts;
    this.namespace = parts.namespace;
    this.policies = [...parts.declared.values()].map(({ policy }) => policy);
    this.#listeners = new Listeners(platform.timer);
    const drawn = localSubjectId(randomToken(platform.random));
    this.#book = new Book({ subject, drawn, now: platform.now });
    this.#storage = new StorageGuard({
      storage,
      timer: platform.timer,
      report,
      held: (events, durability) => {
        this.#held(events, durability);
        this.#desk.closeNeedless();
      },
      conflict: () => this.#desk.restart(),
    });
    this.#desk = new Desk({
      platform,
      book: this.#book,
      keep: (event) => this.#storage.keep(event),
      held: (event) => this.#held([event], 'memory'),
      archive: (declared) => this.#archiveText(declared),
      tell: (prompt) => this.#listeners.tell({ type: 'prompt', prompt }),
    });
    parts.errors.forEach(report);
    this.ready = this.#start();
    this.ready.catch((error: unknown) => this.#report(error as ConsentError));
    if (signal?.aborted) this.destroy();
    signal?.addEventListener('abort', () => this.destroy());
  }

  get prompt(): Prompt | undefined {
    return this.#desk.prompt;
  }

  get errors(): readonly ConsentError[] {
    return this.#errors;
  }

  status(id: string): Status {
    const declared = this.#find(id);
    if (this.#state === 'loading') return loadingStatus(declared);
    const status = this.#book.status(id, declared);
    // Only a policy's question opens by itself.
    return id === declared.id ? status : { ...status, asks: false };
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

  async askPermission<Value>(
    kind: PermissionKind,
    options?: PermissionRequestOptions<Value>,
  ): Promise<PermissionOutcome<Value>> {
    this.#checkAlive();
    return (await this.#permissions()).ask(kind, options);
  }

  async confirmJump(request: JumpRequest): Promise<JumpOutcome> {
    this.#checkAlive();
    return (await this.#jumps()).confirm(request);
  }

  async prefetch(part: 'permission' | 'jump'): Promise<void> {
    await (part === 'jump' ? this.#jumps() : this.#permissions());
  }

  async withdraw(id: string, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer> {
    const checked = readDetails(details);
    const notice = readNotice(own(details, 'notice'));
    const declared = await this.#whenReady(() => this.#find(id));
    const noticeHash = await hashRecord(notice, this.#parts.platform.sha256);
    await this.#desk.settled;
    this.#checkAlive();
    const { decision, pending, event } = this.status(id);
    if (decision !== 'granted' || !event) {
      throw new ConsentError('engine/nothing-to-withdraw', 'There is no grant to withdraw.', id);
    }
    // About the version in force, so that it does not ask again; one still to come will.
    const inForce = pending ? { ...declared, ...event.policy, hash: event.policyHash } : declared;
    const { request, validity } = event;
    const words = { ...checked, request, validity, noticeHash };
    const answer = this.#desk.record(inForce, { ...words, decision: 'withdrawn' });
    this.#desk.closeNeedless();
    return answer;
  }

  history(): Promise<readonly ConsentEvent[]> {
    return this.#whenReady(() => this.#book.history());
  }

  agreedPolicy(event: ConsentEvent): Promise<Policy | undefined> {
    return this.#whenReady(() => {
      const hash = own(event, 'policyHash');
      const declared = [...this.#parts.declared.values()].find((one) => one.hash === hash);
      return declared?.policy ?? this.#archive().then((archive) => archive.get(String(hash)));
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
    this.#desk.end(destroyed());
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
    const found = this.#policyOf(id);
    if (found) return found;
    throw new ConsentError('engine/unknown-request', `No declared policy has the id ${id}.`, id);
  }

  /** The policy a request is asked under: its own, or for permissions and jumps the first one declared. */
  #policyOf(id: string): Declared | undefined {
    const { declared, primary } = this.#parts;
    return declared.get(id) ?? (/^(permission|jump):./.test(id) ? primary : undefined);
  }

  async #ensure(id: string, trigger: 'user' | 'app', durability: Durability | undefined): Promise<Status> {
    const before = await this.#whenReady(() => this.status(id));
    if (mayAsk(before, trigger)) await this.#desk.ask(this.#question(id, trigger));
    const status = this.status(id);
    if (!durability || status.decision !== 'granted') return status;
    const kept = status.durability ?? 'memory';
    if (isAsDurable(kept, durability)) return status;
    throw new ConsentError('storage/not-durable', `The grant is kept in ${kept} only.`, kept);
  }

  #askingParts(): AskingParts {
    const refresh = (): Promise<void> => this.#storage.refresh();
    return { ...this.#parts, desk: this.#desk, book: this.#book, engine: this, refresh };
  }

  /** The question about a declared policy. */
  #question(id: string, trigger: 'user' | 'app'): Question {
    return {
      id,
      needed: () => mayAsk(this.status(id), trigger),
      open: () => {
        const declared = this.#find(id);
        const { answeredVersion } = this.status(id);
        const request = { id, kind: 'general' } as const;
        const record = (decision: AnswerDecision, details: AnswerDetails, noticeHash: string): Answer => {
          if (decision === 'dismissed') this.#book.dismiss(id);
          const words = { ...details, request, decision, noticeHash, validity: 'standing' } as const;
          const answer = this.#desk.record(declared, words);
          if (decision === 'granted') void answer.saved.then(() => this.#archiveText(declared));
          this.#desk.close(answer.saved);
          return answer;
        };
        this.#desk.show(this.#desk.put({ request, declared, answeredVersion, trigger, record }));
      },
    };
  }

  #archiveText(declared: Declared): void {
    this.#archive()
      .then((archive) => archive.put(declared))
      .catch((error: unknown) => this.#report(error as ConsentError));
  }

  /** Events that are kept now: just answered, read, or written by the storage, however late. */
  #held(events: readonly ConsentEvent[], durability: Durability): void {
    if (this.#state === 'destroyed') return;
    this.#book.add(events, durability);
    if (this.#state === 'loading') return;
    this.#reportChangedTexts();
    for (const id of new Set(events.map((event) => event.request.id))) {
      if (this.#policyOf(id)) this.#listeners.tell({ type: 'status', id, status: this.status(id) });
    }
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
