import { canonicalJson } from './canonical.js';
import type { ConsentEvent, ErasedEvent } from './consent/model.js';
import type { Imported } from './engine-contract.js';
import type { Inside } from './engine-inside.js';
import { ConsentError } from './errors.js';
import { isConsentEvent } from './event-shape.js';
import { verifyLedger } from './ledger/verify.js';
import { comparePlaces, placeOf } from './place.js';

/** Takes in events of another device or a server: see `ConsentEngine.import`. `erased` is what is left of events here. */
export const importEvents = async (
  inside: Inside,
  given: unknown,
  erased: readonly ErasedEvent[],
): Promise<Imported> => {
  const { book, asking, held, add, checkAlive } = inside;
  const events = readEvents(given);
  const known = new Map(book.events.map((event) => [placeOf(event), event]));
  const gone = new Set(erased.map(placeOf));
  const others = events.filter((event) => !gone.has(placeOf(event)));
  const fresh = others.filter((event) => isNew(event, known.get(placeOf(event))));
  await checkChains([...known.values(), ...fresh], erased, inside);
  const { keeper } = await asking();
  checkAlive();
  if (fresh.length === 0) return { count: 0, durability: 'memory' };
  const kept = keeper.keep(...fresh);
  add(fresh, 'memory');
  held([], 'memory');
  return { count: fresh.length, durability: await kept };
};

/** A copy of each, once. */
const readEvents = (given: unknown): readonly ConsentEvent[] => {
  const entries = Array.isArray(given) ? Array.from(given as readonly unknown[]) : [];
  const events = entries.filter(isConsentEvent);
  if (!Array.isArray(given) || events.length < entries.length) {
    const unsound = entries.find((entry) => !isConsentEvent(entry));
    throw new ConsentError('import/invalid', 'This is no list of events of this schema.', unsound);
  }
  const copies = events.map((event) => JSON.parse(canonicalJson(event)) as ConsentEvent);
  const byPlace = new Map<string, ConsentEvent>();
  for (const event of copies)
    if (isNew(event, byPlace.get(placeOf(event)))) byPlace.set(placeOf(event), event);
  return [...byPlace.values()];
};

/** Throws where another event is known in its place. */
const isNew = (event: ConsentEvent, known: ConsentEvent | undefined): boolean => {
  if (!known) return true;
  if (canonicalJson(known) === canonicalJson(event)) return false;
  throw broken('Another event is known in its place.', placeOf(event));
};

/** Throws where what is known and what came do not make whole chains. */
const checkChains = async (
  all: readonly ConsentEvent[],
  erased: readonly ErasedEvent[],
  { parts }: Inside,
): Promise<void> => {
  const events = [...all].sort(comparePlaces);
  const report = await verifyLedger({ events, erased, heads: undefined } as never, {
    platform: parts.platform,
  });
  if (report.broken) throw broken(report.broken.sentence, report.broken);
};

const broken = (sentence: string, value: unknown): ConsentError =>
  new ConsentError('import/broken-chain', `Nothing was taken in. ${sentence}`, value);
