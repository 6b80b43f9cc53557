import { attempt } from './attempt.js';
import { isAsDurable } from './durability.js';
import { Desk, type AskingParts, type Question } from './consent/desk.js';
import type { Declared } from './consent/declared.js';
import type { ConsentEvent, Durability, Notice, Status } from './consent/model.js';
import { causalOrder } from './consent/order.js';
import { prepareAct } from './consent/prepare-act.js';
import type { AnswerDecision } from './consent/prompt.js';
import { mayAsk } from './consent/status.js';
import type { Answer, AnswerDetails, ConsentEngine } from './engine-contract.js';
import type { Inside } from './engine-inside.js';
import { ConsentError } from './errors.js';
import type { JumpOutcome, JumpRequest } from './jump/model.js';
import { lazy } from './lazy.js';
import type { PermissionOutcome, PermissionRequestOptions } from './permission/model.js';
import type { ArchiveGuard } from './policy/archive-guard.js';
import type { PermissionKind } from './policy/model.js';
import { StorageKeeper } from './storage/keeper.js';

/** Asks, and records what the person says: what a start of the app may do without. */
export class Asking {
  readonly desk: Desk;
  readonly keeper: StorageKeeper;
  readonly #permissions = lazy(
    async () => new (await import('./permission/desk.js')).PermissionDesk(this.parts),
  );
  readonly #jumps = lazy(async () => new (await import('./jump/desk.js')).JumpDesk(this.parts));
  readonly #inside: Inside;

  constructor(inside: Inside) {
    const { parts, book, storage, listeners, report, add, held, atEnd, ensuring } = inside;
    const { timer } = parts.platform;
    this.#inside = inside;
    const conflict = (): void => this.desk.restart();
    this.keeper = new StorageKeeper({ ...parts, guard: storage, timer, report, held, conflict });
    this.desk = new Desk({
      platform: parts.platform,
      book,
      isKeeping: () => this.keeper.isSending,
      keep: (event) => this.keeper.keep(event),
      held: (event) => add([event], 'memory'),
      channel: parts.channel,
      archive: (declared) => this.archive(declared),
      notice: (hash, notice) => this.#keep((archive) => archive.putNotice(hash, notice)),
      tell: (prompt) => {
        // Who asks after the answer asks anew.
        if (!prompt) ensuring.clear();
        listeners.tell({ type: 'prompt', prompt });
      },
    });
    atEnd((error) => this.desk.end(error));
  }

  /** What the parts get that ask for something else than a policy. */
  get parts(): AskingParts {
    const { parts, book, engine, storage } = this.#inside;
    const history = (): readonly ConsentEvent[] => causalOrder(book.own);
    return { ...parts, desk: this.desk, book, engine, history, refresh: () => storage.refresh() };
  }

  /** Asks about a declared policy. Resolves when that was answered and kept, or turned out not to be needed. */
  ask(id: string, trigger: 'user' | 'app'): Promise<void> {
    return this.desk.ask(this.#question(id, trigger));
  }

  /** See `ConsentEngine.ensure`. */
  async ensure(id: string, trigger: 'user' | 'app', wanted: Durability | undefined): Promise<Status> {
    const { engine, rules } = this.#inside;
    // A grant for one act stands in the outcome alone.
    const outcome = await rules()?.ensure(id, trigger);
    if (!outcome && mayAsk(engine.status(id), trigger)) await this.ask(id, trigger);
    const status = outcome ?? engine.status(id);
    if (wanted) checkDurable(status, wanted);
    return status;
  }

  /** See `ConsentEngine.prefetch`. */
  async prefetch(part: 'asking' | 'permission' | 'jump'): Promise<void> {
    if (part === 'permission') await this.#permissions();
    if (part === 'jump') await this.#jumps();
  }

  /** See `ConsentEngine.askPermission`. */
  async askPermission<Value>(
    kind: PermissionKind,
    options?: PermissionRequestOptions<Value>,
  ): Promise<PermissionOutcome<Value>> {
    return (await this.#permissions()).ask(kind, options);
  }

  /** See `ConsentEngine.confirmJump`. */
  async confirmJump(request: JumpRequest): Promise<JumpOutcome> {
    return (await this.#jumps()).confirm(request);
  }

  /** See `ConsentEngine.withdraw`. */
  async withdraw(id: string, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer> {
    const { find, parts, checkAlive, book, rules } = this.#inside;
    const { platform } = parts;
    const found = rules()?.find(id);
    const declared = found?.ask.policy ?? find(id);
    const act = await prepareAct({ desk: this.desk, platform, checkAlive }, details);
    const { decision, pending, event } = book.status(id, found?.ask.rule ?? declared);
    if (decision !== 'granted' || !event) {
      throw new ConsentError('engine/nothing-to-withdraw', 'There is no grant to withdraw.', id);
    }
    // About the version in force, so that it does not ask again; one still to come will.
    const inForce = pending ? { ...declared, ...event.policy, hash: event.policyHash } : declared;
    const { request } = event;
    const words = { ...act, request, decision: 'withdrawn', validity: 'standing' } as const;
    const answer = this.desk.record(inForce, {
      ...words,
      ...(found && rules()?.recorded(found, pending && event)),
    });
    this.desk.closeNeedless();
    return answer;
  }

  /** Keeps the text of a policy. */
  archive(declared: Declared): void {
    this.#keep((archive) => archive.put(declared));
  }

  /** The question about a declared policy. */
  #question(id: string, trigger: 'user' | 'app'): Question {
    const { engine, find } = this.#inside;
    return {
      id,
      needed: () => mayAsk(engine.status(id), trigger),
      open: () => {
        const declared = find(id);
        const { answeredVersion } = engine.status(id);
        const request = { id, kind: 'general' } as const;
        const record = this.#recorder(declared);
        this.desk.show(this.desk.put({ request, declared, answeredVersion, trigger, record }));
      },
    };
  }

  #recorder(declared: Declared) {
    const { id } = declared;
    return (decision: AnswerDecision, details: AnswerDetails, noticeHash: string): Answer => {
      if (decision === 'dismissed') this.#inside.book.dismiss(id);
      const request = { id, kind: 'general' } as const;
      const words = { ...details, request, decision, noticeHash, validity: 'standing' } as const;
      const answer = this.desk.record(declared, words);
      if (decision === 'granted') void answer.saved.then(() => this.archive(declared));
      this.desk.close(answer.saved);
      return answer;
    };
  }

  #keep(put: (archive: ArchiveGuard) => Promise<void>): void {
    const { records, report } = this.#inside;
    records()
      .then(({ archive }) => put(archive))
      .catch((error: unknown) => report(error as ConsentError));
  }
}

/** Throws `storage/not-durable` for a grant that is kept less safely than wanted. */
const checkDurable = ({ decision, durability = 'memory' }: Status, wanted: Durability): void => {
  if (decision !== 'granted' || isAsDurable(durability, wanted)) return;
  throw new ConsentError('storage/not-durable', `The grant is kept in ${durability} only.`, durability);
};

/**
 * Makes an engine ready to ask. The elements that ask call this one, so that what asks comes in the same bundle as they do and a
 * first visit waits for no further round trip.
 */
export const prepareAsking = (engine: Pick<ConsentEngine, 'prefetch'>): void => {
  // What does not load is loaded again, and said, when it is needed.
  attempt(() => engine.prefetch('asking')).catch(() => undefined);
};
