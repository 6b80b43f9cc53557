import { loneSurrogate } from './canonical.js';
import type { ConsentEvent, ErasedEvent, Subject } from './consent/model.js';
import { hashPattern } from './hash.js';
import { isRecord, own } from './own.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && !loneSurrogate.test(value);
const filled: Check = (value) => text(value) && value !== '';
const pattern =
  (expression: RegExp): Check =>
  (value) =>
    typeof value === 'string' && expression.test(value);
const token = pattern(/^[0-9a-f]{32}$/);
const hash = pattern(hashPattern);
/** One of a set that may grow, and that no state follows from. */
const word = pattern(/^[a-z-]+$/);
const words = (list: string): Check => pattern(new RegExp(`^(?:${list})$`));

/** A field that may be absent. */
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** True for a plain record with the keys of `fields` as its own and no other, each passing its check. */
const record =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) &&
    !Array.isArray(value) &&
    Object.keys(fields).every((key) => fields[key]?.(own(value, key))) &&
    Object.keys(value).every((key) => own(fields, key));

/** True for a plain record of texts: words that no state follows from may be more in a later version. */
const texts: Check = (value) =>
  isRecord(value) && !Array.isArray(value) && Object.keys(value).every((key) => text(value[key]));

const instant: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const kind = words('general|separate|permission|jump|guardian|on-behalf|switch|right');
const decision = words('granted|denied|dismissed|withdrawn|requested');
const policy = record({ id: filled, version: filled, language: text });
const previous: Check = (value) => value === '' || hash(value);
const sequence: Check = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && Array.from(value).every(check);

const subject = record({
  id: filled,
  actsFor: maybe(record({ kind: words('organisation|child|other-person'), reference: filled })),
  ageBand: maybe(words('under-14|14-17|adult|unknown')),
});

const checkEvent = record({
  schema: words('mingshi\\.event/1'),
  id: token,
  time: instant,
  subject,
  request: (value) => texts(value) && filled(own(value, 'id')) && kind(own(value, 'kind')),
  decision,
  act: word,
  policyHash: hash,
  noticeHash: (value) => value === '' || hash(value),
  policy,
  validity: words('standing|until|once'),
  until: maybe(instant),
  channel: maybe(word),
  guardian: maybe(texts),
  erases: maybe(list(pattern(/^[0-9a-f]{32}\/[1-9]\d*$/))),
  visibility: word,
  writer: token,
  sequence,
  previous,
  supersedes: list(token),
  platform: maybe(record({ verdict: word, certain: (value) => typeof value === 'boolean' })),
});

/**
 * True for a sound event of this schema: exactly its keys, each of its type, and a grant only with the notice it followed.
 * Everything else is left where it is and counted as unreadable, never read as an answer.
 */
export const isConsentEvent = (value: unknown): value is ConsentEvent =>
  checkEvent(value) &&
  (own(value, 'decision') !== 'granted' || own(value, 'noticeHash') !== '') &&
  (own(value, 'validity') !== 'until' || own(value, 'until') !== undefined);

/** True for who may answer: exactly the keys of a subject, each of its type. */
export const isSubject = (value: unknown): value is Subject => subject(value);

const erased = (): Check =>
  record({
    schema: words('mingshi\\.erased/1'),
    writer: token,
    sequence,
    previous,
    hash,
    time: instant,
    request: record({ id: filled, kind }),
    decision,
    policyHash: hash,
    policy,
  });

/** True for what is left of an erased event: exactly its keys, each of its type. */
export const isErasedEvent = (value: unknown): value is ErasedEvent => (checkErased ??= erased())(value);

let checkErased: Check | undefined;
