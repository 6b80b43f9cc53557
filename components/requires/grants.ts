import type { ConsentEngine, ConsentOptions, EngineChange } from '../../src/engine-contract.js';
import { own } from '../../src/own.js';
import type { PermissionRequester, PermissionState } from '../../src/permission/port.js';
import { permissionKindOf } from '../../src/permission/request-id.js';
import type { PermissionKind } from '../../src/policy/model.js';
import { onReturn } from './on-return.js';
import { onSystemChange } from './on-system-change.js';

/** Who says what the system allows now, by kind; the browser where none is named. */
export type Requesters = NonNullable<ConsentOptions['requesters']>;

/** What the system said about a permission last, and at which look. */
interface Seen {
  readonly look: number;
  readonly state?: PermissionState;
}

/**
 * What counts as granted at this moment. A policy as the ledger has it. A permission only where the ledger has both grants, the
 * policy it was asked under still stands, and the system is known to allow it now: it says so itself, or it just granted it on
 * this page and took nothing back since. A grant of another day alone never counts.
 */
export class Grants {
  readonly #engine: ConsentEngine;
  readonly #requesters: Requesters;
  readonly #changed: () => void;
  readonly #allowed = new Set<string>();
  readonly #seen = new Map<string, Seen>();
  readonly #over = new AbortController();
  #looks = 0;

  /** Calls `changed` whenever something else may count. */
  constructor(engine: ConsentEngine, requesters: Requesters, changed: () => void) {
    const { signal } = this.#over;
    this.#engine = engine;
    this.#requesters = requesters;
    this.#changed = changed;
    signal.addEventListener(
      'abort',
      engine.subscribe((change) => this.#hear(change)),
    );
    onReturn(() => [...this.#seen.keys()].forEach((id) => void this.#look(id)), signal);
  }

  has(id: string): boolean {
    if (!isGranted(this.#engine, id)) return false;
    if (!permissionKindOf(id)) return true;
    if (!this.#seen.has(id)) this.#follow(id);
    // The engine asks for permissions under the policy that was declared first.
    const [primary] = this.#engine.policies;
    return this.#allowed.has(id) && !!primary && isGranted(this.#engine, primary.id);
  }

  end(): void {
    this.#over.abort();
    this.#seen.clear();
  }

  #hear(change: EngineChange): void {
    if (change.type === 'status' && isJustGranted(this.#engine, change.id)) {
      this.#allowed.add(change.id);
      this.#follow(change.id);
    }
    if (change.type === 'status' || change.type === 'ready') this.#changed();
  }

  /** Begins anew after a grant: what was seen before it, or is being looked at, says nothing about it. */
  #follow(id: string): void {
    const isNew = !this.#seen.has(id);
    this.#seen.set(id, { look: this.#looks });
    void this.#look(id);
    if (isNew) void onSystemChange(kindOf(id), () => void this.#look(id), this.#over.signal);
  }

  async #look(id: string): Promise<void> {
    const look = (this.#looks += 1);
    const state = await this.#stateOf(kindOf(id));
    const seen = this.#seen.get(id);
    // A later look said something by now, or a grant came, or the end.
    if (!seen || look <= seen.look) return;
    const before = seen.state;
    const isNews = state !== 'unknown' || !before;
    this.#seen.set(id, { look, state: isNews ? state : before });
    if (state === 'granted') this.#allowed.add(id);
    if (isTakenBack(before, state)) this.#allowed.delete(id);
    this.#changed();
  }

  async #stateOf(kind: PermissionKind): Promise<PermissionState> {
    try {
      const given = own(this.#requesters, kind) as PermissionRequester | undefined;
      const requester = given ?? (await fromBrowser(kind));
      return requester && !requester.lack() ? await requester.state() : 'unknown';
    } catch {
      return 'unknown';
    }
  }
}

const fromBrowser = async (kind: PermissionKind): Promise<PermissionRequester | undefined> =>
  (await import('../../src/permission/web/requester-of.js')).requesterOf(kind);

/** The system's answer is told while its question is still the open one. */
const isJustGranted = (engine: ConsentEngine, id: string): boolean =>
  engine.prompt?.request.id === id && engine.prompt.permission?.phase === 'system' && isGranted(engine, id);

const isGranted = (engine: ConsentEngine, id: string): boolean => engine.status(id).decision === 'granted';

/** The kind of a permission's id. */
const kindOf = (id: string): PermissionKind => permissionKindOf(id) as PermissionKind;

/**
 * Nothing is known where the system does not say (`unknown`). Where it said `denied` all the time and a grant came all the
 * same, another asker gave it: then this one knows nothing of it.
 */
const isTakenBack = (before: PermissionState | undefined, now: PermissionState): boolean =>
  before === 'granted'
    ? now === 'prompt' || now === 'denied'
    : now === 'denied' && !!before && before !== 'denied';
