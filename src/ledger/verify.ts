import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { hashRecord } from '../hash.js';
import { own } from '../own.js';
import { defaultPlatform, type Platform } from '../platform.js';
import type { Head } from '../storage/port.js';
import { findUnasked } from './find-unasked.js';
import {
  findHeadFault,
  findSurplus,
  readHeads,
  type Chains,
  type HeldHead,
  type HeldHeads,
} from './held-heads.js';
import { entriesOf, isErased, readEntry, type LedgerEntry } from './ledger-entries.js';
import { brokenAt, type BrokenLink, type LedgerReport, type WriterReport } from './report.js';

/** A ledger as `export('json')` writes it, parsed. Its own heads are checked, and prove nothing to an outsider. */
export interface ExportedLedger {
  readonly events: readonly (ConsentEvent | ErasedEvent)[];
  /** What is left of erased events, where it does not stand among the events. */
  readonly erased?: readonly ErasedEvent[];
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
 *
 * An erased event stands in its chain by the hash it had: a changed place or hash is found, while the few words left of it are
 * a claim that no hash covers any more. Where no request to delete in the ledger names it in `erases`, that is a finding
 * (`ledger/erased-unasked`): the chain still holds, yet somebody may have hidden a refusal so.
 *
 * Never rejects for what the ledger holds; rejects `ledger/invalid-head` for a `head` that is none.
 */
export const verifyLedger = async (
  ledger: readonly (ConsentEvent | ErasedEvent)[] | ExportedLedger,
  options: VerifyOptions = {},
): Promise<LedgerReport> => {
  const held = readHeads(own(options, 'head') ?? own(options, 'heads'));
  const platform = (own(options, 'platform') ?? defaultPlatform()) as Pick<Platform, 'sha256'>;
  const { chains, entries, fault } = await linkEntries(entriesOf(ledger), platform.sha256);
  const enclosed = own(ledger, 'heads');
  const broken =
    fault ??
    findHeadFault(chains, held) ??
    (enclosed === undefined ? undefined : checkEnclosed(chains, enclosed));
  const writers = describe(chains, held);
  const erased = entries.filter(isErased).length;
  const found = { writers, erased, findings: fault ? [] : findUnasked(entries) };
  if (broken) return { result: 'broken', broken, ...found };
  const covered = Object.values(writers).every((writer) => writer.covered === writer.sequence);
  return { result: covered && held.length > 0 ? 'authentic' : 'consistent', ...found };
};

interface Linked {
  readonly chains: Map<string, string[]>;
  readonly entries: readonly LedgerEntry[];
  readonly fault: BrokenLink | undefined;
}

/** Hashes the entries into chains, up to the first that does not belong where it stands. */
const linkEntries = async (
  values: readonly unknown[] | undefined,
  sha256: Platform['sha256'],
): Promise<Linked> => {
  const chains = new Map<string, string[]>();
  const entries: LedgerEntry[] = [];
  const upTo = (fault: BrokenLink | undefined): Linked => ({ chains, entries, fault });
  if (!values) return upTo(unreadable('A ledger is a list of events.'));
  for (const [index, value] of values.entries()) {
    const entry = readEntry(value);
    if (!entry) return upTo(unreadable(`Entry ${index} is no event of this schema.`));
    const hashes = chains.get(entry.writer) ?? [];
    const fault = checkLink(entry, hashes);
    if (fault) return upTo(fault);
    hashes.push(await hashOf(entry, sha256));
    chains.set(entry.writer, hashes);
    entries.push(entry);
  }
  return upTo(undefined);
};

/** The hash the event has, or had. */
const hashOf = async (entry: LedgerEntry, sha256: Platform['sha256']): Promise<string> =>
  isErased(entry) ? entry.hash : hashRecord(entry, sha256).catch(() => '');

const checkLink = (entry: LedgerEntry, hashes: readonly string[]): BrokenLink | undefined => {
  const { writer, sequence, previous } = entry;
  if (sequence !== hashes.length + 1) return misplaced(entry, hashes.length);
  if (previous === (hashes[hashes.length - 1] ?? '')) return undefined;
  if (sequence === 1) {
    return brokenAt(writer, 1, 'ledger/missing', 'The first event names one before it, which is missing.');
  }
  const sentence = `Event ${sequence} was written after another event ${sequence - 1}.`;
  return brokenAt(writer, sequence - 1, 'ledger/changed', sentence);
};

const misplaced = ({ writer, sequence }: LedgerEntry, length: number): BrokenLink => {
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
