import type { PermissionKind } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import type { Browser } from './detect-browser.js';
import { browserWords } from './verdict-words.js';

/** What every browser lists for a site. */
const LISTED: readonly PermissionKind[] = ['camera', 'microphone', 'location', 'notifications'];

/** What Chromium lists besides. */
const LISTED_IN_CHROMIUM: readonly PermissionKind[] = ['clipboard', 'bluetooth', 'motion', 'nfc'];

/** How to allow in this browser what was refused, one step after the other; none where its settings have no such permission. */
export function settingsSteps(kind: PermissionKind, browser: Browser): readonly string[] {
  const name = permissionWords(kind);
  const inApp = browser === 'app' || browser === 'wechat' || browser === 'harmony';
  if (!inApp && !isListed(kind, browser)) return [];
  const steps = [placeWords(browser), allowWords(name, browser), reloadWords()];
  if (!inApp) return [...steps, systemWords(name)];
  return browser === 'wechat' ? [...steps, browserWords()] : steps;
}

function isListed(kind: PermissionKind, browser: Browser): boolean {
  if (browser === 'ios-safari' && kind === 'notifications') return false;
  return LISTED.includes(kind) || (browser === 'chromium' && LISTED_IN_CHROMIUM.includes(kind));
}

/** Where the permissions are: the system's for an app, the browser's for a site. */
function placeWords(browser: Browser): string {
  const icon = msg('Press the icon at the left end of the address bar.', {
    id: 'permission-prompt.step-icon',
  });
  const app = msg('Open the Settings of the phone and find this app.', { id: 'permission-prompt.step-app' });
  const words: Readonly<Record<Browser, string>> = {
    chromium: icon,
    firefox: icon,
    'firefox-android': icon,
    app,
    wechat: app,
    harmony: msg('Open Settings, then "Apps & services", and find this app.', {
      id: 'permission-prompt.step-harmony',
    }),
    safari: msg('In the menu bar choose Safari > Settings > Websites.', {
      id: 'permission-prompt.step-safari',
    }),
    'ios-safari': msg('Open the Settings app, then Safari (under Apps in iOS 18 and later).', {
      id: 'permission-prompt.step-ios',
    }),
    unknown: msg('In the settings of the browser find this website.', { id: 'permission-prompt.step-site' }),
  };
  return words[browser];
}

const allowWords = (name: string, browser: Browser): string =>
  browser === 'firefox'
    ? msg(str`Press × beside "Blocked", for: ${name}.`, { id: 'permission-prompt.step-unblock' })
    : msg(str`There, or under "Permissions" or "Site settings", allow: ${name}.`, {
        id: 'permission-prompt.step-allow',
      });

const reloadWords = (): string =>
  msg('Reload this page, and start the function again.', { id: 'permission-prompt.step-reload' });

const systemWords = (name: string): string =>
  msg(str`Still not allowed? In the settings of the system, let the browser use: ${name}.`, {
    id: 'permission-prompt.step-system',
  });
