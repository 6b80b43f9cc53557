import { Book } from './consent/book.js';
import type { Declared } from './consent/declared.js';
import type { Channel, ConsentEvent, Durability, Status } from './consent/model.js';
import type { AskedRequest } from './consent/requests/model.js';
import { loadingStatus } from './consent/status.js';
import { localSubjectId } from './consent/subject.js';
import type { Asking } from './engine-asking.js';
import type { ConsentEngine, ConsentOptions, EngineChange, Prompt } from './engine-contract.js';
import type { Inside } from './engine-inside.js';
import { readOptions, type EngineParts } from './engine-options.js';
import type { Records } from './engine-records.js';
import type { Rules } from './engine-requests.js';
import type { Rights } from './engine-rights.js';
import { ConsentError } from './errors.js';
import { Listeners } from './listeners.js';
import { lazy } from './lazy.js';
import { own } from './own.js';
import { checkHash } from './policy/check-hash.js';
import type { Policy } from './policy/model.js';
import { randomToken } from './random-token.js';
import { StorageGuard } from './storage/guard.js';
import type { StorageNews } from './storage/port.js';

/**
 * Makes the engine that asks, records and remembers. It reads the ledger at once; `ready` says when. Throws for options that
 * cannot be used: `engine/invalid-options`, `engine/invalid-policy`, `engine/duplicate-policy`, `policy/unknown-schema`. A
 * storage or archive that is none is reported in `errors` and replaced by memory.
 */
export const createConsent = (options: ConsentOptions): ConsentEngine =>
  new Engine(readOptions(options)) as Engine & Doors;

/** What a start of the app needs; everything else is loaded when it is asked for. */
class Engine implements Omit<ConsentEngine, keyof Doors> {
  readonly namespace: string;
  readonly channel: Channel | undefined;
  readonly policies: readonly Policy[];
  readonly ready: Promise<void>;
  readonly #parts: EngineParts;
  readonly #book: Book;
  readonly #storage: StorageGuard;
  readonly #listeners: Listeners<EngineChange>;
  readonly #ensuring = new Map<string, Promise<Status>>();
  /** What asks, and what the app declared beside its policies: each once it is loaded. */
  #asks: Asking | undefined;
  #rules: Rules | undefined;
  #errors: readonly ConsentError[] = [];
  readonly #ends: ((error: ConsentError) => void)[] = [];
  #state: 'loading' | 'ready' | 'destroyed' = 'loading';

