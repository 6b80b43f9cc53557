// The command line as a person at a terminal has it: real processes in a folder of their own.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../build/src/cli/main.js', import.meta.url));

/**
 * A folder that goes when the tests end, and `mingshi` in it: `run` waits, `start` gives a promise. Both give the status and what
 * was written.
 */
export function commandLine(name) {
  const folder = mkdtempSync(join(tmpdir(), `mingshi-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args, input) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const start = (args) =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
      const written = { stdout: '', stderr: '' };
      for (const stream of ['stdout', 'stderr'])
        child[stream].on('data', (part) => (written[stream] += part));
      child.on('close', (status) => resolve({ status, ...written }));
    });
  const file = (path, words) => {
    writeFileSync(join(folder, path), words);
    return path;
  };
  return { folder, run, start, file };
}
