import { expect, test } from '../support/watched-test.mjs';

const map = (page) => page.locator('#map');
const scripts = (server) => server.requests.filter(({ path }) => path.endsWith('requires-granted.js')).length;
const open = async ({ gate, server, context }) => {
  await context.setGeolocation({ latitude: 31, longitude: 121 });
  await gate.open(`${server.origin}/requires.html`);
  server.requests.length = 0;
};

/** A person starts the function, and agrees to our question; the browser's answer is set. */
async function findBranches(page) {
  await page.locator('#start').click();
  const prompt = page.locator('ming-permission-prompt').getByRole('dialog');
  const agree = prompt.getByRole('button', { name: '同意', exact: true });
  await expect(agree).not.toHaveAttribute('aria-disabled', 'true');
  await agree.click();
  await expect(prompt.getByRole('button', { name: '同意', exact: true })).toHaveCount(0);
}

test('what requires a permission is neither there nor loaded before both granted it, and goes when it is withdrawn', async ({
  page,
  gate,
  server,
  context,
}) => {
  await context.grantPermissions(['geolocation'], { origin: server.origin });
  await open({ gate, server, context });
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await page.waitForTimeout(300);
  await expect(map(page)).toHaveCount(0);
  expect([scripts(server), await page.evaluate(() => window.maps)]).toEqual([0, 0]);

  await findBranches(page);
  await expect(map(page)).toBeVisible();
  await expect.poll(() => page.evaluate(() => window.maps)).toBe(1);
  expect(scripts(server)).toBe(1);

  await gate.centre.getByRole('button', { name: /^撤回同意：位置/ }).click();
  await expect(map(page)).toHaveCount(0);
  // A script that ran cannot be undone; it does not run again by itself.
  expect(await page.evaluate(() => window.maps)).toBe(1);
});

test('on the next visit it is there only where the browser still allows it', async ({
  page,
  gate,
  server,
  context,
}) => {
  await context.grantPermissions(['geolocation'], { origin: server.origin });
  await open({ gate, server, context });
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await findBranches(page);
  await expect(map(page)).toBeVisible();

  await page.reload();
  await expect(map(page)).toBeVisible();

  await context.clearPermissions();
  await page.reload();
  await gate.expectNotAsking();
  await page.waitForTimeout(500);
  await expect(map(page)).toHaveCount(0);
  const stands = await page.evaluate(
    () => document.querySelector('ming-provider').engine.status('permission:location').decision,
  );
  expect(stands).toBe('granted');
});

test('where the browser refuses it stays away', async ({ page, gate, server, context }) => {
  // Headless, Chromium refuses by itself what nobody allowed.
  await open({ gate, server, context });
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await findBranches(page);
  await expect(page.locator('ming-permission-prompt').getByRole('dialog')).toBeVisible();
  await expect(map(page)).toHaveCount(0);
  expect([scripts(server), await page.evaluate(() => window.maps)]).toEqual([0, 0]);
});
