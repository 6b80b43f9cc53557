import { verifyLedger } from '../../dist/src/ledger/index.js';
import { expect, test } from '../support/watched-test.mjs';

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP insecure.test 127.0.0.1'],
    }),
});

test('on plain http, where the browser has no crypto.subtle, the ledger is kept and verifies', async ({
  page,
  gate,
  server,
}) => {
  await gate.open(`http://insecure.test:${server.port}/page.html?policy=/policies/traps.json`);
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined']);
  await gate.pressRefuse();
  await gate.entry.click();
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await page.reload();
  await gate.expectNotAsking();
  const { events, heads } = await gate.ledger();
  expect(events.map((event) => event.decision)).toEqual(['denied', 'granted']);
  expect((await verifyLedger(events, { heads })).result).toBe('authentic');
});
