import { readFileSync } from 'node:fs';
import { expect, test } from '../support/demo-test.mjs';

const INSURER = 'https://www.sample-insurance.example';

/** Leads by a scheme: what the page really navigated to is told by the Navigation API. */
const APPS = [
  {
    name: /^分享到微信/,
    shown: ['weixin', '深圳市腾讯计算机系统有限公司', '页面标题“示例银行”和页面链接'],
    scheme: 'weixin:',
  },
  { name: /^政务服务/, shown: ['小程序', '示例市大数据中心', '不带去您的个人信息'], scheme: 'weixin:' },
  { name: /^客服电话/, shown: ['400 000 0100', '示例银行客服'], scheme: 'tel:' },
];

/** Writes down what is navigated to, and not held back. */
const recordNavigations = () => {
  window.navigatedTo = [];
  navigation.addEventListener('navigate', (event) => {
    setTimeout(() => event.defaultPrevented || window.navigatedTo.push(event.destination.url));
  });
};

const navigatedTo = (page) =>
  page.evaluate(() => window.navigatedTo.filter((url) => !url.startsWith(location.origin)));

/** Every request that left the page's origin. */
const watchOutside = (context, address) => {
  const urls = [];
  context.on('request', (request) => request.url().startsWith(address) || urls.push(request.url()));
  return urls;
};

for (const { name, shown, scheme } of APPS) {
  test(`${name.source.slice(1)} is confirmed: refused it stays, with the focus where it was, agreed it opens what was shown`, async ({
    page,
    bank,
  }) => {
    await page.addInitScript(recordNavigations);
    await bank.open('partners');
    const link = bank.link(name);
    const href = await link.getAttribute('href');
    await link.click();
    for (const words of shown) await expect(bank.jump.dialog).toContainText(words);
    await bank.jump.pressRefuse();
    await expect(bank.jump.dialog).toHaveCount(0);
    await expect(link).toBeFocused();
    expect(await navigatedTo(page)).toEqual([]);
    await expect(bank.view.getByRole('status')).toBeEmpty();

    await link.click();
    await bank.jump.pressAgree();
    await expect.poll(() => navigatedTo(page)).toEqual([href]);
    const said = scheme === 'weixin:' ? '如果没有反应，可能没有安装微信。' : '';
    await expect(bank.view.getByRole('status')).toHaveText(said);
    expect(href.startsWith(scheme)).toBe(true);
    expect(page.url()).toBe(`${bank.address}#partners`);
    expect((await bank.answers()).map(([, decision]) => decision)).toEqual(['denied', 'granted']);
  });
}

