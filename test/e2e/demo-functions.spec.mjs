import { answerChooser, plugInBluetooth } from '../support/bluetooth-radio.mjs';
import { expect, test } from '../support/demo-test.mjs';
import { addFingerprintReader } from '../support/virtual-authenticator.mjs';

/** A picture of one dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const isPlaying = (video) => video.evaluate((one) => one.readyState >= 2 && !one.paused);

/** Counts the calls that ask the system, in each page from its start; they go on as they are. */
const countSystemCalls = () => {
  window.systemCalls = 0;
  const count = (owner, name) => {
    const call = owner[name];
    owner[name] = function (...values) {
      window.systemCalls += 1;
      return call.apply(this, values);
    };
  };
  count(MediaDevices.prototype, 'getUserMedia');
  count(Geolocation.prototype, 'getCurrentPosition');
  count(Notification, 'requestPermission');
  count(Clipboard.prototype, 'readText');
  for (const name of ['get', 'create']) count(CredentialsContainer.prototype, name);
};

test('the scanner asks when it is opened from home, shows the live picture, and leaving it turns the camera off', async ({
  context,
  page,
  bank,
}) => {
  await context.grantPermissions(['camera']);
  await bank.open();
  await bank.link('扫一扫').click();
  await expect(bank.permission.dialog).toContainText('扫描二维码');
  await expect(bank.permission.dialog).toContainText('不上传、不保存');
  await bank.permission.pressAgree();
  const video = bank.view.locator('video');
  await expect.poll(() => isPlaying(video)).toBe(true);
  const stream = await video.evaluateHandle((one) => one.srcObject);
  await page.getByRole('link', { name: '返回' }).click();
  expect(await stream.evaluate((one) => one.getTracks().map(({ readyState }) => readyState))).toEqual([
    'ended',
  ]);
  expect(await bank.answers()).toEqual([
    ['permission:camera:scan', 'granted', undefined],
    ['permission:camera:scan', 'granted', 'granted'],
  ]);
});

test('who agreed to the policy is at the title of the page, and so is who went back from an open question', async ({
  page,
  bank,
}) => {
  const title = page.locator('#bar h1');
  await bank.open();
  await expect(title).toBeFocused();
  await bank.link('扫一扫').click();
  await expect(bank.permission.dialog).toBeVisible();
  await page.goBack();
  await expect(bank.permission.dialog).toHaveCount(0);
  await expect(title).toHaveText('示例银行');
  await expect(title).toBeFocused();
  expect(await bank.answers()).toEqual([]);
});

test('without the camera, by our refusal or by the system’s, a number is typed instead, and both answers are kept apart', async ({
  page,
  bank,
}) => {
  await bank.open('scan');
  await expect(bank.permission.dialog).toHaveCount(0);
  await bank.start('打开相机');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有使用相机。您可以在下方手动输入收款码的编号。');
  await bank.start('打开相机');
  await bank.permission.pressAgree();
  await expect(bank.permission.dialog).toContainText('未能使用');
  await bank.permission.pressClose();
  await expect(bank.view).toContainText('没有使用相机');
  await page.getByLabel('收款码下方的编号').fill('20462046');
  await bank.start('下一步');
  await expect(bank.view).toContainText('已核对编号 20462046');

  expect(await bank.answers()).toEqual([
    ['permission:camera:scan', 'denied', undefined],
    ['permission:camera:scan', 'granted', undefined],
    ['permission:camera:scan', 'granted', expect.stringMatching(/^(blocked|denied|dismissed)$/)],
  ]);
});

test('after a reload no view asks by itself, though its function was allowed and in use', async ({
  context,
  page,
  bank,
}) => {
  await context.grantPermissions(['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read']);
  await page.addInitScript(countSystemCalls);
  await bank.open();
  await bank.link('扫一扫').click();
  await bank.permission.pressAgree();
  await expect.poll(() => isPlaying(bank.view.locator('video'))).toBe(true);
  expect(await page.evaluate(() => window.systemCalls)).toBe(1);
  const before = await bank.answers();
  for (const view of [
    'scan',
    'transfer',
    'branches',
    'security',
    'alerts',
    'receipt',
    'service',
    'requires',
  ]) {
    await page.evaluate((name) => (location.hash = name), view);
    await page.reload();
    await bank.gate.expectNotAsking();
    await page.waitForTimeout(500);
    await expect(bank.permission.dialog).toHaveCount(0);
    expect([view, await page.evaluate(() => window.systemCalls)]).toEqual([view, 0]);
  }
  expect(await bank.answers()).toEqual(before);
});

