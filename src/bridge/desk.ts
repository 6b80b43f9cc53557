import { attempt } from '../attempt.js';
import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import type { Platform } from '../platform.js';
import { ANSWER_DEADLINE, PRESENCE_DEADLINE, START_DEADLINE, within } from './deadline.js';
import { DeliveryNotes } from './delivery-notes.js';
import { hostMessage, isTold } from './host-message.js';
import type { Delivery, Host, HostClaim, HostMessage } from './port.js';
import { readClaims } from './read-claims.js';

export interface HostDeskParts {
  readonly host: Host;
  readonly namespace: string;
  readonly timer: Platform['timer'];
  readonly report: (error: ConsentError) => void;
  /** Called with sound claims only, as soon as the host brings them, and never with none. */
  readonly claims: (claims: readonly HostClaim[]) => void;
}

/** The newest choice about one request, until the native side acknowledged it. */
interface Pending {
  readonly message: HostMessage;
  /** Whether this page handed it over. */
  sent: boolean;
  underWay: Promise<Delivery> | undefined;
}

/**
 * Tells the native side of choices, and believes nothing it did not say: no answer is no success. What was not acknowledged
 * is handed over again, with the same id, when the page starts or is shown again; what was acknowledged never is. Of each
 * request only the newest choice waits. The ledger is what keeps the choices: at each start the engine delivers the history
 * again, in causal order, in one task, and what is known there already is passed over here.
 *
 * Of the host nothing is expected: it may throw, reject, never answer, or answer nonsense. Failures are reported, once each.
 */
export class HostDesk {
  readonly #parts: HostDeskParts;
  readonly #notes: DeliveryNotes;
  readonly #reported = new Set<string>();
  readonly #pending = new Map<string, Pending>();
  #presence: Promise<boolean> | undefined;
  #begun: Promise<void> | undefined;
  #present = false;
  #closed = false;
  #pumping = false;
  #subject: string | undefined;
  #stops: readonly (() => void)[] = [];

  constructor(parts: HostDeskParts) {
    this.#parts = parts;
    const key = `mingshi-host/${encodeURIComponent(parts.namespace)}/${parts.host.name}`;
    this.#notes = new DeliveryNotes(parts.host.memory, key);
  }

  /** Looks for the host and asks it what it knows. Resolves when it answered, or after 50 ms; an answer after that counts too. */
  start(): Promise<void> {
    this.#begun ??= this.#detect().then((present) => (present && !this.#closed ? this.#arrive() : undefined));
    return within(this.#begun, START_DEADLINE, this.#parts.timer, undefined);
  }

  /** Takes a choice, and hands it over at the end of this task. Another person's choices wait no more. Never throws. */
  deliver(event: ConsentEvent): void {
    if (this.#closed) return;
    if (this.#subject !== event.subject.id) this.#pending.clear();
    this.#subject = event.subject.id;
    const message = hostMessage(event, this.#parts.namespace);
    if (message) this.#put(message);
    else if (isTold(event)) this.#reportTooLong(event);
  }

  /** Hands over again all that is not acknowledged. Resolves within 8 s with what became of each. */
  async flush(): Promise<readonly { readonly id: string; readonly delivery: Delivery }[]> {
    void this.start();
    const present = await within(this.#detect(), PRESENCE_DEADLINE, this.#parts.timer, false);
    return Promise.all(
      [...this.#pending.values()].map(async (pending) => ({
        id: pending.message.id,
        delivery: present ? await this.#send(pending) : 'unsupported',
      })),
    );
  }

  close(): void {
    this.#closed = true;
    this.#pending.clear();
    for (const stop of this.#stops) attempt(stop).catch(() => undefined);
    attempt(() => this.#parts.host.close()).catch(() => undefined);
  }

  #detect(): Promise<boolean> {
    return (this.#presence ??= attempt<unknown>(() => this.#parts.host.isPresent()).then(
      (present) => present === true,
      (error: unknown) => {
        this.#fail(error);
        return false;
      },
    ));
  }

  async #arrive(): Promise<void> {
    const { host, namespace } = this.#parts;
    this.#present = true;
    this.#sendNew();
    this.#listen();
    await attempt(() => host.load?.(namespace)).then(
      (claims) => void (host.load && this.#take(claims)),
      (error: unknown) => this.#fail(error),
    );
  }

  #listen(): void {
    const { host } = this.#parts;
    const keep = (stop: (() => void) | undefined): void => {
      if (typeof stop === 'function') this.#stops = [...this.#stops, stop];
    };
    const failed = (error: unknown): void => this.#fail(error);
    attempt(() => keep(host.watch?.((claims) => this.#take(claims)))).catch(failed);
    attempt(() => keep(host.resumed?.(() => void this.flush()))).catch(failed);
  }

  #put(message: HostMessage): void {
    const key = `${message.actsFor ?? ''} ${message.request}`;
    const before = this.#pending.get(key);
    if (before?.message.id === message.id) return;
    this.#pending.delete(key);
    if (this.#notes.isAcked(message.id)) return;
    this.#pending.set(key, { message, sent: false, underWay: undefined });
    this.#sendSoon();
  }

  /** At the end of the task: of a history delivered at once, only the newest choice about each request goes out. */
  #sendSoon(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    void Promise.resolve().then(() => {
      this.#pumping = false;
      this.#sendNew();
    });
  }

  #sendNew(): void {
    if (!this.#present || this.#closed) return;
    for (const pending of this.#pending.values()) if (!pending.sent) void this.#send(pending);
  }

  /** Never rejects. An answer after the deadline still counts. */
  #send(pending: Pending): Promise<Delivery> {
    return (pending.underWay ??= this.#handOver(pending).finally(() => {
      pending.underWay = undefined;
    }));
  }

