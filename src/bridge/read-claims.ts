import { isRecord, own } from '../own.js';
import type { HostClaim } from './port.js';

/** What is said of more requests than this is not read. */
const maxClaims = 100;

/** The longest each text of a claim may be, in UTF-16 units. */
const lengths: Readonly<Record<keyof HostClaim, number>> = {
  request: 200,
  decision: 9,
  version: 100,
  time: 40,
  evidence: 1000,
};

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/**
 * The claims in what a host brought: an array of at most 100, each a plain record with exactly the keys of `HostClaim`, own
 * ones, filled texts. Everything else is left out, and read as no answer at all. Whether the native side said it is for the
 * host to know (origin, nonce): this looks at the shape alone.
 */
export const readClaims = (value: unknown): readonly HostClaim[] =>
  Array.isArray(value) && value.length <= maxClaims ? Array.from(value).filter(isClaim).map(copy) : [];

const keys = Object.keys(lengths) as readonly (keyof HostClaim)[];

const isClaim = (value: unknown): value is HostClaim =>
  isRecord(value) &&
  !Array.isArray(value) &&
  Object.keys(value).length === keys.length &&
  keys.every((key) => isText(own(value, key), lengths[key])) &&
  /^(?:granted|denied|withdrawn)$/.test(value.decision as string) &&
  isoTime.test(value.time as string) &&
  !Number.isNaN(Date.parse(value.time as string));

const isText = (value: unknown, longest: number): boolean =>
  typeof value === 'string' && value !== '' && value.length <= longest;

/** What the host does to its own object later changes nothing here. */
const copy = ({ request, decision, version, time, evidence }: HostClaim): HostClaim => ({
  request,
  decision,
  version,
  time,
  evidence,
});
