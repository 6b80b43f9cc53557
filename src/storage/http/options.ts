import type { Platform } from '../../platform.js';
import type { StorageAdapter } from '../port.js';
import type { Deliveries, HttpFetch, HttpRequest, ParkedRecord, SendLocks } from './port.js';

export interface HttpStorageOptions {
  /**
   * Where the receiver of `mingshi/receiver.openapi.json` is: `https:`, the page's own origin, or this machine. Relative to the
   * page.
   */
  readonly endpoint: string;
  /** Where events are kept first and for good, usually `indexedDbStorage()`. */
  readonly outbox: StorageAdapter;
  /** Separates the ledgers of apps on one origin, as the outbox's own does. Default `default`. */
  readonly namespace?: string;
  /** Asked before each try: tokens, CSRF. A record, pairs, or a `Headers`; a failure of it counts as no network. */
  readonly headers?: () => unknown;
  /** Whether cookies go along. Default `same-origin`. */
  readonly credentials?: HttpRequest['credentials'];
  /** Why refusals and closed questions are sent too, in the team's words; the receiver is told. Default: they stay here. */
  readonly refusals?: { readonly basis: string };
  /** Also reads what other devices of this person sent, once the general policy is agreed to. Default false. */
  readonly twoWay?: boolean;
  /** Default 60000, what a request that outlives its page can carry. A record that is larger goes alone. */
  readonly maxBatchBytes?: number;
  /** Called with the signed receipts of a reply, by event id, unread. */
  readonly receipts?: (receipts: Readonly<Record<string, unknown>>) => void;
  /** Default: the database `mingshi-deliveries/<namespace>/<endpoint>`, or memory where there is none. */
  readonly deliveries?: Deliveries;
  /** Default: the page's `fetch`, looked up at each request. */
  readonly fetch?: HttpFetch;
  /** One tab sends at a time. Default: `navigator.locks`; null: each tab for itself, the receiver takes each record once. */
  readonly locks?: SendLocks | null;
  /** Time, randomness, hashing. Default: the platform's. */
  readonly platform?: Partial<Platform>;
}

export interface HttpStorage extends StorageAdapter {
  /** Records the receiver refused, with its reasons: for good, or until who asks is let in. `storage/parked` told of each. */
  parked(): Promise<readonly ParkedRecord[]>;
  /** Tries parked records again, these or all. Resolves before they are sent. */
  retry(ids?: readonly string[]): Promise<void>;
}
