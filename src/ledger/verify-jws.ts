import { ConsentError } from '../errors.js';
import { hasMethods, isRecord, own } from '../own.js';
import { defaultSubtle } from '../platform.js';
import { readBase64url } from './base64url.js';
import { readPublicKey, type ReceiptKey, type SignatureAlgorithm } from './receipt-key.js';
import { parseStrictJson } from './strict-json.js';

/** What of the Web Cryptography API is used. */
export interface SubtleVerifier {
  importKey(
    format: 'jwk',
    key: object,
    algorithm: object,
    extractable: boolean,
    usages: readonly string[],
  ): Promise<unknown>;
  verify(algorithm: object, key: unknown, signature: Uint8Array, bytes: Uint8Array): Promise<boolean>;
}

export interface JwsOptions {
  /** The keys that may have signed. A header chooses among them by `kid`, and never brings one along. */
  readonly keys: readonly ReceiptKey[];
  /** Default: the platform's `crypto.subtle`. */
  readonly subtle?: SubtleVerifier;
}

/** A signed text whose signature holds. */
export interface VerifiedJws {
  readonly kid: string;
  readonly alg: SignatureAlgorithm;
  /** The payload as JSON, no key named twice. */
  readonly payload: unknown;
}

const algorithms: Readonly<Record<SignatureAlgorithm, readonly [key: object, signature: object]>> = {
  ES256: [
    { name: 'ECDSA', namedCurve: 'P-256' },
    { name: 'ECDSA', hash: 'SHA-256' },
  ],
  EdDSA: [{ name: 'Ed25519' }, { name: 'Ed25519' }],
};

/** Longer than any receipt: what is larger is not even parsed. */
const longest = 1_000_000;

/**
 * Checks the signature of a compact JWS (RFC 7515) whose payload is JSON. The algorithm is that of the key, whatever the
 * header says (RFC 8725, 3.1): `none`, an HMAC over a public key, another key's algorithm are refused, and so are a header
 * that names a parameter twice, a `crit` (no extension is understood here), base64url not written canonically, and anything
 * before or after. Rejects `receipt/malformed`, `receipt/invalid-key`, `receipt/unknown-key`, `receipt/wrong-algorithm`,
 * `receipt/wrong-signature`, and `receipt/unsupported` where the engine lacks the algorithm or the page is no secure context.
 */
export const verifyJws = async (jws: unknown, options: JwsOptions): Promise<VerifiedJws> => {
  const parts = splitJws(jws);
  const header = readHeader(parts.header);
  const { kid, alg, jwk } = chooseKey(header, own(options, 'keys'));
  const subtle = own(options, 'subtle') ?? defaultSubtle();
  if (!hasMethods(subtle, ['importKey', 'verify']))
    throw new ConsentError('receipt/unsupported', 'This page has no Web Cryptography to check it with.');
  const [keyAlgorithm, algorithm] = algorithms[alg];
  const verifier = subtle as unknown as SubtleVerifier;
  const key = await verifier
    .importKey('jwk', jwk, keyAlgorithm, false, ['verify'])
    .catch((cause: unknown) => {
      throw keyFault(alg, cause);
    });
  const holds = await verifier.verify(algorithm, key, parts.signature, parts.signed).catch(() => false);
  if (!holds) throw new ConsentError('receipt/wrong-signature', 'The signature is not that of the key.', kid);
  return { kid, alg, payload: readJson(parts.payload, 'payload') };
};

interface JwsParts {
  readonly header: Uint8Array;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
  /** What was signed. */
  readonly signed: Uint8Array;
}

const splitJws = (jws: unknown): JwsParts => {
  if (typeof jws !== 'string' || jws.length > longest)
    throw malformed('it is no text, or too long a one', undefined);
  const texts = jws.split('.');
  const bytes = texts.map(readBase64url);
  const [header, payload, signature] = bytes;
  if (texts.length !== 3 || !header?.length || !payload?.length || !signature?.length)
    throw malformed('it is not three parts of base64url, joined by points', undefined);
  const signed = new TextEncoder().encode(jws.slice(0, jws.lastIndexOf('.')));
  return { header, payload, signature, signed };
};

const readHeader = (bytes: Uint8Array): unknown => {
  const header = readJson(bytes, 'header');
  if (!isRecord(header) || Array.isArray(header)) throw malformed('its header is no object', undefined);
  // No extension is understood here, and RFC 7515 wants one that is not understood refused.
  for (const name of ['crit', 'b64'])
    if (own(header, name) !== undefined) throw malformed(`its header has ${name}`, name);
  return header;
};

const readJson = (bytes: Uint8Array, part: string): unknown => {
  try {
    return parseStrictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    throw malformed(`its ${part} is no JSON, or names a key twice`, part);
  }
};

const chooseKey = (header: unknown, keys: unknown): { kid: string; alg: SignatureAlgorithm; jwk: object } => {
  const list: readonly unknown[] = Array.isArray(keys) ? keys : [];
  const kid = own(header, 'kid');
  const named = list.filter((key) => own(key, 'kid') === kid);
  if (typeof kid !== 'string' || named.length !== 1)
    throw new ConsentError('receipt/unknown-key', 'None of the keys, or more than one, has its kid.', kid);
  const [key] = named;
  const read = readPublicKey(key);
  if (own(header, 'alg') !== read.alg) {
    const sentence = `The key ${kid} is for ${read.alg}; the header says another algorithm.`;
    throw new ConsentError('receipt/wrong-algorithm', sentence, own(header, 'alg'));
  }
  return { kid, ...read };
};

const keyFault = (alg: SignatureAlgorithm, cause: unknown): ConsentError =>
  (cause as Error | undefined)?.name === 'DataError'
    ? new ConsentError('receipt/invalid-key', `The key is none for ${alg}.`, undefined, cause)
    : new ConsentError('receipt/unsupported', `This engine cannot check ${alg}.`, alg, cause);

const malformed = (what: string, value: unknown): ConsentError =>
  new ConsentError('receipt/malformed', `The receipt cannot be read: ${what}.`, value);
