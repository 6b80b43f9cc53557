import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { browserCommand } from './browser-command.mjs';

const PRESS = fileURLToPath(new URL('./press.py', import.meta.url));

/** On a screen and a bus of its own, so that sessions side by side cannot see each other. */
function start(folder, command) {
  return spawn('dbus-run-session', ['--', 'xvfb-run', '-a', '/usr/bin/python3', PRESS, ...command], {
    env: {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      GNOME_ACCESSIBILITY: '1',
      NO_AT_BRIDGE: '0',
      LC_ALL: 'C.UTF-8',
      LANGUAGE: 'en',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
}

/**
 * Opens a headed browser on a screen of its own and presses buttons by their names through AT-SPI: the page's and the
 * browser's own. Each method rejects after `seconds`, naming the buttons there are. Another program than a browser is opened
 * by its `command`, which is given a folder that goes with the session.
 * @param {{engine?: 'chromium' | 'firefox' | 'webkit', binary?: string, url?: string, seconds?: number, camera?: boolean,
 *   command?: (folder: string) => readonly string[]}} options
 */
export function openAssistiveSession({ engine, binary, url, seconds = 40, camera = true, command }) {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-at-'));
  const program = command?.(folder) ?? [binary, ...browserCommand(engine, { folder, camera, url })];
  const child = start(folder, program);
  // What is written to a session that ended is said by the order that reads no reply.
  child.stdin.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  /** The bus writes there too. */
  async function nextReply() {
    for (;;) {
      const { value, done } = await lines.next();
      if (done || value.startsWith('{')) return value && JSON.parse(value);
    }
  }

  async function order(what, details = {}) {
    child.stdin.write(`${JSON.stringify({ order: what, seconds, ...details })}\n`);
    const reply = await nextReply();
    if (!reply) throw new Error(`the assistive session ended before it could ${what} ${details.name ?? ''}`);
    if (!('missing' in reply)) return reply;
    throw new Error(
      `could not ${what} "${reply.missing}" in ${seconds} s; buttons: ${reply.names.join(', ')}`,
    );
  }

  return {
    /** Waits until the button can be pressed. `details`: `within`, part of a name around it, and other `seconds`. */
    ready: (name, details) => order('ready', { name, ...details }),
    /** Presses it once, as soon as it can be; `details` as above. */
    press: (name, details) => order('press', { name, ...details }),
    /** The names of all buttons that can be pressed now. */
    names: async () => (await order('names')).names,
    /** A PNG of the whole screen, the browser's own prompts included. */
    photograph(file) {
      mkdirSync(dirname(file), { recursive: true });
      return order('photograph', { file });
    },
    async close() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
