import { extname } from 'node:path';
import { ConsentError } from '../errors.js';
import { defaultPlatform } from '../platform.js';
import { checkHash } from '../policy/check-hash.js';
import type { Policy } from '../policy/model.js';
import { readPolicy } from '../policy/read-policy.js';
import type { TextOptions } from './command-line.js';
import { compileFile, lineOf } from './compile.js';
import { Failure } from './failure.js';
import { sourceBytes } from './source-bytes.js';

/**
 * The policy in a file: a compiled one where the file ends in `.json`, else a text, which is compiled. Rejects a `Failure` that names
 * the file, and the code and value of what is wrong with it; `undone` says what then is not done.
 */
export const readPolicyFile = (file: string, options: TextOptions, undone: string): Promise<Policy> =>
  naming(file, () =>
    extname(file).toLowerCase() === '.json' ? readCompiled(file) : compileText(file, options, undone),
  );

/** What a file of JSON holds, as `read` takes it. Rejects a `Failure` that names the file. */
export const readJsonFile = <Value>(file: string, read: (json: unknown) => Value): Promise<Value> =>
  naming(file, async () => read(parse(file, new TextDecoder().decode(await sourceBytes(file)))));

async function naming<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    throw new Failure(`${file}: ${error.code} ${error.message}${shownValue(error.value)}`);
  }
}

const shownValue = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? ` (${String(value).slice(0, 100)})` : '';

function parse(file: string, words: string): unknown {
  try {
    return JSON.parse(words);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function readCompiled(file: string): Promise<Policy> {
  const policy = await readJsonFile(file, readPolicy);
  await checkHash(policy, defaultPlatform().sha256);
  return policy;
}

async function compileText(
  file: string,
  { language, mediaType }: TextOptions,
  undone: string,
): Promise<Policy> {
  const policy = await compileFile({
    kind: 'compile',
    file,
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  });
  const wrong = policy.diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of wrong) process.stderr.write(lineOf(file, diagnostic));
  if (wrong.length > 0) throw new Failure(`${file} is not ${undone}.`);
  return policy;
}
