import type { AskingParts } from '../consent/desk.js';
import type { ConsentEvent, SystemAnswer } from '../consent/model.js';
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

/** Asks for permissions: decides whether, puts our question, then the system's, and records both answers. */
export class PermissionDesk {
  readonly #parts: AskingParts;
  readonly #asking = new Map<string, Promise<PermissionOutcome>>();
  readonly #thisSession = new Set<string>();

  constructor(parts: AskingParts) {
    this.#parts = parts;
  }

  /** See `ConsentEngine.askPermission`. Equal requests share one outcome. */
  async ask<Value>(
    kind: PermissionKind,
    options: PermissionRequestOptions<Value> | undefined,
  ): Promise<PermissionOutcome<Value>> {
    const asked = readAsked(kind, options, this.#parts.primary);
    const { id } = asked.request;
    const shared = this.#asking.get(id);
    if (shared) {
      const outcome = await shared;
      if (!isForAnother(outcome, asked)) return outcome as PermissionOutcome<Value>;
    }
    const outcome = this.#ask(asked).finally(() => this.#asking.delete(id));
    this.#asking.set(id, outcome);
    return outcome as Promise<PermissionOutcome<Value>>;
  }

  async #ask(asked: Asked): Promise<PermissionOutcome> {
    if (!(await this.#isAgreed(asked))) return unasked('no-consent');
    const requester = await this.#requesterOf(asked);
    const lack = requester ? requester.lack() : 'unsupported';
    if (lack) return this.#explain(asked, { verdict: lack, certain: true });
    const standing = this.#standing(asked);
    if (standing) return this.#run(asked, requester, (asking) => asking.askSystem(standing));
    if (asked.trigger === 'app' && !this.#mayAskByItself(asked.kind)) return unasked('asked-lately');
    if ((await requester?.state()) === 'denied') {
      return this.#explain(asked, { verdict: 'blocked', certain: true });
    }
    return this.#run(asked, requester, (asking) => asking.ask());
  }

  /** Nothing is asked for before the general policy is agreed to (R-C1); who starts a function is asked about that first. */
  async #isAgreed({ declared, trigger }: Asked): Promise<boolean> {
    const { decision } = await this.#parts.engine.ensure(declared.id, { trigger });
    return decision === 'granted';
  }

  async #requesterOf({ kind, requester }: Asked): Promise<CarefulRequester | undefined> {
    const found =
      requester ??
      readRequester(own(own(this.#parts.given, 'requesters'), kind)) ??
      (await fromBrowser(kind));
    return found && new CarefulRequester(found, this.#parts.platform.timer);
  }

  /** The grant of both for this very purpose, where it stands: then the system alone is asked, which may have changed its mind. */
  #standing({ request }: Asked): ConsentEvent | undefined {
    const { decision, event } = this.#parts.engine.status(request.id);
    return decision === 'granted' && event?.request.purpose === request.purpose ? event : undefined;
  }

  #mayAskByItself(kind: PermissionKind): boolean {
    const { book, platform } = this.#parts;
    const events = book.history().filter(({ request }) => permissionKindOf(request.id) === kind);
    return mayAskByItself(events, { now: platform.now(), thisSession: this.#thisSession });
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
      const recorded = ({ id }: ConsentEvent): unknown => this.#thisSession.add(id);
      const asking = new PermissionAsking({ ...this.#parts, asked, requester, recorded, resolve });
      const question = {
        id: asked.request.id,
        needed: () => !asked.signal?.aborted,
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

/** The requester of the page's own browser. */
const fromBrowser = async (kind: PermissionKind): Promise<PermissionRequester | undefined> => {
  // `as string` keeps the DOM's types, that the module is compiled with, out of the core.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
  const { requesterOf } = (await import('./web/requester-of.js' as string)) as WebRequesters;
  return requesterOf(kind);
};
