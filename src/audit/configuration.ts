import { ConsentError } from '../errors.js';
import { isRecord, own } from '../own.js';
import type { PermissionKind } from '../policy/model.js';

/** When the app asks for a permission: as it starts, or as the function that needs it is opened. */
export interface DeclaredPermission {
  readonly kind: PermissionKind;
  readonly when: 'launch' | 'function';
}

/** What has a separate consent in the app. */
export type SeparateMatter = 'face' | 'sensitive' | 'sharing' | 'cross-border';

/**
 * What the app declares about itself: what a text cannot show. Everything may be left out; what is left out is not judged. A
 * declaration is taken at its word: nothing here is checked against a running app.
 */
export interface AuditConfiguration {
  readonly permissions?: readonly DeclaredPermission[];
  /** Whether the policy is put before the person at the first start, before anything is collected. */
  readonly gate?: boolean;
  /** The words of the two answers there; `refuse` is empty where there is no such answer. */
  readonly answers?: { readonly agree: string; readonly refuse: string };
  /** Whether a box or switch of the consent starts ticked. */
  readonly preticked?: boolean;
  /** Taps from the main screen to the policy. */
  readonly policyTaps?: number;
  /** Whether the app has an entry to withdraw consent. */
  readonly withdrawal?: boolean;
  /** Whether the two lists (data collected, data shared) stand in a second-level menu. */
  readonly lists?: boolean;
  /** Languages the policy is shown in (BCP 47). */
  readonly languages?: readonly string[];
  /** What the app asks for on a screen of its own. */
  readonly separateConsents?: readonly SeparateMatter[];
}

type Check = (value: unknown) => boolean;

const isBoolean: Check = (value) => typeof value === 'boolean';
const isText: Check = (value) => typeof value === 'string';
const isOneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    values.includes(value as string);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const isPermission: Check = (value) =>
  isText(own(value, 'kind')) && isOneOf('launch', 'function')(own(value, 'when'));

const FIELDS: readonly (readonly [name: string, should: string, check: Check])[] = [
  ['permissions', 'a list of {kind, when: "launch" or "function"}', isListOf(isPermission)],
  ['gate', 'true or false', isBoolean],
  [
    'answers',
    'an object {agree, refuse} of texts',
    (value) => isText(own(value, 'agree')) && isText(own(value, 'refuse')),
  ],
  ['preticked', 'true or false', isBoolean],
  ['policyTaps', 'a whole number', (value) => Number.isInteger(value) && (value as number) >= 0],
  ['withdrawal', 'true or false', isBoolean],
  ['lists', 'true or false', isBoolean],
  ['languages', 'a list of language tags', isListOf(isText)],
  [
    'separateConsents',
    'a list of face, sensitive, sharing and cross-border',
    isListOf(isOneOf('face', 'sensitive', 'sharing', 'cross-border')),
  ],
];

/**
 * Reads a configuration from parsed JSON. Throws `audit/invalid-configuration` where a field is unknown (a misspelt one would
 * silently be left unjudged) or has another shape; the sentence says which and what would be right.
 */
export function readConfiguration(json: unknown): AuditConfiguration {
  if (!isRecord(json) || Array.isArray(json)) throw invalid('it should be an object', json);
  const names = FIELDS.map(([name]) => name);
  const unknown = Object.keys(json).find((key) => key !== '$schema' && !names.includes(key));
  if (unknown !== undefined)
    throw invalid(`there is no field ${unknown}; there are ${names.join(', ')}`, unknown);
  const read = Object.create(null) as Record<string, unknown>;
  for (const [name, should, check] of FIELDS) {
    const value = own(json, name);
    if (value === undefined) continue;
    if (!check(value)) throw invalid(`${name} should be ${should}`, value);
    read[name] = value;
  }
  return read;
}

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('audit/invalid-configuration', `The configuration cannot be used: ${what}.`, value);
