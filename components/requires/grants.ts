import type { ConsentEngine, ConsentOptions, EngineChange } from '../../src/engine-contract.js';
import { own } from '../../src/own.js';
import type { PermissionRequester, PermissionState } from '../../src/permission/port.js';
import { permissionKindOf } from '../../src/permission/request-id.js';
import type { PermissionKind } from '../../src/policy/model.js';

/** Who says what the system allows now, by kind; the browser where none is named. */
export type Requesters = NonNullable<ConsentOptions['requesters']>;

/**
 * What counts as granted at this moment. A policy as the ledger has it. A permission only where the ledger has both grants, the
 * policy it was asked under still stands, and the system is known to allow it now: it says so itself, or it just granted it on
 * this page. A grant of another day alone never counts.
 */
export class Grants {
  readonly #engine: ConsentEngine;
  readonly #requesters: Requesters;
  readonly #changed: () => void;
  readonly #allowed = new Set<string>();
  readonly #states = new Map<string, PermissionState | undefined>();
  readonly #stop: () => void;

  /** Calls `changed` whenever something else may count. */
  constructor(engine: ConsentEngine, requesters: Requesters, changed: () => void) {
    this.#engine = engine;
    this.#requesters = requesters;
    this.#changed = changed;
    this.#stop = engine.subscribe((change) => this.#hear(change));
    document.addEventListener('visibilitychange', this.#onVisible);
  }

  has(id: string): boolean {
    if (!isGranted(this.#engine, id)) return false;
    const kind = permissionKindOf(id);
    if (!kind) return true;
    this.#look(id, kind);
    return this.#allowed.has(id) && isGranted(this.#engine, primaryOf(this.#engine));
  }

  end(): void {
    this.#stop();
    document.removeEventListener('visibilitychange', this.#onVisible);
  }

  #hear(change: EngineChange): void {
    if (change.type === 'status' && isJustGranted(this.#engine, change.id)) this.#allowed.add(change.id);
    if (change.type === 'status' || change.type === 'ready') this.#changed();
  }

  /** Whoever comes back may have been in the settings. */
  readonly #onVisible = (): void => {
    if (document.visibilityState !== 'visible') return;
    for (const id of this.#states.keys()) void this.#ask(id);
  };

  #look(id: string, kind: PermissionKind): void {
    if (this.#states.has(id)) return;
    this.#states.set(id, undefined);
    void this.#ask(id, kind);
  }

  /**
   * What turned to `denied` was taken back. Where it always was so, and a grant came all the same, another asker gave it: then
   * this one knows nothing of it.
   */
  async #ask(id: string, kind = permissionKindOf(id) as PermissionKind): Promise<void> {
    const before = this.#states.get(id);
    const state = await this.#stateOf(kind);
    this.#states.set(id, state);
    if (state === 'granted') this.#allowed.add(id);
    if (state === 'denied' && before && before !== 'denied') this.#allowed.delete(id);
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

/** The policy that permissions are asked under. */
const primaryOf = ({ policies }: ConsentEngine): string =>
  (policies.find(({ kind }) => kind === 'privacy-policy') ?? policies[0])?.id ?? '';
