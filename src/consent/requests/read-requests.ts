import { isRecord, own } from '../../own.js';
import type { Declared } from '../declared.js';
import type { Profile } from '../profile.js';
import type { DeclaredAsk } from './declared-ask.js';
import { invalidRequest } from './invalid-request.js';
import type { AskedRequest } from './model.js';
import { plainCopy } from './plain-copy.js';
import { readSeparate } from './read-separate.js';
import { readValidity } from './read-validity.js';
import { fieldsOf, optionalTexts, requestKinds, requiredTexts } from './request-fields.js';
import { requireText } from './require-text.js';

type Entry = Readonly<Record<string, unknown>>;

/** What requests are declared under. */
export interface RequestGround {
  readonly policies: ReadonlyMap<string, Declared>;
  readonly profile: Profile;
}

/**
 * Reads `requests`: own properties only, checked against the profile, copied and frozen. Throws `request/…` with the request's
 * id, the field and the article: `invalid`, `unknown-kind`, `unknown-field` (what the model does not have cannot be said: a
 * bundle least of all), `missing-field`, `several-bases`, `several-purposes`, `unknown-basis`, `unknown-policy`,
 * `duplicate-id`, `invalid-validity`, `guardian-once`, `switched-on`.
 */
export const readRequests = (value: unknown, ground: RequestGround): ReadonlyMap<string, DeclaredAsk> => {
  if (!Array.isArray(value)) throw invalidRequest('invalid', undefined, 'requests must be a list', value);
  const asks = new Map<string, DeclaredAsk>();
  for (const entry of Array.from(value as readonly unknown[])) {
    const ask = readOne(entry, ground);
    if (asks.has(ask.id) || ground.policies.has(ask.id)) {
      throw invalidRequest('duplicate-id', ask.id, 'its id is taken', ask.id);
    }
    asks.set(ask.id, ask);
  }
  return asks;
};

const readOne = (given: unknown, ground: RequestGround): DeclaredAsk => {
  const { entry, id } = readEntry(given, ground.profile);
  const policy = findPolicy(entry, id, ground);
  const rule = readRule(entry, id, policy);
  const validity = readValidity(entry, id, ground.profile);
  if (entry.kind === 'separate') readSeparate(entry, id, ground.profile);
  if (entry.kind === 'on-behalf') checkOnBehalf(entry, id);
  if (entry.kind === 'switch') checkSwitch(entry, id, ground.profile);
  checkTexts(entry, id, ground.profile);
  const { version, material } = rule;
  const defaults = { policy: policy.id, version, material, ...(entry.kind !== 'switch' && { validity }) };
  const asked: unknown = Object.freeze(Object.assign(Object.create(null) as object, entry, defaults));
  return { id, asked: asked as AskedRequest, policy, rule, validity };
};

const readEntry = (given: unknown, profile: Profile): { readonly entry: Entry; readonly id: string } => {
  const id = own(given, 'id');
  if (!isRecord(given)) throw invalidRequest('invalid', id, 'it must be an object', given);
  if (typeof id !== 'string' || !/^[\w.-]+$/.test(id)) {
    throw invalidRequest('invalid', id, 'its id must be letters, digits, ".", "-" or "_"', id);
  }
  checkFields(given, id, profile);
  return { entry: plainCopy(given, id), id };
};

const checkFields = (entry: Entry, id: string, profile: Profile): void => {
  const kind = own(entry, 'kind');
  if (typeof kind !== 'string' || !requestKinds.includes(kind)) {
    throw invalidRequest('unknown-kind', id, `its kind must be one of ${requestKinds.join(', ')}`, kind);
  }
  checkSingle(entry, id, profile);
  const unknown = Object.keys(entry).find((key) => !fieldsOf(kind).includes(key));
  if (unknown !== undefined)
    throw invalidRequest('unknown-field', id, `there is no field ${unknown}`, unknown);
  for (const { key, article } of requiredTexts(kind, profile)) requireText(entry, id, key, article);
};

const checkTexts = (entry: Entry, id: string, { notice }: Profile): void => {
  for (const key of optionalTexts) {
    if (own(entry, key) !== undefined) requireText(entry, id, key, notice);
  }
};

/** One basis, one purpose (R-C7): lists of them are the mistake to be named, not merely another type. */
const checkSingle = (entry: Entry, id: string, { separate, notice }: Profile): void => {
  const basis = own(entry, 'basis');
  const purpose = own(entry, 'purpose');
  if (Array.isArray(basis)) {
    const articles = Object.values(separate).map(({ article }) => article);
    const what = `each basis is asked for on its own (${articles.join('; ')})`;
    throw invalidRequest('several-bases', id, what, basis);
  }
  if (Array.isArray(purpose)) {
    throw invalidRequest('several-purposes', id, `each purpose is asked for on its own (${notice})`, purpose);
  }
};

const findPolicy = (entry: Entry, id: string, { policies }: RequestGround): Declared => {
  const wanted = entry.policy;
  const policy = wanted === undefined ? [...policies.values()][0] : policies.get(wanted as string);
  if (policy) return policy;
  throw invalidRequest('unknown-policy', id, 'no declared policy has the id it names', wanted);
};

/** A version of its own says nothing of the policy's day: only with the policy's version does that day count. */
const readRule = (entry: Entry, id: string, policy: Declared): Declared => {
  const version = entry.version as string | undefined;
  const material = entry.material ?? (version === undefined ? policy.material : true);
  if (typeof material !== 'boolean') {
    throw invalidRequest('invalid', id, 'material must be true or false', material);
  }
  if (version === undefined || version === policy.version) return { ...policy, material };
  return { ...policy, version, material, effective: undefined };
};

const checkOnBehalf = ({ actsFor }: Entry, id: string): void => {
  if (actsFor === 'other-person' || actsFor === 'organisation') return;
  throw invalidRequest('missing-field', id, 'actsFor must be other-person or organisation', actsFor);
};

const checkSwitch = ({ initial }: Entry, id: string, { switches }: Profile): void => {
  if (initial !== 'on' && initial !== 'off') {
    throw invalidRequest('missing-field', id, `initial must be on or off (${switches.article})`, initial);
  }
  if (initial === 'on' && switches.initial === 'off') {
    const what = `it is off until the person turns it on (${switches.article})`;
    throw invalidRequest('switched-on', id, what, initial);
  }
};
