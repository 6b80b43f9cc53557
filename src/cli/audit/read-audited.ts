import { extname } from 'node:path';
import { readConfiguration, type AuditConfiguration } from '../../audit/index.js';
import { ConsentError } from '../../errors.js';
import { defaultPlatform } from '../../platform.js';
import { checkHash } from '../../policy/check-hash.js';
import type { Policy } from '../../policy/model.js';
import { readPolicy } from '../../policy/read-policy.js';
import type { AuditCommand } from '../command-line.js';
import { compileFile, lineOf } from '../compile.js';
import { Failure } from '../failure.js';
import { sourceBytes } from '../source-bytes.js';

/** The policy of a command: compiled where the file ends in `.json`, else a text, which is compiled. Rejects a `Failure`. */
export function readAudited(command: AuditCommand): Promise<Policy> {
  const compiled = extname(command.file).toLowerCase() === '.json';
  return named(command.file, () => (compiled ? readCompiled(command.file) : compileText(command)));
}

/** The configuration of a command; an empty one where none is given. Rejects a `Failure`. */
export function readDeclared(file: string | undefined): Promise<AuditConfiguration> {
  if (file === undefined) return Promise.resolve({});
  return named(file, async () => readConfiguration(await readJson(file)));
}

/** What is wrong, with the file, the code and the value it is about. */
async function named<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    const { code, message, value } = error;
    const shown =
      typeof value === 'string' || typeof value === 'number' ? ` (${String(value).slice(0, 100)})` : '';
    throw new Failure(`${file}: ${code} ${message}${shown}`);
  }
}

async function readJson(file: string): Promise<unknown> {
  const words = new TextDecoder().decode(await sourceBytes(file));
  try {
    return JSON.parse(words);
  } catch (error) {
    throw new Failure(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function readCompiled(file: string): Promise<Policy> {
  const policy = readPolicy(await readJson(file));
  await checkHash(policy, defaultPlatform().sha256);
  return policy;
}

async function compileText({ file, language, mediaType }: AuditCommand): Promise<Policy> {
  const policy = await compileFile({
    kind: 'compile',
    file,
    ...(language && { language }),
    ...(mediaType && { mediaType }),
  });
  const wrong = policy.diagnostics.filter(({ severity }) => severity === 'error');
  for (const diagnostic of wrong) process.stderr.write(lineOf(file, diagnostic));
  if (wrong.length > 0) throw new Failure(`${file} is not audited.`);
  return policy;
}
