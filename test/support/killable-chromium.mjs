import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
];

function debuggerAddress(child) {
  return new Promise((resolve, reject) => {
    const seen = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      seen.push(line);
      const match = /DevTools listening on (ws:\S+)/.exec(line);
      if (match) resolve(match[1]);
    });
    child.once('exit', (code) => reject(new Error(`Chromium ended with ${code}:\n${seen.join('\n')}`)));
  });
}

/**
 * Starts Chromium on a profile folder that outlives it. `kill` ends every process of it with SIGKILL, as a phone's system
 * or a power cut would, and resolves when they are gone.
 */
export async function openKillableChromium({ binary, profile }) {
  const child = spawn(binary, [...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const context = browser.contexts()[0];
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  return {
    page,
    context,
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}
