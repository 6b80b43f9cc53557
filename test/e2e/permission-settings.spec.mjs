import { expect, test } from '../support/site-settings-test.mjs';

/** Functions by their buttons, with the name Chromium has for the permission, and what a grant gives. */
const FUNCTIONS = [
  { button: '扫一扫', name: 'camera', value: 'video live' },
  { button: '粘贴账号', name: 'clipboard-read', value: '6222 0000' },
  { button: '附近网点', name: 'geolocation', value: 'position 31.2' },
  { button: '消息提醒', name: 'notifications', value: 'granted' },
];

/** What changed while our question was open is `blocked`, or `denied` where this machine was as slow as a person. */
const NOT_ALLOWED = expect.stringMatching(/^(blocked|denied)$/);

test.beforeEach(async ({ devtools, bank, server }) => {
  await devtools.send('Emulation.setGeolocationOverride', { latitude: 31.2, longitude: 121.5, accuracy: 20 });
  await bank.open(server.origin);
});

for (const { button, name, value } of FUNCTIONS) {
  test(`${button} works on the first press where ${name} is allowed for the site, without a banner`, async ({
    page,
    bank,
    set,
  }) => {
    await set('clipboard-write', 'granted');
    await page.evaluate(() => navigator.clipboard.writeText('6222 0000'));
    await set(name, 'granted');
    const outcome = await bank.ask(button);
    expect(outcome).toMatchObject({
      granted: true,
      reason: 'answered',
      decision: 'granted',
      platform: { verdict: 'granted', certain: true },
      value,
      status: 'granted',
    });
    expect(outcome.history.map(({ decision, platform }) => [decision, platform?.verdict])).toEqual([
      ['granted', undefined],
      ['granted', 'granted'],
    ]);
    await expect(bank.banner).toHaveCount(0);
    await expect(bank.result).toHaveCount(0);
  });

  test(`${button} says that ${name} is blocked by setting, during our question as before it`, async ({
    bank,
    set,
  }) => {
    await bank.start(button);
    await expect(bank.agree).toBeVisible();
    await set(name, 'denied');
    await bank.pressAgree();
    const during = await bank.outcome();
    expect(during).toMatchObject({ granted: false, decision: 'granted', platform: { verdict: NOT_ALLOWED } });
    expect(during.history.map(({ decision, platform }) => [decision, platform?.verdict])).toEqual([
      ['granted', undefined],
      ['granted', NOT_ALLOWED],
    ]);
    await bank.closeResult();

    await bank.start(button);
    const before = await bank.outcome();
    expect(before).toMatchObject({
      granted: false,
      reason: 'cannot-ask',
      decision: 'none',
      platform: { verdict: 'blocked', certain: true },
    });
    expect(before.history).toEqual(during.history);
    await expect(bank.result).toBeVisible();
    await expect(bank.question).toHaveCount(0);
    await expect(bank.banner).toHaveCount(0);
  });
}
