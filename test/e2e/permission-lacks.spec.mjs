import { expect, test } from '../support/bank-test.mjs';

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...launchOptions.args, '--host-resolver-rules=MAP insecure.test 127.0.0.1'],
    }),
});

/** What cannot be asked for is said at once: nobody is asked, nothing is recorded, no banner comes. */
async function expectLack(bank, button, verdict) {
  await bank.start(button);
  expect(await bank.outcome()).toMatchObject({
    granted: false,
    reason: 'cannot-ask',
    decision: 'none',
    platform: { verdict, certain: true },
    history: [],
  });
  await expect(bank.result).toBeVisible();
  await expect(bank.question).toHaveCount(0);
  await expect(bank.banner).toHaveCount(0);
}

test('a browser without Web Bluetooth is unsupported', async ({ page, bank, server }) => {
  await bank.open(server.origin);
  expect(await page.evaluate(() => 'bluetooth' in navigator)).toBe(false);
  await expectLack(bank, '连接蓝牙盾', 'unsupported');
});

test('a page on plain http is insecure, which is why there is no camera', async ({ page, bank, server }) => {
  await bank.open(`http://insecure.test:${server.port}`);
  expect(await page.evaluate(() => [isSecureContext, 'mediaDevices' in navigator])).toEqual([false, false]);
  await expectLack(bank, '扫一扫', 'insecure');
});

test('a page whose Permissions Policy forbids the camera is told apart from a refusal', async ({
  bank,
  server,
}) => {
  await bank.open(server.origin, '&forbid=camera');
  await expectLack(bank, '扫一扫', 'policy-blocked');
});
