// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';

const PLAYWRIGHT = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');

/** Debian 12 and later. The fonts are for Chinese, the rest for a machine without a screen. */
export const DEBIAN_PACKAGES = [
  ...['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth', 'dbus', 'at-spi2-core'],
  ...['gir1.2-atspi-2.0', 'gir1.2-gtk-3.0', 'python3-gi', 'gir1.2-webkit2-4.1', 'fonts-noto-cjk'],
];

const REACH_TIMEOUT = 5_000;
const DOWNLOAD_TIMEOUT = 8 * 60_000;

const say = (/** @type {string} */ sentence) => process.stderr.write(`browsers: ${sentence}\n`);

/** @param {string} command @param {string[]} parameters @param {{timeout?: number, env?: NodeJS.ProcessEnv}} [options] */
function run(command, parameters, { timeout = DOWNLOAD_TIMEOUT, env = process.env } = {}) {
  say(`${command} ${parameters.join(' ')}`);
  return new Promise((resolve) => {
    // What the child says goes to stderr: stdout belongs to the test that asked.
    const child = spawn(command, parameters, {
      stdio: ['ignore', process.stderr, process.stderr],
      timeout,
      env,
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** The first address Playwright would download from, asked of itself. @param {readonly string[]} engines */
function downloadAddress(engines) {
  const { stdout } = spawnSync(process.execPath, [PLAYWRIGHT, 'install', '--dry-run', ...engines], {
    encoding: 'utf8',
  });
  return /https:\/\/\S+/.exec(stdout ?? '')?.[0];
}

/** @param {string | undefined} address */
async function isReachable(address) {
  if (address === undefined) return false;
  const signal = AbortSignal.timeout(REACH_TIMEOUT);
  return fetch(address, { method: 'HEAD', signal }).then(
    (response) => response.ok,
    () => false,
  );
}

/** @param {readonly string[]} engines */
async function fetchWithPlaywright(engines) {
  if (!(await isReachable(downloadAddress(engines)))) {
    say("Playwright's download cannot be reached from here.");
    return false;
  }
  return run(process.execPath, [PLAYWRIGHT, 'install', ...engines]);
}

export const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

async function fetchWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!(await run('apt-get', ['update', '-q'], { env }))) return false;
  return run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...DEBIAN_PACKAGES], { env });
}

/** The one command a person types where nothing can be fetched without asking them. */
export function commandToType() {
  if (!existsSync('/etc/debian_version')) return 'npx playwright install --with-deps chromium firefox webkit';
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${DEBIAN_PACKAGES.join(' ')}`;
}

/**
 * Fetches browsers and tools, saying each step: Playwright's builds where its download can be reached, and Debian's packages
 * where this runs as root on Debian (a container). Never by sudo. Resolves when both were tried.
 * @param {{engines: readonly string[], tools: readonly string[]}} missing
 */
export async function fetchMissing({ engines, tools }) {
  say(`missing: ${[...engines, ...tools].join(', ')}; fetching.`);
  const fetched = engines.length > 0 && (await fetchWithPlaywright(engines));
  // Playwright's builds need the system's libraries, which come with Debian's packages.
  if (isRootOnDebian()) await fetchWithApt();
  else if (!fetched || tools.length > 0) say('this is not root on Debian: system packages are left to you.');
}
