import { addFingerprintReader, removeAuthenticators } from '../support/virtual-authenticator.mjs';
import { expect, test } from '../support/bank-test.mjs';

/** A passkey belongs to a name, not to an address of digits. */
const RP = 'localhost';

test.beforeEach(({ bank, server }) => bank.open(`http://${RP}:${server.port}`));

const LOG_IN = '指纹登录';

test('a finger that is not known is no grant, the one that is known is', async ({ page, bank }) => {
  const setVerified = await addFingerprintReader(page, { rpId: RP, verified: false });
  const failed = await bank.ask(LOG_IN);
  expect(failed).toMatchObject({ granted: false, decision: 'granted' });
  expect(failed.platform).toMatchObject({ certain: false });
  expect(failed.status).not.toBe('granted');
  await bank.closeResult();

  await setVerified(true);
  const passed = await bank.ask(LOG_IN);
  expect(passed).toMatchObject({
    granted: true,
    platform: { verdict: 'granted', certain: true },
    value: 'public-key',
  });
  expect(passed.history.at(-2)).toMatchObject({ decision: 'granted' });
  expect(passed.history.at(-2).platform).toBeUndefined();
});

test('while the system waits for a finger the purpose stands on screen, and the person can stop waiting', async ({
  page,
  bank,
}) => {
  await removeAuthenticators(page);
  await bank.start(LOG_IN);
  await bank.pressAgree();
  await expect(bank.banner).toContainText('用指纹登录');
  await bank.banner.getByRole('button', { name: '停止等待' }).click();
  expect(await bank.outcome()).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'dismissed', certain: true },
  });
  await expect(bank.banner).toHaveCount(0);
});
