// @ts-check
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** @typedef {{cwd?: string, env?: NodeJS.ProcessEnv}} RunOptions */

/** @param {string} command @param {readonly string[]} parameters @param {RunOptions} options @param {import('node:child_process').StdioOptions} stdio */
function start(command, parameters, { cwd = ROOT, env = process.env }, stdio) {
  return spawn(command, parameters, { cwd, env, stdio });
}

/**
 * Runs a program in the project's folder, its output on ours. Resolves with its exit code (1 where a signal ended it).
 * @param {string} command @param {readonly string[]} parameters @param {RunOptions} [options] @returns {Promise<number>}
 */
export function run(command, parameters, options = {}) {
  const child = start(command, parameters, options, 'inherit');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and resolves with what it wrote to stdout. Rejects, with both outputs, where it fails.
 * @param {string} command @param {readonly string[]} parameters @param {RunOptions} [options] @returns {Promise<string>}
 */
export async function read(command, parameters, options = {}) {
  const child = start(command, parameters, options, ['ignore', 'pipe', 'pipe']);
  const outputs = { stdout: '', stderr: '' };
  child.stdout?.on('data', (bytes) => (outputs.stdout += bytes));
  child.stderr?.on('data', (bytes) => (outputs.stderr += bytes));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code === 0) return outputs.stdout;
  throw new Error(
    `${command} ${parameters.join(' ')} ended with ${code}:\n${outputs.stdout}${outputs.stderr}`,
  );
}

/** A program of an installed package, by the path of its script. @param {string} script @param {readonly string[]} parameters @param {RunOptions} [options] */
export const runScript = (script, parameters, options) =>
  run(process.execPath, [`${ROOT}node_modules/${script}`, ...parameters], options);

/** Ends this process with code 1 and a sentence instead of a stack. @param {unknown} error @returns {never} */
export function fail(error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