  #handOver(pending: Pending): Promise<Delivery> {
    const { message } = pending;
    const { host, timer } = this.#parts;
    const again = this.#notes.wasTried(message.id);
    pending.sent = true;
    const answer = attempt<unknown>(() => host.send(message, { again })).then((said) =>
      this.#settle(message, said),
    );
    answer.catch((error: unknown) => this.#fail(error));
    this.#notes.noteTried(message.id);
    return within(answer, ANSWER_DEADLINE, timer, 'queued');
  }

  #settle(message: HostMessage, said: unknown): Delivery {
    if (said === 'acked' && this.#parts.host.capabilities.acknowledges) {
      this.#notes.noteAcked(message.id);
      for (const [key, { message: waiting }] of this.#pending) {
        if (waiting.id === message.id) this.#pending.delete(key);
      }
      return 'acked';
    }
    if (said !== 'unsupported') return 'queued';
    this.#report('host/unsupported', `${this.#parts.host.name} cannot take this choice.`, message.request);
    return 'unsupported';
  }

  #take(value: unknown): void {
    if (this.#closed) return;
    if (codeOf(value) !== undefined) return this.#fail(value);
    const claims = readClaims(value);
    if (!Array.isArray(value) || claims.length < value.length) {
      this.#report('host/invalid-claims', 'The native side said what is no claim; that was left out.', value);
    }
    if (claims.length > 0) this.#parts.claims(claims);
  }

  /** A coded error stays what it is, also one that another copy of the library made. */
  #fail(error: unknown): void {
    const { name } = this.#parts.host;
    const code = codeOf(error);
    if (code === undefined) return this.#report('host/failed', `${name} failed.`, name, error);
    this.#report(code, String((error as { message?: unknown }).message), name, error);
  }

  #reportTooLong({ request }: ConsentEvent): void {
    this.#report('host/message-too-long', 'The ids of this choice do not fit in 1 KB.', request.id);
  }

  #report(code: string, sentence: string, value: unknown, cause?: unknown): void {
    if (this.#closed || this.#reported.has(code)) return;
    this.#reported.add(code);
    this.#parts.report(new ConsentError(code, sentence, value, cause));
  }
}

const codeOf = (value: unknown): string | undefined => {
  const code = (value as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('host/') ? code : undefined;
};
