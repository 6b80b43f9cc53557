// @ts-check
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_TIMEOUT = 30_000;

/** @param {number} port */
const answers = (port) =>
  fetch(`http://127.0.0.1:${port}/status`, { signal: AbortSignal.timeout(1000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** @param {() => Promise<boolean>} condition @param {number} timeout */
async function eventually(condition, timeout) {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return false;
}

/** The whole group: xvfb-run alone would leave the driver and the screen behind. @param {number | undefined} leader @param {NodeJS.Signals} signal */
function signalGroup(leader, signal) {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // It has ended.
  }
}

/**
 * Starts WebKitWebDriver on a screen of its own, with a home folder of its own. Resolves when it answers; `end` stops it
 * and every browser it started. @param {string} program @param {number} port
 */
export async function startWebKitDriver(program, port) {
  const home = mkdtempSync(join(tmpdir(), 'mingshi-webkit-'));
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home };
  const child = spawn('xvfb-run', ['-a', program, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.once('error', () => undefined);

  const end = async () => {
    signalGroup(child.pid, 'SIGTERM');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
    signalGroup(child.pid, 'SIGKILL');
    rmSync(home, { recursive: true, force: true });
  };
  process.once('exit', () => signalGroup(child.pid, 'SIGKILL'));

  if (await eventually(() => answers(port), START_TIMEOUT)) return { end };
  await end();
  throw new Error(
    `WebKitWebDriver (${program}) did not answer on port ${port} within ${START_TIMEOUT / 1000} s.`,
  );
}
