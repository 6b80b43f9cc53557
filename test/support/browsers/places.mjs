// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, firefox, webkit } from 'playwright';

/**
 * A browser to test in. `driver` is what speaks to it: `playwright` its own builds and any Chromium, `puppeteer` a stock
 * Firefox (WebDriver BiDi), `webdriver` a stock WebKitGTK (`control` is its WebKitWebDriver).
 * @typedef {{engine: Engine, path: string, driver: 'playwright' | 'puppeteer' | 'webdriver', from: string, control?: string}} Browser
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 */

const OWN = { chromium, firefox, webkit };

const VARIABLES = /** @type {const} */ ({
  chromium: 'MINGSHI_CHROMIUM',
  firefox: 'MINGSHI_FIREFOX',
  webkit: 'MINGSHI_WEBKIT',
});

const COMMANDS = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  firefox: ['firefox-esr', 'firefox'],
};

const STOCK_DRIVER = /** @type {const} */ ({
  chromium: 'playwright',
  firefox: 'puppeteer',
  webkit: 'webdriver',
});

/** @param {string} name */
export function onPath(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...folders, '/usr/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** The folders of Debian, Fedora and Arch in which WebKitGTK keeps its MiniBrowser. */
function miniBrowser() {
  const libraries = existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [];
  const folders = ['/usr/libexec', '/usr/lib', '/usr/lib64', ...libraries];
  return folders
    .flatMap((folder) => ['4.1', '4.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`))
    .find((path) => existsSync(path));
}

const webDriver = () => process.env['MINGSHI_WEBKIT_DRIVER'] ?? onPath('WebKitWebDriver');

/** A browser named by an environment variable; throws where the variable names no file. @param {Engine} engine */
function fromEnvironment(engine) {
  const variable = VARIABLES[engine];
  const path = process.env[variable];
  if (!path) return undefined;
  if (!existsSync(path)) throw new Error(`${variable} names ${path}, which is not there.`);
  return stock(engine, path, variable);
}

/** @param {Engine} engine */
function fromPlaywright(engine) {
  const path = OWN[engine].executablePath();
  if (!path || !existsSync(path)) return undefined;
  return /** @type {Browser} */ ({ engine, path, driver: 'playwright', from: 'Playwright' });
}

/** @param {Engine} engine */
function fromSystem(engine) {
  if (engine === 'webkit') return stock(engine, miniBrowser(), 'the system');
  const path = COMMANDS[engine].map(onPath).find((found) => found !== undefined);
  return stock(engine, path, 'the system');
}

/** @param {Engine} engine @param {string | undefined} path @param {string} from @returns {Browser | undefined} */
function stock(engine, path, from) {
  if (path === undefined) return undefined;
  const driver = STOCK_DRIVER[engine];
  if (driver !== 'webdriver') return { engine, path, driver, from };
  const control = webDriver();
  return control === undefined ? undefined : { engine, path, driver, from, control };
}

/**
 * Looks for a browser: one named by an environment variable, Playwright's own build, the system's. A headed one (for
 * assistive technology) is the system's before Playwright's, which lacks the desktop's accessibility in WebKit.
 * @param {Engine} engine @param {{headed?: boolean}} [options]
 */
export function locate(engine, { headed = false } = {}) {
  const builds = headed ? [fromSystem, fromPlaywright] : [fromPlaywright, fromSystem];
  return [fromEnvironment, ...builds].map((look) => look(engine)).find((browser) => browser !== undefined);
}
