import type { AskingParts } from '../consent/desk.js';
import type { ConsentEvent, SystemAnswer } from '../consent/model.js';
import { readAgain } from '../consent/read-again.js';
import { canonicalJson } from '../canonical.js';
import { own } from '../own.js';
import type { PermissionKind } from '../policy/model.js';
import { readAsked, readRequester, type Asked } from './asked.js';
import { PermissionAsking } from './asking.js';
import { CarefulRequester } from './careful-requester.js';
import { mayAskByItself } from './guard.js';
import type { PermissionOutcome, PermissionRequestOptions } from './model.js';
import type { PermissionRequester } from './port.js';
import { permissionKindOf } from './request-id.js';

/** What is used of the module that knows the browser's requesters. */
interface WebRequesters {
  readonly requesterOf: (kind: PermissionKind) => Promise<PermissionRequester | undefined>;
}

/** One ask that others may share. */
interface Shared {
  readonly requester: PermissionRequester | undefined;
  readonly outcome: Promise<PermissionOutcome>;
}

/** Asks for permissions: decides whether, puts our question, then the system's, and records both answers. */
export class PermissionDesk {
  readonly #parts: AskingParts;
  readonly #asking = new Map<string, Shared>();
  readonly #thisSession = new Set<string>();
  #count = 0;

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** See `ConsentEngine.askPermission`. Requests that say the same and ask the same requester share one outcome. */
  async ask<Value>(
    kind: PermissionKind,
    options: PermissionRequestOptions<Value> | undefined,
  ): Promise<PermissionOutcome<Value>> {
    const asked = readAsked(kind, options, this.#parts.primary);
    const key = canonicalJson(asked.request);
    const shared = this.#asking.get(key);
    if (shared && shared.requester === asked.requester) {
      const outcome = await shared.outcome;
      if (!isForAnother(outcome, asked)) return outcome as PermissionOutcome<Value>;
    }
    const outcome = this.#ask(asked).finally(() => this.#asking.delete(key));
    this.#asking.set(key, { requester: asked.requester, outcome });
    return outcome as Promise<PermissionOutcome<Value>>;
  }

  async #ask(asked: Asked): Promise<PermissionOutcome> {
    await this.#parts.engine.ready;
    await readAgain(this.#parts);
    if (!(await this.#isAgreed(asked))) return unasked('no-consent');
    const requester = await this.#requesterOf(asked);
    const lack = requester ? requester.lack() : 'unsupported';
    if (lack) return this.#explain(asked, { verdict: lack, certain: true });
    if (!this.#standing(asked)) {
      if (!this.#mayAsk(asked)) return unasked('asked-lately');
      const blocked = (await requester?.state()) === 'denied';
      if (blocked) return this.#explain(asked, { verdict: 'blocked', certain: true });
    }
    return this.#run(asked, requester, (asking) => asking.open());
  }

  /**
   * Nothing is asked for before the general policy is agreed to (R-C1): who starts a function is asked about that first, but
   * not again about a new version they refused or closed (R-C6).
   */
  async #isAgreed({ declared: { id }, trigger }: Asked): Promise<boolean> {
    const { engine } = this.#parts;
    const { decision, asks } = engine.status(id);
    if (decision === 'granted' && !asks) return true;
    return (await engine.ensure(id, { trigger })).decision === 'granted';
  }

  async #requesterOf({ kind, requester }: Asked): Promise<CarefulRequester | undefined> {
    const found =
      requester ??
      readRequester(own(own(this.#parts.given, 'requesters'), kind)) ??
      (await fromBrowser(kind));
    return found && new CarefulRequester(found, this.#parts.platform.timer);
  }

  /**
   * The grant of both for this very purpose and information, where it stands: then the system alone is asked, which may have
   * changed its mind. Another purpose or kind of information needs another consent (PIPL 14).
   */
  #standing({ request }: Asked): ConsentEvent | undefined {
    const { decision, event } = this.#parts.engine.status(request.id);
    const words = event?.request;
    const isSame = words?.purpose === request.purpose && words?.data === request.data;
    return decision === 'granted' && isSame ? event : undefined;
  }

  /** The person may start a function whenever they like. */
  #mayAsk(asked: Asked): boolean {
    if (asked.trigger === 'user' || this.#standing(asked)) return true;
    const { history, platform } = this.#parts;
    const events = history().filter(({ request }) => permissionKindOf(request.id) === asked.kind);
    const quiet = quietOf(this.#parts.given);
    return mayAskByItself(events, { now: platform.now(), thisSession: this.#thisSession, ...quiet });
  }

  /** The person who started the function learns why it cannot run; the app, asking by itself, is only told. */
  #explain(asked: Asked, platform: SystemAnswer): PermissionOutcome {
    if (asked.trigger === 'user') {
      this.#run(asked, undefined, (asking) => asking.explain(platform)).catch(() => {
        // The engine ended before it could be said.
      });
    }
    return { ...unasked('cannot-ask'), platform };
  }

  #run(
    asked: Asked,
    requester: CarefulRequester | undefined,
    open: (asking: PermissionAsking) => void,
  ): Promise<PermissionOutcome> {
    return new Promise((resolve) => {
      const asking = new PermissionAsking({
        ...this.#parts,
        asked,
        requester,
        standing: () => this.#standing(asked),
        mayAsk: () => this.#mayAsk(asked),
        recorded: ({ id }) => this.#thisSession.add(id),
        resolve,
      });
      const question = {
        id: `${asked.request.id} ${++this.#count}`,
        needed: () => asking.needless === undefined,
        open: () => open(asking),
      };
      const ended = this.#parts.desk.ask(question);
      ended.then(
        () => asking.stop(),
        () => {
          resolve(ended as Promise<never>);
          asking.stop();
        },
      );
    });
  }
}

/** What the app was not let ask about, the person may still start; what one caller ended, another still wants. */
const isForAnother = ({ reason }: PermissionOutcome, { trigger, signal }: Asked): boolean =>
  (reason === 'asked-lately' && trigger === 'user') || (reason === 'aborted' && !signal?.aborted);

const unasked = (reason: 'no-consent' | 'asked-lately' | 'cannot-ask'): PermissionOutcome => ({
  granted: false,
  reason,
  decision: 'none',
});

/** What a profile of the app's own says; the engine checked it when it started. */
const quietOf = (given: unknown): { readonly quiet?: number } => {
  const hours = own(own(own(given, 'profile'), 'asking'), 'permissionQuietHours');
  return typeof hours === 'number' ? { quiet: hours * 3_600_000 } : {};
};

/** The requester of the page's own browser. */
const fromBrowser = async (kind: PermissionKind): Promise<PermissionRequester | undefined> => {
  // `as string` keeps the DOM's types, that the module is compiled with, out of the core.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
  const { requesterOf } = (await import('./web/requester-of.js' as string)) as WebRequesters;
  return requesterOf(kind);
};
