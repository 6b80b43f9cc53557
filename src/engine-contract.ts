import type { Host } from './bridge/port.js';
import type {
  Act,
  Channel,
  ConsentEvent,
  ConsentRequest,
  Decision,
  Durability,
  Guardian,
  Notice,
  Status,
  Subject,
  Visibility,
} from './consent/model.js';
import type { Profile } from './consent/profile.js';
import type { AskedRequest, DeclaredRequest } from './consent/requests/model.js';
import type { RightAnswer, RightDetails, RightKind, RightRequest } from './consent/rights/model.js';
import type { ConsentError } from './errors.js';
import type { JumpOutcome, JumpQuestion, JumpRequest } from './jump/model.js';
import type { ExportOptions, PublishedFormat } from './ledger/index.js';
import type { PermissionOutcome, PermissionQuestion, PermissionRequestOptions } from './permission/model.js';
import type { PermissionRequester } from './permission/port.js';
import type { PolicyArchive } from './policy/archive.js';
import type { PermissionKind, Policy } from './policy/model.js';
import type { Platform } from './platform.js';
import type { StorageAdapter } from './storage/port.js';

/** A policy the app declares. `material` (default true): whether this version asks again those who answered an older one. */
export interface DeclaredPolicy {
  readonly policy: Policy;
  readonly material?: boolean;
}

/** The app around the page: what it is, and how it is told. */
export interface HostOptions {
  /** Where questions are shown; recorded in each event. */
  readonly channel?: Channel;
  /**
   * Hears of choices, and brings those the person made outside the page. Nothing is handed over before the general policy (the
   * first one declared) is agreed to. `ready` waits at most 50 ms for it.
   */
  readonly bridge?: Host;
  /** Hands over refusals too; a grant that ends is always told. Default false. */
  readonly refusals?: boolean;
}

export interface ConsentOptions {
  /** Separates the ledgers of apps on one origin. Default `default`. */
  readonly namespace?: string;
  readonly policies: readonly (Policy | DeclaredPolicy)[];
  /** Where events are kept. Default: memory. */
  readonly storage?: StorageAdapter;
  /** Where agreed texts are kept. Default: memory. */
  readonly archive?: PolicyArchive;
  /** The app around the page. Default: none. */
  readonly host?: HostOptions;
  /** Default: the ledger's subject, else a new random local id. */
  readonly subject?: Subject;
  /** Whose law: default `pipl`; an object is the team's own, made from one of `mingshi/profile`. */
  readonly profile?: 'pipl' | 'gdpr' | Profile;
  /**
   * What else is asked for: separate consents, a guardian's, on another's behalf, switches. What cannot be declared makes
   * `ready` reject with `request/…` or `profile/…`.
   */
  readonly requests?: readonly DeclaredRequest[];
  /** Called with each right a person makes use of, once it is recorded: the handler answers it (PIPL 50). */
  readonly onRight?: (right: RightRequest, event: ConsentEvent) => void | Promise<void>;
  /** Who asks for a permission, by its kind; the browser where none is named. */
  readonly requesters?: Readonly<Partial<Record<PermissionKind, PermissionRequester>>>;
  /**
   * The registrable domain of an ASCII host, for what stands large in a jump's question; `mingshi/registrable-domain` has
   * one by the Public Suffix List. Default: the host as a whole.
   */
  readonly registrableDomain?: (host: string) => string | undefined;
  /** Time, randomness, hashing. Default: the platform's. */
  readonly platform?: Partial<Platform>;
  /** Ends the engine, as `destroy()` does. */
  readonly signal?: AbortSignal;
}

export interface AnswerDetails {
  readonly act: Act;
  readonly visibility: Visibility;
  /** A jump's destination is not asked about again. Default false. */
  readonly remember?: boolean;
  /** Who consents for a child. Required to grant a guardian's consent, and a child's face. */
  readonly guardian?: Guardian;
}

export interface Answer {
  readonly event: ConsentEvent;
  /** Resolves when the answer is kept, with how safely; `memory` where storage failed. Never rejects. */
  readonly saved: Promise<Durability>;
}

