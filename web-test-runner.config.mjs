import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { defaultReporter } from '@web/test-runner';
import { firefox, webkit } from 'playwright';
import { compiledInNode } from './test/support/compiled-in-node.mjs';
import { ENGINES, locateBrowsers } from './test/support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from './test/support/browsers/chromium-arguments.mjs';
import { countReporter } from './scripts/test/count-browser-tests.mjs';

/** What `npm run test:components` chose; all three engines by default. */
const chosen = process.env.MINGSHI_ENGINES?.split(',') ?? ENGINES;

const launchers = {
  playwright: ({ engine, path }) =>
    engine === 'chromium'
      ? playwrightLauncher({ launchOptions: { executablePath: path, args: CHROMIUM_ARGUMENTS } })
      : playwrightLauncher({ product: { firefox, webkit }[engine].name() }),
  puppeteer: ({ path }) =>
    puppeteerLauncher({ launchOptions: { browser: 'firefox', executablePath: path, headless: true } }),
  // The driver is started, and ended, by scripts/test-components.mjs.
  webdriver: ({ path }) =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.MINGSHI_WEBKIT_PORT),
      path: '/',
      capabilities: {
        'wdio:enforceWebDriverClassic': true,
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary: path, args: ['--automation'] },
      },
    }),
};

const browsers = (await locateBrowsers(chosen)).map((browser) => launchers[browser.driver](browser));

export default {
  rootDir: import.meta.dirname,
  files: 'test/components/**/*.test.js',
  // Lit as apps get it, without its hints for development.
  nodeResolve: { exportConditions: ['production', 'default'] },
  middleware: [compiledInNode],
  browsers,
  // One page at a time in each engine: focus and the 500 ms guard are what is tested.
  concurrency: 1,
  concurrentBrowsers: 3,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  reporters: [defaultReporter({ reportTestProgress: false }), countReporter(process.env.MINGSHI_COUNTS)],
};
