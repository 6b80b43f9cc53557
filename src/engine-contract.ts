import type {
  Act,
  ConsentEvent,
  ConsentRequest,
  Decision,
  Durability,
  Notice,
  Status,
  Subject,
  Visibility,
} from './consent/model.js';
import type { ConsentError } from './errors.js';
import type { JumpOutcome, JumpQuestion, JumpRequest } from './jump/model.js';
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

export interface ConsentOptions {
  /** Separates the ledgers of apps on one origin. Default `default`. */
  readonly namespace?: string;
  readonly policies: readonly (Policy | DeclaredPolicy)[];
  /** Where events are kept. Default: memory. */
  readonly storage?: StorageAdapter;
  /** Where agreed texts are kept. Default: memory. */
  readonly archive?: PolicyArchive;
  /** Default: the ledger's subject, else a new random local id. */
  readonly subject?: Subject;
  /** Default `pipl`. */
  readonly profile?: 'pipl';
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
   */
  answer(decision: Exclude<Decision, 'withdrawn'>, details: AnswerDetails): Answer;
}

export type EngineChange =
  | { readonly type: 'ready' }
  | { readonly type: 'status'; readonly id: string; readonly status: Status }
  | { readonly type: 'prompt'; readonly prompt: Prompt | undefined }
  | { readonly type: 'error'; readonly error: ConsentError };

export interface ConsentEngine {
  readonly namespace: string;
  readonly policies: readonly Policy[];
  /**
   * Resolves when the ledger was read, within 4 s whatever the storage does: a storage that fails is reported as an `error`
   * change and replaced by memory. Rejects only for a declared policy whose `hash` is not that of its `text`
   * (`policy/hash-mismatch`).
   */
  readonly ready: Promise<void>;
  /** The open question, if any. */
  readonly prompt: Prompt | undefined;
  /** The errors so far, oldest first (at most 20). */
  readonly errors: readonly ConsentError[];
  /** Throws `engine/unknown-request` for an id no declared policy has, and which names no permission or jump. */
  status(id: string): Status;
  /**
   * Asks if needed, and resolves with the status once answered. `trigger: 'app'` (default) opens a question only where
   * `status(id).asks`; `'user'` (the person pressed the entry) also after a refusal, a dismissal or a withdrawal. Equal
   * requests share one prompt and promise. With `durability`, rejects `storage/not-durable` where a grant is kept less safely.
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
  /** Loads what a question of this kind needs, so that the first one opens at once. Rejects `engine/not-loaded`. */
  prefetch(part: 'permission' | 'jump'): Promise<void>;
  /** Withdraws a grant (PIPL 15). `notice` is what the person was told of its effect. Rejects `engine/nothing-to-withdraw`. */
  withdraw(id: string, details: AnswerDetails & { readonly notice: Notice }): Promise<Answer>;
  /** Every readable event of this engine's subject, oldest first in causal order. */
  history(): Promise<readonly ConsentEvent[]>;
  /** The text a choice was about, from the archive; undefined where it was never kept. */
  agreedPolicy(event: ConsentEvent): Promise<Policy | undefined>;
  /** The whole ledger as JSON text: `{schema: 'mingshi.ledger/1', events, heads}`. Rejects `export/unknown-format`. */
  export(format: 'json'): Promise<string>;
  /** Calls back after each change; returns the function that stops it. */
  subscribe(listener: (change: EngineChange) => void): () => void;
  /** Ends prompts as unanswered (nothing recorded), closes storage; later calls reject `engine/destroyed`. */
  destroy(): void;
}
