import type { ConsentEvent } from '../consent/model.js';
import { isConsentEvent } from '../event-shape.js';
import { hashRecord } from '../hash.js';
import { own } from '../own.js';
import { defaultPlatform, type Platform } from '../platform.js';
import type { Head } from '../storage/port.js';
import {
  findHeadFault,
  findSurplus,
  readHeads,
  type Chains,
  type HeldHead,
  type HeldHeads,
} from './held-heads.js';
import { brokenAt, type BrokenLink, type LedgerReport, type WriterReport } from './report.js';

/** A ledger as `export('json')` writes it, parsed. Its own heads are checked, and prove nothing to an outsider. */
export interface ExportedLedger {
  readonly events: readonly ConsentEvent[];
  readonly heads: Readonly<Record<string, Head>>;
}

export interface VerifyOptions {
  /** The heads somebody outside the ledger holds. */
  readonly head?: HeldHeads;
  /** The same as `head`. */
  readonly heads?: HeldHeads;
  readonly platform?: Pick<Platform, 'sha256'>;
}

/**
 * Checks a ledger, given as a list of events or as `export` wrote it. Each writer's events must stand in order from 1 without
 * a gap, and each name the hash of the one before it: that finds an edit, a drop, a swap and an insertion. Nothing follows a
 * chain's last event, so that an edit of it, a cut tail and a rolled-back ledger are found by a head only: the one an exported
 * ledger carries, or, against who can rewrite the whole ledger too, one held outside. A chain proves that nothing changed
 * since, not who wrote it. The events of different writers may be mixed.
 * Never rejects for what the ledger holds; rejects `ledger/invalid-head` for a `head` that is none.
 */
export const verifyLedger = async (
  ledger: readonly ConsentEvent[] | ExportedLedger,
  options: VerifyOptions = {},
): Promise<LedgerReport> => {
  const held = readHeads(own(options, 'head') ?? own(options, 'heads'));
  const platform = (own(options, 'platform') ?? defaultPlatform()) as Pick<Platform, 'sha256'>;
  const events = Array.isArray(ledger) ? ledger : own(ledger, 'events');
  const { chains, fault } = await linkEvents(events, platform.sha256);
  const enclosed = own(ledger, 'heads');
  const broken =
    fault ??
    findHeadFault(chains, held) ??
    (enclosed === undefined ? undefined : checkEnclosed(chains, enclosed));
  const writers = describe(chains, held);
  if (broken) return { result: 'broken', broken, writers };
  const covered = Object.values(writers).every((writer) => writer.covered === writer.sequence);
  return { result: covered && held.length > 0 ? 'authentic' : 'consistent', writers };
};

interface Linked {
  readonly chains: Map<string, string[]>;
  readonly fault: BrokenLink | undefined;
}

/** Hashes the events into chains, up to the first that does not belong where it stands. */
const linkEvents = async (events: unknown, sha256: Platform['sha256']): Promise<Linked> => {
  const chains = new Map<string, string[]>();
  if (!Array.isArray(events)) return { chains, fault: unreadable('A ledger is a list of events.') };
  for (const [index, event] of Array.from(events as readonly unknown[]).entries()) {
    if (!isConsentEvent(event))
      return { chains, fault: unreadable(`Entry ${index} is no event of this schema.`) };
    const hashes = chains.get(event.writer) ?? [];
    const fault = checkLink(event, hashes);
    if (fault) return { chains, fault };
    hashes.push(await hashRecord(event, sha256).catch(() => ''));
    chains.set(event.writer, hashes);
  }
  return { chains, fault: undefined };
};

const checkLink = (event: ConsentEvent, hashes: readonly string[]): BrokenLink | undefined => {
  const { writer, sequence, previous } = event;
  if (sequence !== hashes.length + 1) return misplaced(event, hashes.length);
  if (previous === (hashes[hashes.length - 1] ?? '')) return undefined;
  if (sequence === 1) {
    return brokenAt(writer, 1, 'ledger/missing', 'The first event names one before it, which is missing.');
  }
  const sentence = `Event ${sequence} was written after another event ${sequence - 1}.`;
  return brokenAt(writer, sequence - 1, 'ledger/changed', sentence);
};

const misplaced = ({ writer, sequence }: ConsentEvent, length: number): BrokenLink => {
  if (sequence === length)
    return brokenAt(writer, sequence, 'ledger/duplicate', `Event ${sequence} stands twice.`);
  return sequence < length
    ? brokenAt(writer, sequence, 'ledger/out-of-order', `Event ${sequence} stands after event ${length}.`)
    : brokenAt(
        writer,
        length + 1,
        'ledger/missing',
        `Event ${length + 1} is missing before event ${sequence}.`,
      );
};

const unreadable = (sentence: string): BrokenLink => brokenAt('', 0, 'ledger/unreadable', sentence);

const checkEnclosed = (chains: Chains, enclosed: unknown): BrokenLink | undefined => {
  try {
    const heads = readHeads(enclosed);
    return findHeadFault(chains, heads) ?? findSurplus(chains, heads);
  } catch {
    return unreadable('The heads the ledger carries are none.');
  }
};

const describe = (chains: Chains, held: readonly HeldHead[]): Readonly<Record<string, WriterReport>> => {
  const writers = Object.create(null) as Record<string, WriterReport>;
  for (const [writer, hashes] of chains) {
    const matching = held.filter((head) => head.writer === writer && hashes[head.sequence - 1] === head.hash);
    const covered = Math.max(0, ...matching.map((head) => head.sequence));
    writers[writer] = { sequence: hashes.length, hash: hashes[hashes.length - 1] ?? '', covered };
  }
  return writers;
};
