import { extname } from 'node:path';
import { defaultPlatform } from '../platform.js';
import { checkHash } from '../policy/check-hash.js';
import type { Policy } from '../policy/model.js';
import { readPolicy } from '../policy/read-policy.js';
import type { TextOptions } from './common-options.js';
import type { CompileArguments } from './compile/arguments.js';
import { compileFile } from './compile/compile-file.js';
import { lineOf } from './compile/line-of.js';
import { Failure } from './failure.js';
import { namingFile } from './naming-file.js';
import { sourceBytes } from './source-bytes.js';

/** How a text is compiled; a compiled policy is taken as it is. */
export type PolicyFileOptions = TextOptions & Pick<CompileArguments, 'id' | 'policyKind' | 'policyVersion'>;

/**
 * The policy in a file: a compiled one where the file ends in `.json`, else a text, which is compiled. Rejects a `Failure` that names
 * the file, and the code and value of what is wrong with it; `undone` says what then is not done.
 */
export const readPolicyFile = (file: string, options: PolicyFileOptions, undone: string): Promise<Policy> =>
  namingFile(file, () =>
    extname(file).toLowerCase() === '.json' ? readCompiled(file) : compileText(file, options, undone),
  );

/** What a file of JSON holds, as `read` takes it. Rejects a `Failure` that names the file. */
export const readJsonFile = <Value>(file: string, read: (json: unknown) => Value): Promise<Value> =>
  namingFile(file, async () => read(parse(file, new TextDecoder().decode(await sourceBytes(file)))));

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

async function compileText(file: string, options: TextOptions, undone: string): Promise<Policy> {
  const { policy } = await compileFile({ file, ...options });
  const wrong = policy.diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of wrong) process.stderr.write(lineOf(file, diagnostic));
  if (wrong.length > 0) throw new Failure(`${file} is not ${undone}.`);
  return policy;
}
