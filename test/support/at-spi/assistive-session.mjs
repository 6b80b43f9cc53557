import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PRESS = fileURLToPath(new URL('./press.py', import.meta.url));

const browserArguments = {
  chromium: (profile, url) => [
    '--no-sandbox',
    '--no-first-run',
    '--lang=en',
    '--force-renderer-accessibility',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--user-data-dir=${profile}`,
    url,
  ],
  firefox: (profile, url) => ['--no-remote', '--new-instance', '--profile', profile, url],
  webkit: (_profile, url) => [url],
};

/**
 * Opens a headed browser on a screen of its own and presses named buttons through AT-SPI, in the order given.
 * `ready(name)` resolves once the button can be pressed, `press(name)` once it was; both reject after `seconds`.
 */
export function openAssistiveSession({ engine, binary, url, names, seconds = 40 }) {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-at-'));
  const browser = [binary, ...browserArguments[engine](folder, url)];
  const child = spawn(
    'dbus-run-session',
    ['--', 'xvfb-run', '-a', '/usr/bin/python3', PRESS, String(seconds), ...names, '--', ...browser],
    {
      env: {
        ...process.env,
        HOME: folder,
        XDG_RUNTIME_DIR: folder,
        GNOME_ACCESSIBILITY: '1',
        NO_AT_BRIDGE: '0',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  async function expectLine(expected) {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the assistive session ended before "${expected}"`);
      if (value === expected) return;
      if (value.startsWith('missing')) throw new Error(`${value}: no such button within ${seconds} s`);
    }
  }

  return {
    ready: (name) => expectLine(`ready ${name}`),
    press(name) {
      child.stdin.write('\n');
      return expectLine(`pressed ${name}`);
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
