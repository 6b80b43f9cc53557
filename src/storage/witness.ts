import { attempt } from '../attempt.js';
import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { hashRecord } from '../hash.js';
import { own } from '../own.js';
import { placeOf, type Place } from '../place.js';
import { defaultPlatform } from '../platform.js';

/** Uses the place where the witness stands; undefined where there is none, or it fails. */
export type WitnessStand = <T>(use: (area: Storage) => T) => T | undefined;

/** The line a witness keeps there. */
export interface Witness {
  readonly key: string;
  readonly stand: WitnessStand;
}

/** What a witness says: how many records there were, and the place and hash of one of the last. */
interface Claim {
  readonly count: number;
  readonly place: string;
  readonly hash: unknown;
}

let told: Promise<void> = Promise.resolve();

/**
 * Tells the witness, one after the other, of a record just stored, and how many there surely are with it. Never rejects.
 */
export const addToWitness = (witness: Witness, count: number, last: ConsentEvent): Promise<void> =>
  (told = told.then(() => raise(witness, count, last)));

/** Never to fewer: another tab may have written meanwhile. */
const raise = async (witness: Witness, count: number, last: unknown): Promise<void> => {
  const hash = await hashOf(last);
  const known = readClaim(said(witness))?.count ?? 0;
  write(witness, { count: Math.max(known, count), place: placeOf(last as Place), hash });
};

/**
 * Compares what the witness said before a reading with everything that was read. Resolves with `storage/reset` where records
 * are missing, or another one stands in the place of the one it knew; from then on it goes by what is there.
 */
export const askWitness = async (
  witness: Witness,
  before: string,
  stored: readonly unknown[],
): Promise<ConsentError | undefined> => {
  const claim = readClaim(before);
  const known = stored.find((record) => placeOf(record as Place) === claim?.place);
  const isKnown = known !== undefined && (await hashOf(known)) === claim?.hash;
  const last = stored[stored.length - 1];
  if (claim && !(isKnown && claim.count <= stored.length)) {
    // Another reading told of it already; where another tab wrote, the next one will.
    if (said(witness) !== before) return undefined;
    write(witness, undefined);
    if (last !== undefined) await raise(witness, stored.length, last);
    return lossOf(claim, stored.length, isKnown);
  }
  if (stored.length > (readClaim(said(witness))?.count ?? 0)) await raise(witness, stored.length, last);
  return undefined;
};

const lossOf = ({ count, place }: Claim, found: number, isKnown: boolean): ConsentError => {
  const value = { expected: count, found, missing: Math.max(0, count - found), ...(!isKnown && { place }) };
  return new ConsentError('storage/reset', 'The storage lost records that it had kept.', value);
};

/** What is left of an erased event has the event's. Anything that has none is like no other. */
const hashOf = (record: unknown): Promise<unknown> =>
  attempt(() => own(record, 'hash') ?? hashRecord(record, defaultPlatform().sha256)).catch(() => '-');

const readClaim = (text: string): Claim | undefined => {
  const [, count, place = '', hash] = /^(\d+) (\S+) (\S+)$/.exec(text) ?? [];
  return count === undefined ? undefined : { count: Number(count), place, hash };
};

const said = ({ key, stand }: Witness): string => stand((area) => area.getItem(key)) ?? '';

const write = ({ key, stand }: Witness, claim: Claim | undefined): void =>
  stand((area) =>
    claim ? area.setItem(key, `${claim.count} ${claim.place} ${String(claim.hash)}`) : area.removeItem(key),
  );
