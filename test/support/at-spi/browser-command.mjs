import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHROMIUM_ARGUMENTS } from '../browsers/chromium-arguments.mjs';

/** A place for Firefox to be in, a camera that is not real, and no page or prompt of its own. @param {boolean} camera */
const firefoxPreferences = (camera) => ({
  'media.navigator.streams.fake': camera,
  'geo.provider.network.url': 'data:application/json,{"location":{"lat":31.2,"lng":121.5},"accuracy":20}',
  'browser.startup.homepage_override.mstone': 'ignore',
  'startup.homepage_welcome_url': '',
  'startup.homepage_welcome_url.additional': '',
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
});

/** Wide enough for the browser's prompt and ours to stand side by side. */
const WINDOW = { chromium: ['--window-size=1280,960'], firefox: ['--width', '1280', '--height', '960'] };

const chromiumCamera = (/** @type {boolean} */ camera) =>
  `--use-fake-device-for-media-stream=device-count=${camera ? 1 : 0}`;

const commands = {
  chromium({ folder, camera, url }) {
    mkdirSync(join(folder, 'Default'));
    // It would offer to translate, beside its prompts.
    writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ translate: { enabled: false } }));
    const own = [
      '--lang=en',
      '--force-renderer-accessibility',
      ...WINDOW.chromium,
      `--user-data-dir=${folder}`,
    ];
    return [...CHROMIUM_ARGUMENTS, ...own, chromiumCamera(camera), url];
  },
  firefox({ folder, camera, url }) {
    const lines = Object.entries(firefoxPreferences(camera)).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(folder, 'user.js'), lines.join(''));
    return ['--no-remote', '--new-instance', ...WINDOW.firefox, '--profile', folder, url];
  },
  webkit: ({ camera, url }) => [`--enable-mock-capture-devices=${camera}`, url],
};

/**
 * The arguments that open a stock browser, headed and in English, at an address, with its own profile in `folder`. `camera`
 * says whether there is one; it is never a real one.
 */
export const browserCommand = (engine, options) => commands[engine](options);