/** One question, open in front of the person. One at a time per engine. */
export interface Prompt {
  readonly request: ConsentRequest;
  readonly policy: Policy;
  /** The version answered before, where this asks again. */
  readonly answeredVersion?: string;
  /** Who asked: the app at its start, or the person by the entry. */
  readonly trigger: 'user' | 'app';
  /** Present where the app declared the request: everything it declared, with its defaults. */
  readonly asked?: AskedRequest;
  /** Present where `request.kind` is `permission`. */
  readonly permission?: PermissionQuestion;
  /** Present where `request.kind` is `jump`. */
  readonly jump?: JumpQuestion;
  /**
   * Says what is on screen. Resolves when `answer` can record it. Call again whenever the words change (another locale):
   * the last call counts.
   */
  present(notice: Notice): Promise<void>;
  /**
   * Records the answer in this very task: the write is issued before it returns. `granted` throws `prompt/not-presented`
   * before `present` resolved; `denied` and `dismissed` never throw for that. A second answer throws `prompt/answered`.
   * `granted` throws `prompt/no-guardian`, and leaves the question open, where a guardian answers and `guardian` is not said.
   */
  answer(decision: Exclude<Decision, 'withdrawn'>, details: AnswerDetails): Answer;
}

/** How many events were new, and how safely they are kept. */
export interface Imported {
  readonly count: number;
  readonly durability: Durability;
}

export type EngineChange =
  | { readonly type: 'ready' }
  | { readonly type: 'status'; readonly id: string; readonly status: Status }
  | { readonly type: 'prompt'; readonly prompt: Prompt | undefined }
  | { readonly type: 'right'; readonly event: ConsentEvent; readonly right: RightRequest }
  | { readonly type: 'error'; readonly error: ConsentError };

