import type { Channel, ConsentEvent, Decision } from '../consent/model.js';
import type { StorageCapabilities } from '../storage/port.js';

/**
 * What became of a message. `acked`: the native side answered that it has it. `queued`: it was handed over, and nobody knows
 * yet whether it arrived. `unsupported`: this host cannot take it.
 */
export type Delivery = 'acked' | 'queued' | 'unsupported';

/** One choice, in less than 1 KB: ids and hashes, never the words or the person. */
export interface HostMessage extends Pick<
  ConsentEvent,
  'id' | 'time' | 'decision' | 'policyHash' | 'noticeHash' | 'validity' | 'until' | 'writer' | 'sequence'
> {
  readonly schema: 'mingshi.host/1';
  readonly namespace: string;
  readonly request: string;
  readonly version: string;
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

/** The port to the app around the page: a mini-program, a native shell, a parent frame. */
export interface Host {
  readonly name: string;
  readonly channel: Channel;
  readonly capabilities: StorageCapabilities;
  /** Whether this page runs inside it. Costs nothing where it is absent; never rejects, settles within 3 s. */
  isPresent(): Promise<boolean>;
  /**
   * Hands a choice over, and settles within 5 s; no answer is `queued`, never `acked`. The same `id` may be sent again: the
   * native side takes each once.
   */
  send(message: HostMessage): Promise<Delivery>;
  /** What the native side knows already. Absent: it cannot be asked. */
  load?(): Promise<readonly HostClaim[]>;
  /** Calls back with later claims, until the returned function is called. */
  watch?(callback: (claims: readonly HostClaim[]) => void): () => void;
  close(): void;
}
