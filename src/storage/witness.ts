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

/** Tells the witness of records that were just stored, one after the other. Never rejects. */
export const addToWitness = (witness: Witness, added: readonly ConsentEvent[]): Promise<void> =>
  (told = told.then(() => add(witness, added)));

const add = async (witness: Witness, added: readonly ConsentEvent[]): Promise<void> => {
  const last = added[added.length - 1];
  if (last) write(witness, await claimOf(last, () => (readClaim(said(witness))?.count ?? 0) + added.length));
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
  if (claim && !(isKnown && claim.count <= stored.length)) {
    await learn(witness, stored);
    return lossOf(claim, stored.length, isKnown);
  }
  // Another tab may have written meanwhile.
  if (stored.length > (readClaim(said(witness))?.count ?? 0)) await learn(witness, stored);
  return undefined;
};

const lossOf = ({ count, place }: Claim, found: number, isKnown: boolean): ConsentError => {
  const value = { expected: count, found, missing: Math.max(0, count - found), ...(!isKnown && { place }) };
  return new ConsentError('storage/reset', 'The storage lost records that it had kept.', value);
};

const learn = async (witness: Witness, stored: readonly unknown[]): Promise<void> => {
  const last = stored[stored.length - 1];
  write(witness, last === undefined ? undefined : await claimOf(last, () => stored.length));
};

/** The count is taken when the hash is there: what was counted meanwhile is not lost. */
const claimOf = async (record: unknown, count: () => number): Promise<Claim> => {
  const hash = await hashOf(record);
  return { count: count(), place: placeOf(record as Place), hash };
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
