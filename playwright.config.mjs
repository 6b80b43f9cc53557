import { defineConfig } from 'playwright/test';
import { findBrowsers } from './test/support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from './test/support/browsers/chromium-arguments.mjs';

const { chromium } = await findBrowsers(['chromium']);

/** End-to-end tests: Chromium through Playwright; what needs other engines starts them itself. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.mjs',
  outputDir: 'test-results',
  // Most of a test is waiting, for a guard or a prompt; many more would make the measured times lie on two cores.
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    locale: 'zh-CN',
    actionTimeout: 15_000,
    launchOptions: { executablePath: chromium, args: CHROMIUM_ARGUMENTS },
  },
});
