import { extname } from 'node:path';
import { ConsentError } from '../../errors.js';
import { defaultPlatform } from '../../platform.js';
import { checkHash } from '../../policy/check-hash.js';
import type { Policy } from '../../policy/model.js';
import { readPolicy } from '../../policy/read-policy.js';
import type { DiffCommand } from '../command-line.js';
import { compileFile, lineOf } from '../compile.js';
import { Failure } from '../failure.js';
import { sourceBytes } from '../source-bytes.js';

/**
 * One of the two versions: a compiled policy where the file ends in `.json`, else a text, which is compiled. Rejects a `Failure` that
 * names the file, and the code and value of what is wrong with it.
 */
export async function readVersion(file: string, command: DiffCommand): Promise<Policy> {
  try {
    return await (extname(file).toLowerCase() === '.json' ? readCompiled(file) : compileText(file, command));
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    throw new Failure(`${file}: ${error.code} ${error.message}${shownValue(error.value)}`);
  }
}

const shownValue = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? ` (${String(value).slice(0, 100)})` : '';

async function readCompiled(file: string): Promise<Policy> {
  const words = new TextDecoder().decode(await sourceBytes(file));
  const policy = readPolicy(parse(file, words));
  await checkHash(policy, defaultPlatform().sha256);
  return policy;
}

function parse(file: string, words: string): unknown {
  try {
    return JSON.parse(words);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function compileText(file: string, { language, mediaType }: DiffCommand): Promise<Policy> {
  const policy = await compileFile({
    kind: 'compile',
    file,
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  });
  const wrong = policy.diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of wrong) process.stderr.write(lineOf(file, diagnostic));
  if (wrong.length > 0) throw new Failure(`${file} is not compared.`);
  return policy;
}
