import { profileOf } from './consent/profile-of.js';
import { readSubject } from './consent/read-subject.js';
import { recordedRequest } from './consent/requests/declared-ask.js';
import type { AskedRequest } from './consent/requests/model.js';
import { Requests, type Found } from './consent/requests/requests.js';
import type { ConsentEvent, ConsentRequest, Notice, Status, Subject } from './consent/model.js';
import { mayAsk } from './consent/status.js';
import type { Answer, AnswerDetails } from './engine-contract.js';
import type { Inside } from './engine-inside.js';
import { ConsentError } from './errors.js';
import { lazy } from './lazy.js';
import { own } from './own.js';

/** What an app declares beside its policies, and what follows from it: loaded where it declares any. */
export class Rules {
  readonly #inside: Inside;
  readonly #requests: Requests;
  readonly #desk = lazy(async () => {
    const { RequestDesk } = await import('./consent/requests/desk.js');
    return new RequestDesk((await this.#inside.asking()).parts, this.#requests);
  });

  constructor(inside: Inside, requests: Requests) {
    this.#inside = inside;
    this.#requests = requests;
  }

  /** Rejects for declarations that cannot be used: `profile/…`, `request/…`. */
  static async read(inside: Inside): Promise<Rules> {
    const { parts, book, engine } = inside;
    const subject = own(parts.given, 'subject');
    if (subject !== undefined) book.subject = readSubject(subject);
    const profile = await profileOf(own(parts.given, 'profile'));
    return new Rules(inside, new Requests({ ...parts, book, engine }, profile));
  }

  /** The request an id names; undefined where it names none. */
  find(id: string): Found | undefined {
    return this.#requests.find(id);
  }

  /** Where a request, or a policy, stands for this subject; what neither is stands as it did. */
  status(id: string, status: Status): Status {
    const found = this.find(id);
    if (found) return this.#requests.status(found);
    return this.#inside.parts.declared.has(id) ? this.#requests.limit(status) : status;
  }

  /** Asks, if needed, for what a request or a policy rests on, then for itself. */
  async ensure(id: string, trigger: 'user' | 'app'): Promise<Status> {
    const { engine, find, book, asking, parts } = this.#inside;
    const found = this.find(id);
    if (found) return (await this.#desk()).ensure(found, trigger);
    if (parts.declared.has(id) && this.#requests.lacksGuardian) {
      const status = book.status(id, find(id));
      const isWanted = mayAsk(status, trigger) || status.decision === 'granted';
      if (isWanted) await (await this.#desk()).ensureGuardian(trigger);
    }
    if (mayAsk(engine.status(id), trigger)) await (await asking()).ask(id, trigger);
    return engine.status(id);
  }

  /**
   * What a withdrawal says of the request, and for whom it was asked: as declared now, so that it does not ask again; as in the
   * `event` it answers, where a version still to come will.
   */
  recorded(
    found: Found,
    event: ConsentEvent | undefined,
  ): { readonly request: ConsentRequest; readonly subject?: Subject } {
    const subject = this.#requests.subjectOf(found);
    const request = event?.request ?? recordedRequest(found.ask, found.id);
    return { request, ...(subject && { subject }) };
  }

  /** See `ConsentEngine.requests`. */
  get declared(): readonly AskedRequest[] {
    return this.#requests.declared;
  }

  /** The ids given, and every other whose standing may follow from theirs. */
  with(ids: readonly string[]): readonly string[] {
    return [...ids, ...this.#inside.parts.declared.keys(), ...this.declared.map(({ id }) => id)];
  }

  /** See `ConsentEngine.setSwitch`. */
  async setSwitch(
    id: string,
    on: boolean,
    details: AnswerDetails & { readonly notice: Notice },
  ): Promise<Answer> {
    const found = this.find(id);
    if (!found) throw new ConsentError('engine/unknown-request', `No request has the id ${id}.`, id);
    const { setSwitch } = await import('./consent/requests/set-switch.js');
    const { prepareAct } = await import('./consent/prepare-act.js');
    const { desk } = await this.#inside.asking();
    const act = await prepareAct({ ...this.#inside, ...this.#inside.parts, desk }, details);
    const answer = setSwitch({ desk, requests: this.#requests }, found, on, act);
    desk.closeNeedless();
    return answer;
  }
}
