import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, test as base } from './bank-test.mjs';

/**
 * The bank's test in a profile of its own, where a site's settings are those of a person (an ordinary context does not have
 * them), with a camera that is not real. `devtools` is a session of the page's, `set(name, setting)` what the person set
 * for the site: `granted`, `denied` or `prompt`.
 */
export const test = base.extend({
  context: async ({ launchOptions, locale }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingshi-profile-'));
    const args = [...launchOptions.args, '--use-fake-device-for-media-stream'];
    const context = await chromium.launchPersistentContext(folder, { ...launchOptions, args, locale });
    await use(context);
    await context.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  },

  devtools: async ({ context, page }, use) => use(await context.newCDPSession(page)),

  set: async ({ devtools, server }, use) =>
    use((name, setting) =>
      devtools.send('Browser.setPermission', { permission: { name }, setting, origin: server.origin }),
    ),
});

export { expect };