test('a partner’s website opens in a new window once agreed, at the very address that was shown, and not before', async ({
  context,
  page,
  bank,
}) => {
  await context.route(`${INSURER}/**`, (route) =>
    route.fulfill({ contentType: 'text/plain', body: 'partner' }),
  );
  await bank.open('partners');
  const outside = watchOutside(context, bank.address);
  const link = bank.link(/^查看合作机构/);
  await link.click();
  await expect(bank.jump.dialog).toContainText('www.sample-insurance.example');
  await page.keyboard.press('Escape');
  await expect(bank.jump.dialog).toHaveCount(0);
  await expect(link).toBeFocused();
  expect([outside, context.pages().length]).toEqual([[], 1]);

  await link.click();
  const opened = context.waitForEvent('page');
  await bank.jump.pressAgree();
  const partner = await opened;
  await partner.waitForLoadState();
  expect(partner.url()).toBe(`${INSURER}/about?from=sample-bank`);
  expect(await partner.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
  expect((await bank.answers()).map(([, decision]) => decision)).toEqual(['dismissed', 'granted']);
});

test('an app of another developer says who made it, what it does and asks for, before it is downloaded', async ({
  context,
  page,
  bank,
}) => {
  await context.route(`${INSURER}/**`, (route) =>
    route.fulfill({ headers: { 'content-disposition': 'attachment; filename=sample.apk' }, body: 'sample' }),
  );
  await bank.open('partners');
  const link = bank.link(/^下载示例保险/);
  await link.click();
  for (const words of ['下载', '示例保险股份有限公司', '查询保单、报案和理赔', '相机、相册、通知']) {
    await expect(bank.jump.dialog).toContainText(words);
  }
  const download = page.waitForEvent('download');
  await bank.jump.pressAgree();
  expect((await download).url()).toBe(`${INSURER}/app/sample-insurance.apk`);
});

test('the statement is downloaded once agreed: a PDF file', async ({ page, bank }) => {
  await bank.open('transactions');
  const link = bank.link(/^下载电子对账单/);
  await link.click();
  await bank.jump.pressRefuse();
  await expect(link).toBeFocused();
  await link.click();
  const download = page.waitForEvent('download');
  await bank.jump.pressAgree();
  const file = await download;
  expect(file.suggestedFilename()).toBe('statement-2026-10.pdf');
  expect(readFileSync(await file.path(), 'latin1').slice(0, 5)).toBe('%PDF-');
});

test('nothing of a partner’s service inside the app is loaded before the person agreed to enter it', async ({
  context,
  page,
  bank,
}) => {
  const loaded = [];
  context.on('request', (request) => request.url().includes('/partner/') && loaded.push(request.url()));
  await bank.open('partners');
  await bank.link(/^合作方保险服务/).click();
  await bank.start('进入服务');
  await expect(bank.jump.dialog).toContainText('service.sample-insurance.example');
  await expect(bank.jump.dialog).toContainText('示例保险股份有限公司');
  await bank.jump.pressRefuse();
  await expect(bank.view).toContainText('没有进入，什么也没有加载');
  expect(loaded).toEqual([]);

  await bank.start('进入服务');
  await bank.jump.pressAgree();
  await expect(bank.view).toContainText('以下内容由示例保险股份有限公司提供');
  await bank.start('试算');
  await expect(bank.view).toContainText('参考保费 ¥10.50');
  expect(loaded).toHaveLength(1);
  await bank.start('离开该服务');
  await expect(bank.view.getByRole('button')).toHaveText(['进入服务']);
  await page.reload();
  await bank.gate.expectNotAsking();
  await expect(bank.view.getByRole('button')).toHaveText(['进入服务']);
});

test('a destination that is to be remembered opens at once the next time; one that information goes along to is always asked about', async ({
  context,
  bank,
}) => {
  await context.route('https://www.deposits.example/**', (route) =>
    route.fulfill({ contentType: 'text/plain', body: 'deposits' }),
  );
  await bank.open('partners');
  const open = async (press) => {
    const opened = context.waitForEvent('page');
    await press();
    await (await opened).close();
  };
  const remember = bank.jump.dialog.getByRole('checkbox');
  const link = bank.link(/^存款保险说明/);
  await link.click();
  await expect(remember).not.toBeChecked();
  await open(() => bank.jump.pressAgree());
  await link.click();
  await remember.check();
  await open(() => bank.jump.pressAgree());
  await open(() => link.click());
  await expect(bank.jump.dialog).toHaveCount(0);

  for (const name of [/^查看合作机构/, /^分享到微信/, /^下载示例保险/]) {
    await bank.link(name).click();
    await expect(bank.jump.agree).toBeVisible();
    await expect(remember).toHaveCount(0);
    await bank.jump.pressRefuse();
  }
});

test('of each risky address the confirmation says what is wrong, and those that may never open have no answer', async ({
  context,
  page,
  bank,
}) => {
  await page.addInitScript(recordNavigations);
  await bank.open('risky');
  const outside = watchOutside(context, bank.address);
  const refused = [];
  const said = [];
  for (const link of await bank.view.getByRole('link').all()) {
    await link.click();
    await expect(bank.jump.dialog).toBeVisible();
    const warnings = await bank.jump.dialog.locator('.warning').allTextContents();
    expect(warnings.length).toBeGreaterThan(0);
    said.push(await bank.jump.dialog.textContent());
    refused.push((await bank.jump.agree.count()) === 0);
    await page.keyboard.press('Escape');
    await expect(bank.jump.dialog).toHaveCount(0);
    await expect(link).toBeFocused();
  }
  const [confusable, user, ip, shorthand, , script, data, intent, redirect, dot, , hidden] = said;
  expect(confusable).toContain('xn--');
  expect(user).not.toMatch(/www\.bank\.example/);
  expect(ip).toContain('203.0.113.7');
  expect(shorthand).toContain('127.0.0.1');
  expect([intent, redirect].every((words) => words.includes('sign-in.example'))).toBe(true);
  expect(dot).toContain('www.bank.example.');
  expect(hidden).not.toContain('\u202e');
  expect([user, script, data].map((words) => refused[said.indexOf(words)])).toEqual([true, true, true]);
  expect([outside, await navigatedTo(page), context.pages().length]).toEqual([[], [], 1]);
});

test('in English, neither question has a Chinese word', async ({ page, bank }) => {
  // 微信 is the app's own name for its scheme.
  const isChinese = (dialog) =>
    dialog.evaluate((one) => /[\u4e00-\u9fff]/.test(one.textContent.replace('微信', '')));
  await bank.open('scan', '?lang=en');
  await bank.start('Turn on the camera');
  await expect(bank.permission.dialog).toContainText('To scan a QR code');
  expect(await isChinese(bank.permission.dialog)).toBe(false);
  await bank.permission.pressRefuse();
  await page.evaluate(() => (location.hash = 'partners'));
  await bank.link(/^Share to WeChat/).click();
  await expect(bank.jump.dialog).toContainText('Shenzhen Tencent Computer Systems Co., Ltd.');
  expect(await isChinese(bank.jump.dialog)).toBe(false);
});
