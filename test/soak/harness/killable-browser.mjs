import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers } from '../../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../../support/browsers/chromium-arguments.mjs';

/** Firefox asks nothing, opens nothing of its own, and starts as ever after it was killed. */
const FIREFOX_PREFERENCES = {
  'browser.aboutwelcome.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'browser.shell.checkDefaultBrowser': false,
  'dom.disable_open_during_load': false,
  'dom.popup_maximum': 1000,
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  'browser.tabs.crashReporting.sendReport': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'toolkit.startup.max_resumed_crashes': -1,
  'app.update.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'services.settings.server': 'data:,',
};

const launches = {
  chromium: (profile) => [
    '--headless=new',
    ...CHROMIUM_ARGUMENTS,
    '--hide-crash-restore-bubble',
    '--disable-popup-blocking',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
    `--user-data-dir=${profile}`,
  ],
  firefox: (profile) => {
    const lines = Object.entries(FIREFOX_PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join(''));
    return ['--headless', '--no-remote', '--new-instance', '--profile', profile];
  },
};

/**
 * Starts a browser on a profile folder that outlives it, at an address, without any driver: what a page has to say it sends to
 * its server. Pages may open others, and those in the background are as awake as the one in front. `kill` ends every process of it with SIGKILL, as a phone's system would, and resolves when they are gone;
 * `ended` resolves when the browser ended, with the last it wrote.
 */
export async function startKillable({ engine, profile, url }) {
  const { [engine]: binary } = await findBrowsers([engine]);
  mkdirSync(profile, { recursive: true });
  const child = spawn(binary, [...launches[engine](profile), url], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' },
  });
  let words = '';
  child.stderr.on('data', (bytes) => (words = (words + bytes).slice(-2000)));
  const ended = new Promise((resolve) => child.once('exit', () => resolve(words)));
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', end);
  return {
    ended,
    async kill() {
      process.removeListener('exit', end);
      end();
      await ended;
    },
  };
}
