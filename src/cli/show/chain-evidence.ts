import { hashRecord } from '../../hash.js';
import { verifyLedger, type LedgerReport } from '../../ledger/index.js';
import { isErased, type LedgerEntry } from '../../ledger/ledger-entries.js';
import { own } from '../../own.js';
import { defaultPlatform } from '../../platform.js';
import type { FoundEvent } from './found-event.js';

/** Whether a link holds; `absent` where the file does not hold the other end of it. */
export type Link = 'fits' | 'differs' | 'absent';

/** What the file itself proves of an event's place. */
export interface ChainEvidence {
  /** SHA-256 of the event's canonical bytes. */
  readonly hash: string;
  /** Whether it names the hash of the event before it; `first` begins the chain of its writer. */
  readonly previous: Link | 'first';
  /** Whether the event after it names its hash: then it was not changed since that one was written. */
  readonly next: Link;
  /** Whether the head an exported ledger names is this event's hash, where it is its writer's last. */
  readonly head: Link;
  /** The whole ledger, where the file is an exported one. */
  readonly ledger?: LedgerReport;
}

/** Checks the links of an event with those around it in the file. */
export async function chainEvidence({ event, events, erased, exported }: FoundEvent): Promise<ChainEvidence> {
  const { writer, sequence, previous } = event;
  const hash = await hashOf(event);
  const at = (place: number): LedgerEntry | undefined =>
    [...events, ...erased].find((one) => one.writer === writer && one.sequence === place);
  const [before, after] = [at(sequence - 1), at(sequence + 1)];
  const head =
    own(own(exported?.heads, writer), 'sequence') === sequence
      ? own(own(exported?.heads, writer), 'hash')
      : undefined;
  return {
    hash,
    previous: sequence === 1 ? firstLink(previous) : linkOf(before && (await hashOf(before)), previous),
    next: linkOf(after?.previous, hash),
    head: linkOf(head, hash),
    ...(exported && { ledger: await verifyLedger(exported) }),
  };
}

/** An erased record still names the hash it had. */
const hashOf = async (entry: LedgerEntry): Promise<string> =>
  isErased(entry) ? entry.hash : hashRecord(entry, defaultPlatform().sha256);

const firstLink = (previous: string): Link | 'first' => (previous === '' ? 'first' : 'absent');

const linkOf = (named: unknown, hash: string): Link =>
  named === undefined ? 'absent' : named === hash ? 'fits' : 'differs';
