import type { ConsentEvent } from '../../consent/model.js';
import type { Platform } from '../../platform.js';
import type { StorageAdapter, StorageNews } from '../port.js';

/** What became of one record on its way to the receiver. `waiting` takes back what was said before. */
export interface DeliveryMark {
  /** The event's id; of a cursor, `cursor`. */
  readonly id: string;
  /**
   * `delivered`: the receiver named it as stored. `skipped`: a newer answer to the same question goes in its place. `parked`:
   * the receiver refused it for good. `cursor`: up to where the receiver was read.
   */
  readonly state: 'delivered' | 'skipped' | 'parked' | 'waiting' | 'cursor';
  /** Of a parked record: why, as the receiver said it. */
  readonly code?: string;
  readonly sentence?: string;
  /** Of a cursor. */
  readonly cursor?: string;
}

/** Where it is remembered what was delivered. Losing it costs sending again, never a record: the receiver takes each once. */
export interface Deliveries {
  /** The last mark of each id. */
  read(): Promise<readonly DeliveryMark[]>;
  /** Resolves when the marks are kept, each in the place of the one with its id. */
  put(marks: readonly DeliveryMark[]): Promise<void>;
  close(): void;
}

/** A record that was refused for good, and by what words. */
export interface ParkedRecord {
  readonly id: string;
  readonly code: string;
  readonly sentence: string;
}

/** The hash of an event that stays where it is, so that the chain around it can be checked. */
export interface ChainLink {
  readonly writer: string;
  readonly sequence: number;
  readonly hash: string;
}

/** One request's worth of events. The same events give the same bytes, the same bytes the same key. */
export interface Batch {
  readonly events: readonly ConsentEvent[];
  readonly body: string;
  /** `sha256:…` of the body. */
  readonly key: string;
}

/** The part of Web Locks that is used; `navigator.locks` is one. */
export interface SendLocks {
  request(
    name: string,
    options: { readonly signal: AbortSignal },
    work: () => Promise<void>,
  ): Promise<unknown>;
}

/** What is asked of `fetch`. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly keepalive?: boolean;
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly cache: 'no-store';
  readonly redirect: 'error';
  readonly referrerPolicy: 'no-referrer';
  readonly signal: AbortSignal;
}

/** What of its answer is used. */
export interface HttpReply {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export type HttpFetch = (url: string, request: HttpRequest) => Promise<HttpReply>;

/** What a request to the receiver needs. */
export interface ExchangeParts {
  readonly url: string;
  readonly fetch: HttpFetch;
  readonly headers: () => unknown;
  readonly credentials: HttpRequest['credentials'];
  readonly platform: Pick<Platform, 'now' | 'sha256' | 'random' | 'timer'>;
}

export interface SenderParts extends ExchangeParts {
  readonly namespace: string;
  readonly outbox: StorageAdapter;
  readonly deliveries: Deliveries;
  readonly locks: SendLocks | undefined;
  /** Why refusals may be sent too; empty: they stay. */
  readonly basis: string;
  readonly maxBatchBytes: number;
  readonly tell: (news: StorageNews) => void;
  readonly receipts: (receipts: Readonly<Record<string, unknown>>) => void;
}

/** What is loaded beside the sender, each small enough to be fetched alone. */
export interface SenderTools {
  readonly plan: typeof import('./plan.js');
  readonly exchange: typeof import('./exchange.js');
}
