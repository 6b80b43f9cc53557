import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { hashRecord } from '../hash.js';
import { own } from '../own.js';
import { defaultPlatform, type Platform } from '../platform.js';
import type { Head } from '../storage/port.js';
import { readHeads, type HeldHead } from './held-heads.js';
import { verifyJws, type JwsOptions } from './verify-jws.js';

/** The schema's name and version of what a server signs. */
export const RECEIPT_SCHEMA = 'mingshi.receipt/1';

/** What a server signs: the heads of the chains as it holds them. */
export interface ReceiptPayload {
  readonly schema: typeof RECEIPT_SCHEMA;
  /** By writer. */
  readonly heads: Readonly<Record<string, Head>>;
  /** When it was signed, in seconds since 1970, by the server's clock. */
  readonly iat?: number;
  /** Who signed. */
  readonly iss?: string;
}

export interface VerifyReceiptOptions extends JwsOptions {
  /** An event the receipt must cover: its server held this very event, or one after it in the same chain. */
  readonly event?: ConsentEvent;
  readonly platform?: Pick<Platform, 'sha256'>;
}

export interface VerifiedReceipt {
  readonly kid: string;
  readonly payload: ReceiptPayload;
  /** The heads that were signed: what `verifyLedger` takes as `heads`. */
  readonly heads: readonly HeldHead[];
  /**
   * How far it proves `event`: `event`, its hash was signed; `chain`, a later one of its chain was, so that `verifyLedger` with
   * these heads tells. Absent where no event was given.
   */
  readonly covers?: 'event' | 'chain';
}

/**
 * Checks a receipt that a server signed (a compact JWS): proof of what it held, against everyone who does not have its key.
 * Rejects what `verifyJws` rejects, `receipt/not-a-receipt` for another payload, and, with `event`, `receipt/not-covered` where
 * it says nothing of that event, or `receipt/another-event` where another one stood in its place.
 */
export const verifyReceipt = async (jws: string, options: VerifyReceiptOptions): Promise<VerifiedReceipt> => {
  const { kid, payload } = await verifyJws(jws, options);
  const heads = readPayload(payload);
  const receipt = { kid, payload: payload as ReceiptPayload, heads };
  const event = own(options, 'event') as ConsentEvent | undefined;
  if (event === undefined) return receipt;
  const { sha256 } = (own(options, 'platform') ?? defaultPlatform()) as Pick<Platform, 'sha256'>;
  return { ...receipt, covers: await coverOf(event, heads, sha256) };
};

const readPayload = (payload: unknown): readonly HeldHead[] => {
  try {
    const sound = own(payload, 'schema') === RECEIPT_SCHEMA && isTime(own(payload, 'iat'));
    if (sound && own(payload, 'heads') !== undefined) return readHeads(own(payload, 'heads'));
  } catch {
    // Told below, as every payload that is none.
  }
  throw new ConsentError('receipt/not-a-receipt', `What was signed is no ${RECEIPT_SCHEMA}.`, payload);
};

const isTime = (value: unknown): boolean => value === undefined || Number.isFinite(value);

const coverOf = async (
  event: ConsentEvent,
  heads: readonly HeldHead[],
  sha256: Platform['sha256'],
): Promise<'event' | 'chain'> => {
  const head = heads.find((one) => one.writer === event.writer && one.sequence >= event.sequence);
  if (!head)
    throw new ConsentError('receipt/not-covered', 'The receipt says nothing of this event.', event.id);
  if (head.sequence > event.sequence) return 'chain';
  if (head.hash === (await hashRecord(event, sha256))) return 'event';
  throw new ConsentError('receipt/another-event', 'The receipt names another event in its place.', event.id);
};
