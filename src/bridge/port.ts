import type { Channel, ConsentEvent, Decision } from '../consent/model.js';
import type { StorageCapabilities } from '../storage/port.js';

/**
 * What became of a message. `acked`: the native side answered that it keeps this very one. `queued`: it was handed over, and
 * nobody knows yet whether it arrived. `unsupported`: this host cannot take it.
 */
export type Delivery = 'acked' | 'queued' | 'unsupported';

/** The schema's name and version of all that goes over to the native side and comes back. */
export const HOST_SCHEMA = 'mingshi.host/1';

/** One choice, in less than 1 KB: ids and hashes, never the words or the person. */
export interface HostMessage extends Pick<
  ConsentEvent,
  'id' | 'time' | 'decision' | 'policyHash' | 'noticeHash' | 'validity' | 'until' | 'writer' | 'sequence'
> {
  readonly schema: typeof HOST_SCHEMA;
  readonly namespace: string;
  readonly request: string;
  readonly version: string;
  /** For whom the person decided, where not for themselves; who that is stays here. */
  readonly actsFor?: NonNullable<ConsentEvent['subject']['actsFor']>['kind'];
  /** Ids of earlier choices about the same request that this one takes the place of; the last four, fewer where room lacks. */
  readonly supersedes: readonly string[];
}

/**
 * A choice the native side says the person made elsewhere. It is checked for origin or nonce by the host that brings it, and
 * recorded with `act: 'host'`, only where this device holds no newer choice.
 */
export interface HostClaim {
  readonly request: string;
  readonly decision: Exclude<Decision, 'requested' | 'dismissed'>;
  /** The version of the policy it was about. */
  readonly version: string;
  /** ISO 8601, by the native side's clock. */
  readonly time: string;
  /** How the native side can show it: its own record's id, a receipt. Kept, hashed, as what the person was shown. */
  readonly evidence: string;
}

/** Short texts kept from one page to the next, as `localStorage` keeps them. Either method may throw. */
export interface HostMemory {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
}

/** `again`: this id was handed over before and never acknowledged; a host that would open a page for it does not. */
export interface SendOptions {
  readonly again: boolean;
}

/**
 * What a host can do. `acknowledges`: `send` can resolve `acked`. `immediate`: what is sent arrives while the page is open.
 * `twoWay`: it can bring claims. `maxBytes`: of one message as JSON in UTF-8. `durability`: `disk` where an acknowledgement
 * obliges the native side to have kept the message, `memory` where it waits in the app until the page is left.
 */
export type HostCapabilities = StorageCapabilities;

/** The port to the app around the page: a mini-program, a native shell, a parent frame. One a file in `hosts/`. */
export interface Host {
  /** Lower-case letters, digits and hyphens; keeps the notes of several hosts apart. */
  readonly name: string;
  readonly channel: Channel;
  readonly capabilities: HostCapabilities;
  /** Where acknowledged ids are kept, so that a reload sends nothing twice. Looked up when needed; absent: this page only. */
  readonly memory?: () => HostMemory;
  /** Whether this page runs inside it, however often asked. Costs nothing where absent, loads nothing; settles within 3 s. */
  isPresent(): Promise<boolean>;
  /**
   * Hands a choice over before it returns. Resolves `queued` at once where the host never acknowledges; else `acked` when the
   * native side answered with this very id, however late, and perhaps never: who calls keeps the deadline. The same `id` may
   * be sent again: the native side takes each once.
   */
  send(message: HostMessage, options?: SendOptions): Promise<Delivery>;
  /**
   * What the native side knows already, as it gave it: the host vouches for where it comes from (origin, nonce), the desk
   * checks its shape. May never settle. Absent: it cannot be asked.
   */
  readonly load?: ((namespace: string) => Promise<unknown>) | undefined;
  /**
   * Calls back with later claims, as for `load`, until the returned function is called; with a `ConsentError` (`host/…`) for
   * what it refused, because it did not come from where it should.
   */
  readonly watch?: ((callback: (claims: unknown) => void) => () => void) | undefined;
  /** Calls back when the page is shown again after it was left, until the returned function is called. */
  readonly resumed?: ((callback: () => void) => () => void) | undefined;
  close(): void;
}
