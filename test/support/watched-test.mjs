import { expect, test as base } from 'playwright/test';
import { compiledPolicies, trapDocument } from './compiled-policies.mjs';
import { startServer } from './e2e-server.mjs';
import { GatePage } from './gate-page.mjs';

/**
 * Playwright's `test` with three things more: `server` (the package under the strict content security policy, with the
 * trap document compiled as `/policies/traps.json`), `gate` (the page object), and a watch on every page: a violation of
 * the policy, an uncaught error or an error on the console fails the test, unless it said `expectedConsole`.
 */
export const test = base.extend({
  expectedConsole: [[], { option: true }],

  policies: [
    async ({}, use) => {
      const policies = compiledPolicies();
      policies.compile(trapDocument, 'traps.json', '--policy-version', '1');
      await use(policies);
      policies.remove();
    },
    { scope: 'worker' },
  ],

  server: [
    async ({ policies }, use) => {
      const server = await startServer({ '/policies/': policies.folder });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],

  page: async ({ page, expectedConsole }, use) => {
    const faults = [];
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(
          `violation: ${event.violatedDirective} by ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
        );
      });
    });
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    await use(page);
    expect(faults.filter((fault) => !expectedConsole.some((pattern) => pattern.test(fault)))).toEqual([]);
  },

  gate: async ({ page }, use) => use(new GatePage(page)),
});

export { expect };
