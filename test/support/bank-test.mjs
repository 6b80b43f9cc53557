import { expect, test as base } from './watched-test.mjs';
import { PermissionPage } from './permission-page.mjs';

/** The watched test with `bank`, the page object of the test page whose functions need permissions. */
export const test = base.extend({
  bank: async ({ page }, use) => use(new PermissionPage(page)),
});

export { expect };