export interface ConsentEngine {
  readonly namespace: string;
  /** Where questions are shown, as the app said; recorded in each event. */
  readonly channel: Channel | undefined;
  readonly policies: readonly Policy[];
  /**
   * Resolves when the ledger was read, within 4 s whatever the storage does: a storage that fails is reported as an `error`
   * change and replaced by memory. Rejects only for a declared policy whose `hash` is not that of its `text`
   * (`policy/hash-mismatch`), and for requests or a profile that cannot be used (`request/…`, `profile/…`, `engine/not-loaded`).
   */
  readonly ready: Promise<void>;
  /** What the app declared beside its policies, with its defaults. Empty before `ready`. */
  readonly requests: readonly AskedRequest[];
  /** The open question, if any. */
  readonly prompt: Prompt | undefined;
  /** The errors so far, oldest first (at most 20). */
  readonly errors: readonly ConsentError[];
  /** Throws `engine/unknown-request` for an id no declared policy has, and which names no permission or jump. */
  status(id: string): Status;
  /**
   * Asks if needed, and resolves with the status once answered. `trigger: 'app'` (default) opens a question only where
   * `status(id).asks`; `'user'` (the person pressed the entry) also after a refusal, a dismissal or a withdrawal. Equal
   * requests share one prompt and promise. A declared request is asked about after what it rests on: its policy, and for a child
   * a guardian's consent; the app asks again only as the request's version and the profile have it (R-C6). One of validity `once` is
   * asked anew each time, and shared by nobody: its grant is in this outcome alone, as `decision: 'granted', once: true`. With `durability`, rejects `storage/not-durable` where a grant is kept less safely.
   * Rejects `engine/destroyed`.
   */
  ensure(
    id: string,
    options?: { readonly trigger?: 'user' | 'app'; readonly durability?: Durability },
  ): Promise<Status>;
  /**
   * Asks for a permission when a function needs it (R-P1): the person first, then the system in the very press that said yes.
   * Resolves when both answered, or when it is sure that one will not; the result may still be on screen. Equal requests
   * share one prompt and outcome, others wait their turn (R-P3). Before the general policy is agreed to, that is asked first.
   * Rejects `permission/unknown-kind`, `permission/no-purpose`, `permission/invalid-request`, `engine/not-loaded`,
   * `engine/destroyed`.
   */
  askPermission<Value = unknown>(
    kind: PermissionKind,
    options?: PermissionRequestOptions<Value>,
  ): Promise<PermissionOutcome<Value>>;
  /**
   * Confirms before the person leaves for another app, site or handler (R-J1), and opens it in the press that agreed.
   * Resolves when that was answered. Rejects `jump/invalid-request`, `engine/not-loaded`, `engine/destroyed`.
   */
  confirmJump(request: JumpRequest): Promise<JumpOutcome>;
  /**
   * Loads what a question of this kind needs (`asking`: that of every kind), so that the first one opens at once. Rejects
   * `engine/not-loaded`.
   */
  prefetch(part: 'asking' | 'permission' | 'jump'): Promise<void>;
  /** Withdraws a grant (PIPL 15). `notice` is what the person was told of its effect. Rejects `engine/nothing-to-withdraw`. */
  withdraw(id: string, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer>;
  /**
   * Turns a declared switch on or off (PIPL 24; R-C12): recorded as granted, and as withdrawn or denied. `status(id).on` says what
   * it is now. Rejects `engine/unknown-request`, `request/not-a-switch`, and `request/no-consent` where it would be turned on
   * before what it rests on was agreed to.
   */
  setSwitch(id: string, on: boolean, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer>;
  /**
   * Records that a person makes use of a right (PIPL 44 to 50, GDPR 15 to 22), with the day by which the handler must answer, and hands
   * it to the app: `onRight`, then a `right` change. Rejects `right/unknown` for one the profile does not have, `right/no-policy`.
   */
  requestRight(kind: RightKind, details: RightDetails): Promise<RightAnswer>;
  /** Every readable event of this engine's subject, oldest first in causal order. */
  history(): Promise<readonly ConsentEvent[]>;
  /** The text a choice was about, from the archive; undefined where it was never kept. */
  agreedPolicy(event: ConsentEvent): Promise<Policy | undefined>;
  /**
   * What the person saw when they chose: the text, and the words of the question, each where the archive kept it and it has the
   * hash in the event.
   */
  shown(event: ConsentEvent): Promise<{ readonly policy?: Policy; readonly notice?: Notice }>;
  /**
   * The whole ledger as JSON text: `{schema: 'mingshi.ledger/1', events, erased?, heads}`; `erased` is what is left of events
   * whose person was forgotten. `iso-27560`: a list of consent records after ISO/IEC TS 27560 (JSON-LD, DPV); `kantara`: a list of
   * Kantara v1.1 receipts, of what was granted; `options` says what neither the events nor the texts state. Rejects
   * `export/unknown-format`, and `export/missing-field` with the list of what a shape requires and nobody states.
   */
  export(format: 'json' | PublishedFormat, options?: ExportOptions): Promise<string>;
  /**
   * Takes in whole events from elsewhere: a server, another device. They are appended as they are, and count in causal order:
   * nothing newer is overwritten. Resolves when they are kept. Rejects `import/invalid` where something is no event, and
   * `import/broken-chain` where they make no whole chains with what is here, or another event stands in the place of one; then
   * nothing is taken.
   */
  import(events: readonly ConsentEvent[]): Promise<Imported>;
  /**
   * Reads the storage again, and resolves when every status that changed was told. Rejects `storage/timeout` after 3 s, and what
   * the storage rejects with.
   */
  refresh(): Promise<void>;
  /**
   * From now on somebody else answers on this device. Their own answers count, and nobody else's: they are asked anew. An open
   * question closes unanswered, and opens for them where they need it. With `link: true` the answers of a local subject count for
   * the named one too, as after a login: they are recorded once more, as the named subject's (`act: 'host'`, each superseding the
   * one it repeats). Where the named one answered differently elsewhere, the stricter answer counts. Rejects
   * `engine/invalid-options` for what is no subject, `engine/cannot-link` unless it goes from a local subject to a named one.
   */
  setSubject(subject: Subject, options?: { readonly link?: boolean }): Promise<void>;
  /**
   * Forgets a person (PIPL 47): their events count no more, as if they had never been asked, and are erased where they are kept;
   * of each only its place, hash, kind, time, decision and policy are left, so that the ledger still verifies. Where proof must be kept (`keepProofUntil`,
   * a day as YYYY-MM-DD or a time), they are erased at the first start after that. Resolves once that is done, with the event
   * `right:delete` that says so, undefined where nothing of them is here. Rejects `storage/cannot-erase` before anything is
   * changed; `storage/not-durable`, or what the storage rejects with, where it could not erase yet: that is tried again at each
   * start. What was given to others (a server, a native shell, exports) is the app's to erase there.
   */
  forget(subject: string, options?: { readonly keepProofUntil?: string }): Promise<ConsentEvent | undefined>;
  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: (change: EngineChange) => void): () => void;
  /** Ends prompts as unanswered (nothing recorded), closes storage; later calls reject `engine/destroyed`. */
  destroy(): void;
}
