import { ConsentError } from '../../errors.js';
import { verifyReceipt, type ReceiptKey } from '../../ledger/index.js';
import { own } from '../../own.js';
import { Failure } from '../failure.js';
import { readJsonFile } from '../read-policy-file.js';
import { sourceBytes } from '../source-bytes.js';
import type { CheckedReceipt } from './verified.js';

/** Checks every receipt in a file. One that does not hold is told, and does not keep the others from counting. */
export async function checkReceipts(files: {
  readonly receipts: string;
  readonly keys: string;
}): Promise<readonly CheckedReceipt[]> {
  const keys = await readJsonFile(files.keys, (json) => keysIn(json, files.keys));
  const texts = receiptsIn(new TextDecoder().decode(await sourceBytes(files.receipts)), files.receipts);
  return Promise.all(texts.map((text, index) => check(text, index + 1, keys)));
}

async function check(jws: unknown, number: number, keys: readonly ReceiptKey[]): Promise<CheckedReceipt> {
  try {
    const { kid, payload, heads } = await verifyReceipt(jws as string, { keys });
    const time = payload.iat === undefined ? undefined : timeOf(payload.iat);
    return { number, kid, ...(time !== undefined && { time }), heads };
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    return { number, heads: [], error: { code: error.code, sentence: error.message } };
  }
}

/** A time no calendar has is left out. */
function timeOf(seconds: number): string | undefined {
  const at = new Date(seconds * 1000);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** A JSON list (or one of `receipts`), or one a line. */
function receiptsIn(words: string, file: string): readonly unknown[] {
  const json = parsed(words);
  const list = Array.isArray(json) ? (json as readonly unknown[]) : own(json, 'receipts');
  const texts = Array.isArray(list) ? (list as readonly unknown[]) : linesOf(words);
  if (texts.length === 0) throw new Failure(`${file} holds no receipt.`);
  return texts;
}

const linesOf = (words: string): readonly string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function parsed(words: string): unknown {
  try {
    return JSON.parse(words);
  } catch {
    return undefined;
  }
}

/** A list of keys, or a JWK set whose keys say their `kid` and `alg`. */
function keysIn(json: unknown, file: string): readonly ReceiptKey[] {
  const set = own(json, 'keys');
  if (Array.isArray(set)) return set.map(fromJwk);
  if (Array.isArray(json)) return json as readonly ReceiptKey[];
  throw new Failure(`${file} holds no keys: neither a list of {kid, alg, publicKeyJwk} nor a JWK set.`);
}

const fromJwk = (jwk: unknown): ReceiptKey =>
  ({ kid: own(jwk, 'kid'), alg: own(jwk, 'alg'), publicKeyJwk: jwk }) as ReceiptKey;
