import { ConsentError } from '../errors.js';
import { hashPattern } from '../hash.js';
import { isRecord, own } from '../own.js';
import type { Head } from '../storage/port.js';
import { brokenAt, type BrokenLink } from './report.js';

/** One head somebody holds. */
export interface HeldHead extends Head {
  readonly writer: string;
}

/** One head, several, or a record from writer to head, as `heads()` and `export` give. */
export type HeldHeads = HeldHead | readonly HeldHead[] | Readonly<Record<string, Head>>;

/** The hashes of each writer's events, in order. */
export type Chains = ReadonlyMap<string, readonly string[]>;

/** The heads as a list. Throws `ledger/invalid-head`. */
export const readHeads = (given: unknown): readonly HeldHead[] => {
  if (given === undefined) return [];
  if (Array.isArray(given)) return given.map((head: unknown) => readHead(head, own(head, 'writer')));
  if (typeof own(given, 'hash') === 'string') return [readHead(given, own(given, 'writer'))];
  if (!isRecord(given)) throw invalidHead(given);
  return Object.keys(given).map((writer) => readHead(given[writer], writer));
};

const readHead = (head: unknown, writer: unknown): HeldHead => {
  const sequence = own(head, 'sequence');
  const hash = own(head, 'hash');
  const sound = typeof writer === 'string' && typeof hash === 'string' && hashPattern.test(hash);
  if (!sound || !Number.isSafeInteger(sequence) || (sequence as number) < 1) throw invalidHead(head);
  return { writer, sequence: sequence as number, hash };
};

const invalidHead = (value: unknown): ConsentError =>
  new ConsentError(
    'ledger/invalid-head',
    'A head is {writer, sequence, hash}, or {sequence, hash} under its writer.',
    value,
  );

/** Where the chains do not reach a head, or hold another event in its place. */
export const findHeadFault = (chains: Chains, heads: readonly HeldHead[]): BrokenLink | undefined => {
  for (const { writer, sequence, hash } of heads) {
    const hashes = chains.get(writer) ?? [];
    if (hashes.length < sequence) {
      const sentence = `The head held is event ${sequence}; the chain ends at ${hashes.length}.`;
      return brokenAt(writer, hashes.length + 1, 'ledger/cut', sentence);
    }
    if (hashes[sequence - 1] !== hash) {
      return brokenAt(
        writer,
        sequence,
        'ledger/not-the-head',
        `Event ${sequence} is not the one whose hash is held.`,
      );
    }
  }
  return undefined;
};

/** Where a chain goes on after its head, or has none: an exported ledger names the head of each of its chains. */
export const findSurplus = (chains: Chains, heads: readonly HeldHead[]): BrokenLink | undefined => {
  for (const [writer, hashes] of chains) {
    if (heads.some((head) => head.writer === writer && head.sequence === hashes.length)) continue;
    const sentence = `The ledger does not name event ${hashes.length} as the head of its chain.`;
    return brokenAt(writer, hashes.length, 'ledger/not-the-head', sentence);
  }
  return undefined;
};
