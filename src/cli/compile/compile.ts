import type { Policy } from '../../policy/model.js';
import { painterFor, unpainted } from '../people/colours.js';
import { readPolicyFile } from '../read-policy-file.js';
import { writeOutput } from '../write-output.js';
import type { CompileArguments } from './arguments.js';
import { checkFiles, isCompiled } from './check-files.js';
import { compileFile } from './compile-file.js';
import { diagnosticLines } from './diagnostics.js';
import { render } from './render.js';
import { watch } from './watch.js';

/** `mingshi compile`: writes the policy or its summary, tells the diagnostics, and gives the exit code. */
export async function compile(wanted: CompileArguments): Promise<number> {
  await checkFiles(wanted);
  if (wanted.watch) return watch(wanted);
  if (isCompiled(wanted.file)) return write(await readPolicyFile(wanted.file, {}, 'summarised'), wanted);
  const compiled = await compileFile(wanted);
  const { diagnostics } = compiled.policy;
  process.stderr.write(diagnosticLines(wanted.file, compiled, diagnostics, painterFor(process.stderr)));
  if (diagnostics.some(({ severity }) => severity === 'error')) return nothingWritten(wanted);
  return write(compiled.policy, wanted);
}

async function write(policy: Policy, { format, output }: CompileArguments): Promise<number> {
  const toTerminal = output === undefined || output === '-';
  await writeOutput(render(policy, format, toTerminal ? painterFor(process.stdout) : unpainted), output);
  return 0;
}

/** What is no policy must not be put in front of anybody. */
function nothingWritten({ file }: CompileArguments): number {
  process.stderr.write(`mingshi: ${file} was not compiled; nothing was written.\n`);
  return 1;
}
