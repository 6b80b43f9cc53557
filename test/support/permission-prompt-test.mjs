import { expect, test as base } from 'playwright/test';
import { compiledPolicies, trapDocument } from './compiled-policies.mjs';
import { startServer } from './e2e-server.mjs';
import { openPermissionSession } from './permission-session.mjs';

/**
 * Playwright's `test` with `open(engine, options)`: the test page in a headed browser, driven through AT-SPI; it is closed when
 * the test ends, which fails where the page reported an error or a violation of the strict content security policy.
 */
export const test = base.extend({
  server: [
    async ({}, use) => {
      const policies = compiledPolicies();
      policies.compile(trapDocument, 'traps.json', '--policy-version', '1');
      const server = await startServer({ '/policies/': policies.folder });
      await use(server);
      await server.close();
      policies.remove();
    },
    { scope: 'worker' },
  ],

  open: async ({ server }, use) => {
    const sessions = [];
    await use(async (engine, options) => {
      const session = await openPermissionSession({ engine, server, ...options });
      sessions.push(session);
      return session;
    });
    for (const session of sessions) await session.close();
    expect(sessions.flatMap((session) => session.faults())).toEqual([]);
  },
});

export { expect };
