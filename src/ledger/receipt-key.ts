import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import { readBase64url } from './base64url.js';

/** ECDSA on P-256 with SHA-256, or Ed25519. */
export type SignatureAlgorithm = 'ES256' | 'EdDSA';

/** A key the server signs with, as its operator published it. One key, one algorithm. */
export interface ReceiptKey {
  readonly kid: string;
  readonly alg: SignatureAlgorithm;
  /** The public key as a JWK: `{kty: 'EC', crv: 'P-256', x, y}` or `{kty: 'OKP', crv: 'Ed25519', x}`. */
  readonly publicKeyJwk: object;
}

const shapes = {
  ES256: { kty: 'EC', crv: 'P-256', numbers: ['x', 'y'] },
  EdDSA: { kty: 'OKP', crv: 'Ed25519', numbers: ['x'] },
} as const;

/**
 * The key's algorithm, and its JWK with nothing but the public numbers. Throws `receipt/invalid-key` for an algorithm that is
 * not offered, a key of another type or curve, a number that is not 32 bytes, a private key, and one that was not meant to
 * check signatures with (`use`, `key_ops`, `alg`).
 */
export const readPublicKey = (key: unknown): { alg: SignatureAlgorithm; jwk: object } => {
  const alg = own(key, 'alg');
  const jwk = own(key, 'publicKeyJwk');
  if (alg !== 'ES256' && alg !== 'EdDSA') throw invalid('its alg must be ES256 or EdDSA', alg);
  const { kty, crv, numbers } = shapes[alg];
  if (own(jwk, 'kty') !== kty || own(jwk, 'crv') !== crv)
    throw invalid(`a key for ${alg} is ${kty} on ${crv}`, own(jwk, 'kty'));
  if (own(jwk, 'd') !== undefined) throw invalid('it is a private one', undefined);
  checkUse(jwk, alg);
  const read = numbers.map((name) => [name, readNumber(jwk, name)] as const);
  return { alg, jwk: { kty, crv, ...Object.fromEntries(read) } };
};

const checkUse = (jwk: unknown, alg: SignatureAlgorithm): void => {
  const operations = own(jwk, 'key_ops');
  if ((own(jwk, 'use') ?? 'sig') !== 'sig') throw invalid('its use is not sig', own(jwk, 'use'));
  if ((own(jwk, 'alg') ?? alg) !== alg) throw invalid('its JWK names another algorithm', own(jwk, 'alg'));
  if (operations !== undefined && !(Array.isArray(operations) && operations.includes('verify')))
    throw invalid('its key_ops do not include verify', operations);
};

const readNumber = (jwk: unknown, name: string): string => {
  const text = own(jwk, name);
  if (typeof text === 'string' && readBase64url(text)?.length === 32) return text;
  throw invalid(`its ${name} is not 32 bytes in base64url`, text);
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError('receipt/invalid-key', `The key cannot be used: ${what}.`, value);
