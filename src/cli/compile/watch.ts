import type { Diagnostic, Policy } from '../../policy/model.js';
import { Failure } from '../failure.js';
import { painterFor, unpainted } from '../people/colours.js';
import { writeOutput } from '../write-output.js';
import type { CompileArguments } from './arguments.js';
import { compileFile, type CompiledFile } from './compile-file.js';
import { diagnosticLines } from './diagnostics.js';
import { FileChanges } from './file-changes.js';
import { render } from './render.js';
import { changeWords } from './run-line.js';

/**
 * Compiles a file now and after each of its changes, and tells each run in one line on standard error. What goes wrong is told, and the
 * output keeps what it had. Settles with 0 on Ctrl-C, or when the process is asked to end.
 */
export async function watch(wanted: CompileArguments): Promise<number> {
  const changes = new FileChanges(wanted.file);
  const stop = (): void => changes.end();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  process.stderr.write(`mingshi: watching ${wanted.file}; Ctrl-C ends.\n`);
  let last: Policy | undefined;
  while (await changes.next()) last = (await run(wanted, last)) ?? last;
  return 0;
}

/** One run: the policy, or nothing where there is none. */
async function run(wanted: CompileArguments, last: Policy | undefined): Promise<Policy | undefined> {
  const began = Date.now();
  const tell = (words: string): boolean => process.stderr.write(`${clockTime(began)} ${words}\n`);
  try {
    const compiled = await compileFile(wanted);
    const { policy } = compiled;
    tellDiagnostics(wanted.file, compiled, last);
    if (policy.diagnostics.some(({ severity }) => severity === 'error')) {
      tell(`${wanted.file} was not compiled; ${wanted.output ?? ''} stays as it is.`);
      return undefined;
    }
    await writeOutput(render(policy, wanted.format, unpainted), wanted.output);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    tell(`${wanted.file} → ${wanted.output ?? ''} (${seconds} s): ${changeWords(last, policy)}`);
    return policy;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    tell(error.message);
    return undefined;
  }
}

/** Only what the last run did not tell. */
function tellDiagnostics(file: string, compiled: CompiledFile, last: Policy | undefined): void {
  const keyOf = ({ code, sentence }: Diagnostic): string => `${code} ${sentence}`;
  const told = new Set(last?.diagnostics.map(keyOf));
  const young = compiled.policy.diagnostics.filter((one) => !told.has(keyOf(one)));
  process.stderr.write(diagnosticLines(file, compiled, young, painterFor(process.stderr)));
}

/** `22:31:05`, by the clock on the wall. */
const clockTime = (time: number): string => new Date(time).toTimeString().slice(0, 8);
