import type { ConsentEvent } from './consent/model.js';
import { hashPattern } from './hash.js';
import { isRecord, own } from './own.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const filled: Check = (value) => typeof value === 'string' && value !== '';
const pattern =
  (expression: RegExp): Check =>
  (value) =>
    typeof value === 'string' && expression.test(value);
const token = pattern(/^[0-9a-f]{32}$/);
const hash = pattern(hashPattern);
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

const checkEvent = record({
  schema: words('mingshi\\.event/1'),
  id: token,
  time: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  subject: record({ id: filled }),
  request: record({
    id: filled,
    kind: words('general|separate|permission|jump|guardian|on-behalf'),
    purpose: maybe(text),
    scene: maybe(text),
    data: maybe(text),
    refusal: maybe(text),
    recipient: maybe(text),
  }),
  decision: words('granted|denied|dismissed|withdrawn'),
  act: words('pointer|keyboard|assistive|host'),
  policyHash: hash,
  noticeHash: (value) => value === '' || hash(value),
  policy: record({ id: filled, version: filled, language: text }),
  validity: words('standing|once'),
  visibility: words('verified|unverified'),
  writer: token,
  sequence: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  previous: (value) => value === '' || hash(value),
  supersedes: (value) => Array.isArray(value) && Array.from(value).every(token),
  platform: maybe(record({ verdict: pattern(/^[a-z-]+$/), certain: (value) => typeof value === 'boolean' })),
});

/**
 * True for a sound event of this schema: exactly its keys, each of its type, and a grant only with the notice it followed.
 * Everything else is left where it is and counted as unreadable, never read as an answer.
 */
export const isConsentEvent = (value: unknown): value is ConsentEvent =>
  checkEvent(value) && (own(value, 'decision') !== 'granted' || own(value, 'noticeHash') !== '');
