import { answerChooser, plugInBluetooth } from '../support/bluetooth-radio.mjs';
import { expect, test } from '../support/bank-test.mjs';

test.use({
  // On Linux Chromium has Web Bluetooth behind a switch.
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: [...launchOptions.args, '--enable-features=WebBluetooth'] }),
});

const CONNECT = '连接蓝牙盾';

test('without a Bluetooth adapter there is no device, and that is no refusal', async ({ bank, server }) => {
  await bank.open(server.origin);
  expect(await bank.ask(CONNECT)).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'no-device', certain: true },
  });
  await expect(bank.result).toBeVisible();
});

test('Chromium’s Bluetooth chooser closed is no grant, a device picked on the first press is one', async ({
  browser,
  page,
  bank,
  server,
}) => {
  await plugInBluetooth(browser, '蓝牙盾');
  await bank.open(server.origin);
  await answerChooser(page, 'cancel');
  expect(await bank.ask(CONNECT)).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'dismissed', certain: false },
  });
  await bank.closeResult();

  await answerChooser(page, 'select');
  const picked = await bank.ask(CONNECT);
  expect(picked).toMatchObject({
    granted: true,
    platform: { verdict: 'granted', certain: true },
    value: '蓝牙盾',
    status: 'granted',
  });
  expect(picked.history.map(({ decision, platform }) => [decision, platform?.verdict])).toEqual([
    ['granted', undefined],
    ['granted', 'dismissed'],
    ['granted', undefined],
    ['granted', 'granted'],
  ]);
});