test('an account number on the clipboard fills the form; without one, or after a refusal, it is typed', async ({
  context,
  page,
  bank,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await bank.open('transfer');
  const account = page.getByLabel('收款账号');
  await bank.start('粘贴收款账号');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有读取剪贴板');

  await page.evaluate(() => navigator.clipboard.writeText('王女士 6222 0000 1111 2222'));
  await bank.start('粘贴收款账号');
  await bank.permission.pressAgree();
  await expect(account).toHaveValue('6222 0000 1111 2222');

  await page.evaluate(() => navigator.clipboard.writeText('明天见'));
  await account.fill('');
  await bank.start('粘贴收款账号');
  await expect(bank.view).toContainText('剪贴板里没有账号');
  await expect(account).toHaveValue('');
});

test('a browser without contacts says so, and the payee is typed', async ({ page, bank }) => {
  await bank.open('transfer');
  await bank.start('选择联系人');
  await expect(bank.permission.dialog).toContainText('未能使用');
  await expect(bank.permission.agree).toHaveCount(0);
  await bank.permission.pressClose();
  await expect(bank.view).toContainText('没有通讯录可选');
  await page.getByLabel('收款人姓名').fill('王女士');
  await page.getByLabel('收款账号').fill('62220000');
  await page.getByLabel('金额').fill('10');
  await bank.start('下一步');
  await expect(bank.view).toContainText('已核对：向 王女士 转账 ¥10.00');
  expect(await bank.answers()).toEqual([]);
});

test('branches are sorted by distance where the location is given, and all of them are there where it is not', async ({
  context,
  bank,
}) => {
  await context.setGeolocation({ latitude: 30.308, longitude: 120.086 });
  await context.grantPermissions(['geolocation']);
  await bank.open('branches');
  const first = bank.view.getByRole('heading', { level: 2 }).first();
  const branches = bank.view.locator('.cards > li');
  await bank.start('附近网点');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有使用您的位置');
  await expect(first).toHaveText('总行营业部');
  await expect(branches).toHaveCount(6);

  await bank.start('附近网点');
  await bank.permission.pressAgree();
  await expect(first).toHaveText('大学城支行');
  await expect(branches).toHaveCount(6);
  await expect(branches.first()).toContainText('距您 0 公里');
});

test('alerts are on once both allowed it, and the messages stay on the page where not', async ({
  context,
  bank,
}) => {
  await context.grantPermissions(['notifications']);
  await bank.open('alerts');
  await bank.start('开启消息提醒');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有开启');
  await expect(bank.view.getByRole('listitem')).toHaveCount(3);
  await bank.start('开启消息提醒');
  await bank.permission.pressAgree();
  await expect(bank.view).toContainText('已开启');
  await bank.start('发一条示例提醒');
  await expect(bank.view).toContainText('已发送一条示例提醒');
});

test('a Bluetooth key is chosen in the browser’s chooser; closed or refused, the way without it is said', async ({
  browser,
  page,
  bank,
}) => {
  await plugInBluetooth(browser, '示例安全盾');
  await bank.open('security');
  await bank.start('连接蓝牙盾');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('使用短信验证码，在限额内转账');

  await answerChooser(page, 'cancel');
  await bank.start('连接蓝牙盾');
  await bank.permission.pressAgree();
  await bank.permission.pressClose();
  await expect(bank.view).toContainText('没有连接蓝牙盾');

  await answerChooser(page, 'select');
  await bank.start('连接蓝牙盾');
  await bank.permission.pressAgree();
  await expect(bank.view).toContainText('已选中“示例安全盾”');
});

test('a fingerprint is set up and then checked; refused or not known, the password is the way', async ({
  page,
  bank,
}) => {
  const setVerified = await addFingerprintReader(page, { rpId: 'localhost', verified: true });
  await bank.open('security');
  await bank.start('开启指纹登录');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有开启指纹登录。您可以使用密码登录。');

  await bank.start('开启指纹登录');
  await bank.permission.pressAgree();
  await expect(bank.view).toContainText('已开启');
  await bank.start('验证一次');
  await expect(bank.view).toContainText('验证通过');
  await expect(bank.permission.dialog).toHaveCount(0);

  await setVerified(false);
  await bank.start('验证一次');
  await bank.permission.pressClose();
  await expect(bank.view).toContainText('没有通过验证。您可以使用密码登录。');
});

test('a receipt is chosen in a picker: its name, size and picture are shown; else date and amount are written', async ({
  page,
  bank,
}) => {
  await bank.open('receipt');
  await bank.start('选择图片');
  await bank.permission.pressRefuse();
  await expect(bank.view).toContainText('没有选择图片');
  await page.getByLabel('交易日期').fill('2026-11-17');
  await page.getByLabel('金额').fill('1200');
  await bank.start('提交');
  await expect(bank.view).toContainText('已记下 2026-11-17 的 1200 元');

  const chooser = page.waitForEvent('filechooser');
  await bank.start('选择图片');
  await bank.permission.pressAgree();
  await (await chooser).setFiles({ name: '回单.png', mimeType: 'image/png', buffer: DOT });
  await expect(bank.view).toContainText('回单.png');
  await expect(bank.view).toContainText('0.1');
  await expect(bank.view.locator('canvas')).toBeVisible();
});

test('the video service asks for the camera, then for the microphone, and works with one of them', async ({
  context,
  bank,
}) => {
  await context.grantPermissions(['camera', 'microphone']);
  await bank.open('service');
  await bank.start('开始视频');
  await expect(bank.permission.dialog).toHaveCount(1);
  await expect(bank.permission.dialog).toContainText('相机');
  await bank.permission.pressRefuse();
  await expect(bank.permission.dialog).toContainText('麦克风');
  await bank.permission.pressAgree();
  await expect(bank.view).toContainText('已打开其中一项');
  await expect(bank.view.locator('.rows li')).toHaveText(['相机未使用', '麦克风已打开']);
  await bank.start('结束视频');

  await bank.start('开始视频');
  await bank.permission.pressAgree();
  await expect.poll(() => isPlaying(bank.view.locator('video'))).toBe(true);
  await expect(bank.view.locator('.rows li')).toHaveText(['相机已打开', '麦克风已打开']);
});

test('before the general consent nothing asks: functions are locked, and branches are found by hand', async ({
  page,
  bank,
}) => {
  await bank.gate.open(bank.address);
  await bank.gate.pressRefuse();
  await bank.start('扫一扫');
  await expect(bank.view).toContainText('“扫一扫”要使用您的账户信息');
  await bank.link('网点查询').click();
  await bank.start('附近网点');
  await expect(bank.view).toContainText('同意隐私政策后可用');
  for (const view of ['scan', 'security', 'service', 'alerts', 'receipt', 'transfer', 'requires']) {
    await page.evaluate((name) => (location.hash = name), view);
    await expect(bank.view.getByRole('button')).toHaveCount(0);
  }
  await expect(bank.permission.dialog).toHaveCount(0);
  expect(await bank.answers()).toEqual([]);
});

test('what stands in a template comes with the grant, and goes when it is withdrawn', async ({
  context,
  page,
  bank,
}) => {
  await context.grantPermissions(['camera']);
  await bank.open('requires');
  await bank.start('使用相机');
  await bank.permission.pressRefuse();
  await expect(bank.view).not.toContainText('这一段写在模板里');
  await bank.start('使用相机');
  await bank.permission.pressAgree();
  await expect(bank.view).toContainText('这一段写在模板里');
  await page.evaluate(async () => {
    const { engine } = document.querySelector('ming-provider');
    const notice = { locale: 'zh-Hans', catalogue: 'test', strings: ['撤回'], answers: [], clauses: [] };
    await engine.withdraw('permission:camera:template', { act: 'host', visibility: 'unverified', notice });
  });
  await expect(bank.view).not.toContainText('这一段写在模板里');
});
