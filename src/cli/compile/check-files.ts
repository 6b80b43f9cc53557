import { extname, resolve } from 'node:path';
import { Failure } from '../failure.js';
import { readPolicyFile } from '../read-policy-file.js';
import type { CompileArguments } from './arguments.js';

/** Whether a file is named as a compiled policy. */
export const isCompiled = (file: string): boolean => extname(file).toLowerCase() === '.json';

/** Rejects a `Failure` where the output is the policy itself, where JSON is no policy, and where a compiled one is to be compiled again. */
export async function checkFiles(wanted: CompileArguments): Promise<void> {
  const { file, output, format, watch } = wanted;
  if (output !== undefined && output !== '-' && resolve(output) === resolve(file))
    throw new Failure(`${output} is the policy itself: name another file for the output.`);
  if (!isCompiled(file)) return;
  if (watch || format === 'json') {
    await checkCompiled(file);
    throw new Failure(
      `${file} is compiled already: compile its text, or ask for a summary with --format text.`,
    );
  }
  const lost = (['id', 'policyKind', 'policyVersion', 'language', 'mediaType'] as const).find(
    (name) => wanted[name],
  );
  if (!lost) return;
  await checkCompiled(file);
  throw new Failure(`${file} is compiled already: what it says of itself is not changed by options.`);
}

/** Rejects a `Failure` that says what is wrong with JSON that is no policy. */
async function checkCompiled(file: string): Promise<void> {
  try {
    await readPolicyFile(file, {}, 'compiled');
  } catch (error) {
    const wrong = `${file}: policy/invalid `;
    if (!(error instanceof Failure) || !error.message.startsWith(wrong)) throw error;
    throw new Failure(`${file} is no policy and no text: ${error.message.slice(file.length + 2)}`);
  }
}
