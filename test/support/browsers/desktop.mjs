// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onPath } from './places.mjs';

const GI =
  'import gi; gi.require_version("Gdk", "3.0"); gi.require_version("Atspi", "2.0"); from gi.repository import Atspi';

const WEBKIT = 'import gi; gi.require_version("WebKit2", "4.1"); from gi.repository import WebKit2';

const succeeds = (/** @type {string} */ command, /** @type {string[]} */ ...parameters) =>
  spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;

/** What a stock browser on a machine without a display needs, by name; each says whether it is there. */
const NEEDS = {
  'xvfb-run': () => onPath('xvfb-run') !== undefined,
  xauth: () => onPath('xauth') !== undefined,
};

/** What pressing a button as a screen reader does needs besides. Debian's own Python has the bindings. */
const ASSISTIVE_NEEDS = {
  'dbus-run-session': () => onPath('dbus-run-session') !== undefined,
  'the AT-SPI bus': () =>
    ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'].some((path) =>
      existsSync(path),
    ),
  'Python with AT-SPI': () => succeeds('/usr/bin/python3', '-c', GI),
};

/** What a native app with a web view of its own needs besides. */
const NATIVE_HOST_NEEDS = {
  'Python with WebKitGTK': () => succeeds('/usr/bin/python3', '-c', WEBKIT),
};

/** Without a CJK font every Chinese word is a row of boxes: measured sizes and screenshots would lie. */
function hasChineseFont() {
  const { stdout, error } = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  return error ? existsSync('/usr/share/fonts/opentype/noto') : stdout.trim() !== '';
}

const FONT_NEEDS = { 'a Chinese font': hasChineseFont };

/**
 * Names what is missing on a Linux machine besides the browsers; empty elsewhere, where the system brings these itself.
 * @param {{headed?: boolean, display?: boolean, nativeHost?: boolean}} options
 */
export function missingTools({ headed = false, display = false, nativeHost = false }) {
  if (process.platform !== 'linux') return [];
  const needs = {
    ...FONT_NEEDS,
    ...(headed || display ? NEEDS : {}),
    ...(headed ? ASSISTIVE_NEEDS : {}),
    ...(nativeHost ? NATIVE_HOST_NEEDS : {}),
  };
  return Object.entries(needs)
    .filter(([, isThere]) => !isThere())
    .map(([name]) => name);
}