  readonly #load = {
    asking: lazy(async () => {
      const { Asking } = await import('./engine-asking.js');
      return (this.#asks = new Asking(this.#inside()));
    }),
    ruling: lazy(async () => {
      const { Rules } = await import('./engine-requests.js');
      return (this.#rules = await Rules.read(this.#inside()));
    }),
    rights: lazy(async () => new (await import('./engine-rights.js')).Rights(this.#inside())),
    records: lazy(async () => new (await import('./engine-records.js')).Records(this.#inside())),
    hosting: lazy(async () => new (await import('./engine-host.js')).Hosting(this.#inside())),
  };

  constructor(parts: EngineParts) {
    const { platform, storage, subject, signal } = parts;
    const { timer, now } = platform;
    this.#parts = parts;
    this.#openDoors();
    this.namespace = parts.namespace;
    this.channel = parts.channel;
    this.policies = [...parts.declared.values()].map(({ policy }) => policy);
    this.#listeners = new Listeners(timer);
    this.#book = new Book({ subject, drawn: localSubjectId(randomToken(platform.random)), now });
    const told = { held: this.#held, news: this.#news, report: this.#report };
    this.#storage = new StorageGuard({ storage, timer, ...told });
    parts.errors.forEach(this.#report);
    this.ready = this.#start();
    this.ready.catch(this.#report);
    if (signal?.aborted) this.destroy();
    signal?.addEventListener('abort', () => this.destroy());
  }

  get prompt(): Prompt | undefined {
    return this.#asks?.desk.prompt;
  }

  get requests(): readonly AskedRequest[] {
    return this.#rules?.declared ?? [];
  }

  get errors(): readonly ConsentError[] {
    return this.#errors;
  }

  status(id: string): Status {
    const declared = this.#find(id);
    if (this.#state === 'loading') return loadingStatus(declared);
    const status = this.#book.status(id, declared);
    // Only a policy's question opens by itself.
    const shown = id === declared.id ? status : { ...status, asks: false };
    return this.#rules?.status(id, shown) ?? shown;
  }

  ensure(id: string, options?: Parameters<ConsentEngine['ensure']>[1]): Promise<Status> {
    const trigger = own(options, 'trigger') === 'user' ? 'user' : 'app';
    const durability = own(options, 'durability') as Durability | undefined;
    const key = [trigger, durability, id].join();
    const same = this.#ensuring.get(key);
    // A grant for one act is nobody else's: what is declared is shared where it is asked.
    if (same && !this.#parts.ruled) return same;
    const asked = this.#ensure(id, trigger, durability).finally(() => this.#ensuring.delete(key));
    this.#ensuring.set(key, asked);
    return asked;
  }

  subscribe(listener: (change: EngineChange) => void): () => void {
    return this.#state === 'destroyed' ? () => undefined : this.#listeners.add(listener);
  }

  destroy(): void {
    if (this.#state === 'destroyed') return;
    this.#state = 'destroyed';
    for (const end of this.#ends) end(destroyed());
    this.#listeners.clear();
    this.#storage.close();
  }

  async #start(): Promise<void> {
    const { declared, platform, ruled, bridge } = this.#parts;
    const loaded = this.#storage.load();
    const hosted = bridge && this.#load.hosting().then((hosting) => hosting.start(loaded));
    const checked = [...declared.values()].map((one) => checkHash(one, platform.sha256));
    await Promise.all([...checked, ruled && this.#load.ruling()]);
    await loaded;
    // What the person said outside the page counts before anything is shown, if it is there soon.
    const soon = new Promise<void>((end) => void platform.timer(end, patience));
    if (hosted) await Promise.race([hosted.catch(this.#report), soon]);
    if (this.#state !== 'loading') return;
    this.#state = 'ready';
    this.#look();
    // The question will come: what asks is there by then.
    if ([...declared.keys()].some((id) => this.status(id).asks)) this.#load.asking().catch(() => undefined);
    this.#listeners.tell({ type: 'ready' });
  }

  /** Gives the engine the methods of parts that are loaded with the first call. */
  #openDoors(): void {
    for (const [part, names] of Object.entries(doors)) {
      const load = this.#load[part as keyof typeof doors];
      const open =
        (name: string): Method =>
        async (...given) => {
          const methods = (await this.#once<unknown>(load)) as Readonly<Record<string, Method>>;
          return methods[name]?.(...given);
        };
      for (const name of names) Object.assign(this, { [name]: open(name) });
    }
  }

  /** What `call` gives, once the engine is ready and unless it ended before or meanwhile. */
  async #once<T>(call: () => T | Promise<T>): Promise<T> {
    this.#checkAlive();
    await this.ready;
    const found = await call();
    this.#checkAlive();
    return found;
  }

  readonly #checkAlive = (): void => {
    if (this.#state === 'destroyed') throw destroyed();
  };

  async #ensure(id: string, trigger: 'user' | 'app', durability: Durability | undefined): Promise<Status> {
    const status = await this.#once(() => this.status(id));
    // Nothing to ask and nothing to look up: nothing to load.
    if (!status.asks && trigger === 'app' && !durability && !this.#rules) return status;
    return (await this.#once(this.#load.asking)).ensure(id, trigger, durability);
  }

  readonly #find = (id: string): Declared => {
    const found = this.#policyOf(id);
    if (found) return found;
    throw new ConsentError('engine/unknown-request', `No declared policy has the id ${id}.`, id);
  };

  /** The policy a request is asked under: its own, or for permissions and jumps the first one declared. */
  #policyOf(id: string): Declared | undefined {
    const { declared, primary, ruled } = this.#parts;
    const isRequest = ruled && (!this.#rules || this.#rules.find(id));
    return declared.get(id) ?? (isRequest || /^(permission|jump):./.test(id) ? primary : undefined);
  }

  #inside(): Inside {
    return {
      parts: this.#parts,
      engine: this as Engine as Engine & Doors,
      book: this.#book,
      storage: this.#storage,
      listeners: this.#listeners,
      find: this.#find,
      add: this.#add,
      held: this.#held,
      tellOf: this.#tellOf,
      ensuring: this.#ensuring,
      report: this.#report,
      checkAlive: this.#checkAlive,
      atEnd: (end) => void this.#ends.push(end),
      ...this.#load,
      rules: () => this.#rules,
    };
  }

  /** Events the storage holds: a question they make needless closes. */
  readonly #held = (events: readonly ConsentEvent[], durability: Durability): void => {
    this.#add(events, durability);
    this.#asks?.desk.closeNeedless();
  };

  /** Events known now: just answered, read, or written by the storage, however late. */
  readonly #add = (events: readonly ConsentEvent[], durability: Durability): void => {
    if (this.#state === 'destroyed') return;
    this.#book.add(events, durability);
    if (this.#state === 'loading') return;
    this.#look();
    this.#tellOf(events.map((event) => event.request.id));
  };

  /** Whoever listens hears where these requests stand, and those that rest on them. */
  readonly #tellOf = (ids: readonly string[]): void => {
    for (const id of new Set(this.#rules?.with(ids) ?? ids)) {
      if (this.#policyOf(id)) this.#listeners.tell({ type: 'status', id, status: this.status(id) });
    }
  };

  /** Where what follows news does not load, what another tab wrote is read all the same. */
  readonly #news = (news: StorageNews): void => {
    this.#load
      .asking()
      .then(({ keeper }) => keeper.hear(news))
      .catch(() => this.#storage.refresh())
      .catch(this.#report);
  };

  /** What is odd about a ledger is rare: what says so is loaded then. */
  #look(): void {
    if (!this.#book.isOdd([...this.#parts.declared.values()])) return;
    this.#load
      .records()
      .then((records) => records.tidy())
      .catch(this.#report);
  }

  readonly #report = (error: ConsentError): void => {
    this.#errors = [...this.#errors, error].slice(-20);
    this.#listeners.tell({ type: 'error', error });
  };
}

type Method = (...given: unknown[]) => Promise<unknown>;

/** The methods of each part that is loaded when one of them is called: then, once the engine is ready, unless it ended. */
const doors = {
  asking: ['prefetch', 'askPermission', 'confirmJump', 'withdraw'],
  ruling: ['setSwitch'],
  rights: ['requestRight'],
  records: ['history', 'agreedPolicy', 'shown', 'export', 'import', 'refresh', 'setSubject', 'forget'],
} as const;

/** How long a start waits until what speaks with the app around the page is loaded, in ms; the app itself has 50. */
const patience = 1000;

type Doors = Pick<Asking, (typeof doors.asking)[number]> &
  Pick<Rules, (typeof doors.ruling)[number]> &
  Pick<Rights, (typeof doors.rights)[number]> &
  Pick<Records, (typeof doors.records)[number]>;

const destroyed = (): ConsentError => new ConsentError('engine/destroyed', 'The engine was destroyed.');
