import type { Words } from './consent/desk.js';
import { day } from './consent/status.js';
import { isAsDurable } from './durability.js';
import { ERASED_SCHEMA, type ConsentEvent, type ConsentRequest, type ErasedEvent } from './consent/model.js';
import { localSubjectId } from './consent/subject.js';
import type { Inside } from './engine-inside.js';
import { ConsentError } from './errors.js';
import { hashRecord } from './hash.js';
import { isoTime } from './iso-time.js';
import { own } from './own.js';
import { placeOf } from './place.js';
import type { Platform } from './platform.js';
import { randomToken } from './random-token.js';

/** Forgets a person: see `ConsentEngine.forget`. */
export const forget = async (
  inside: Inside,
  subject: unknown,
  options: unknown,
): Promise<ConsentEvent | undefined> => {
  const { book, asking, parts, checkAlive, tellOf } = inside;
  const until = readUntil(own(options, 'keepProofUntil'));
  if (typeof subject !== 'string' || subject === '') {
    throw new ConsentError('engine/invalid-subject', 'Name the subject to forget by its id.', subject);
  }
  if (!parts.storage.erase) throw cannotErase();
  const { desk } = await asking();
  await desk.settled;
  checkAlive();
  // Every local id of a device stands for one person.
  const ids = book.ids.has(subject) ? book.ids : new Set([subject]);
  const events = book.counting.filter(
    (event) => ids.has(event.subject.id) && own(event, 'erases') === undefined,
  );
  const last = events[events.length - 1];
  if (!last) return undefined;
  const subjectOfErasure = { id: localSubjectId(randomToken(parts.platform.random)) };
  const words = { ...erasure(events), subject: subjectOfErasure, ...(until !== undefined && { until }) };
  const { event, saved } = desk.record({ ...last.policy, hash: last.policyHash }, words);
  desk.renew();
  tellOf(events.map(({ request }) => request.id));
  await saved;
  if (until === undefined || until < isoTime(parts.platform.now())) await eraseAll(inside, event);
  return event;
};

/** What the record of an erasure says. */
const erasure = (events: readonly ConsentEvent[]): Omit<Words, 'subject'> => ({
  request: { id: 'right:delete', kind: 'right' },
  decision: 'requested',
  act: 'host',
  visibility: 'unverified',
  noticeHash: '',
  validity: 'standing',
  supersedes: [],
  erases: events.map(placeOf),
});

/**
 * Erases the events of those who were forgotten, where it is kept that they are, and no proof is wanted any more. Rejects as the
 * storage does.
 */
export const eraseDue = async (inside: Inside): Promise<void> => {
  const { book, asking, parts } = inside;
  const due = findDue(inside);
  if (due.length === 0) return;
  if (!parts.storage.erase) throw cannotErase();
  const { keeper } = await asking();
  await keeper.erase(await Promise.all(due.map((event) => leftOf(event, parts.platform.sha256))));
  book.drop(due.map(placeOf));
};

const eraseAll = async (inside: Inside, { erases = [] }: ConsentEvent): Promise<void> => {
  await eraseDue(inside);
  if (!erases.some((place) => inside.book.known(place))) return;
  const sentence = 'That somebody is forgotten could not be kept yet; nothing was erased.';
  throw new ConsentError('storage/not-durable', sentence);
};

const findDue = ({ book, parts }: Inside): readonly ConsentEvent[] => {
  const now = isoTime(parts.platform.now());
  const { durability } = parts.storage.capabilities;
  const isKept = (event: ConsentEvent): boolean =>
    isAsDurable(book.known(placeOf(event))?.durability ?? 'memory', durability);
  return book.events
    .filter(({ request, until = '' }) => request.kind === 'right' && until < now)
    .filter(({ erases }) => erases !== undefined)
    .filter(isKept)
    .flatMap(({ erases = [] }) => erases)
    .flatMap((place) => book.known(place)?.event ?? []);
};

const leftOf = async (event: ConsentEvent, sha256: Platform['sha256']): Promise<ErasedEvent> => {
  const { writer, sequence, previous, time, request, decision, policyHash, policy } = event;
  return {
    schema: ERASED_SCHEMA,
    writer,
    sequence,
    previous,
    hash: await hashRecord(event, sha256),
    time,
    request: { id: anonymousId(request), kind: request.kind },
    decision,
    policyHash,
    policy,
  };
};

/** Where somebody went, whom they called, and for whom they decided, says who they are: only its kind is left. */
const anonymousId = ({ id, kind }: ConsentRequest): string => {
  if (kind === 'jump') return id.split(':').slice(0, 2).join(':');
  return kind === 'on-behalf' ? (id.split(':')[0] ?? kind) : id;
};

/** The end of the day, in UTC, where a day is given. */
const readUntil = (value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) {
    const sentence = 'keepProofUntil is a day (YYYY-MM-DD), or a time in ISO 8601.';
    throw new ConsentError('engine/invalid-day', sentence, value);
  }
  return isoTime(/^\d{4}-\d\d-\d\d$/.test(value as string) ? time + day : time);
};

const cannotErase = (): ConsentError =>
  new ConsentError('storage/cannot-erase', 'This storage cannot erase; nothing was changed.');
