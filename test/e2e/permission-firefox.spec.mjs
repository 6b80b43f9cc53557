import { expect, test } from '../support/permission-prompt-test.mjs';

const granted = { verdict: 'granted', certain: true };

const verdicts = ({ history }) => history.map(({ decision, platform }) => [decision, platform?.verdict]);

test('Firefox’s own prompts, allowed: camera, location, notifications and the clipboard open on the first press', async ({
  open,
}, info) => {
  const firefox = await open('firefox');
  await firefox.start('camera');
  await firefox.agree();
  await firefox.ready('Block');
  expect(await firefox.banner()).toContain('扫描收款码');
  await firefox.photograph(info.outputPath('camera-prompt.png'));
  const camera = await firefox.answer('Allow');
  expect(camera).toMatchObject({ granted: true, platform: granted, value: 'video live', status: 'granted' });
  expect(verdicts(camera)).toEqual([
    ['granted', undefined],
    ['granted', 'granted'],
  ]);

  await firefox.start('location');
  await firefox.agree();
  expect(await firefox.answer('Allow')).toMatchObject({
    granted: true,
    platform: granted,
    value: 'position 31.2',
  });

  await firefox.start('notifications');
  await firefox.agree();
  expect(await firefox.answer('Allow')).toMatchObject({ granted: true, platform: granted });

  // The small button where the person pressed; it needs the press that granted our question.
  await firefox.start('clipboard');
  await firefox.agree();
  expect(await firefox.answer('Paste')).toMatchObject({ granted: true, platform: granted });
});

test('Firefox’s own prompts, refused: denied for certain, and blocked the next time', async ({ open }) => {
  const firefox = await open('firefox');
  const refusals = { notifications: 'Always Block', location: 'Block', camera: 'Block' };
  for (const [kind, block] of Object.entries(refusals)) {
    await firefox.start(kind);
    await firefox.agree();
    await firefox.banner();
    expect(await firefox.answer(block), kind).toMatchObject({
      granted: false,
      decision: 'granted',
      platform: { verdict: 'denied', certain: true },
    });
    await firefox.closeResult();
  }

  await firefox.start('camera');
  expect(await firefox.outcome()).toMatchObject({
    reason: 'cannot-ask',
    decision: 'none',
    platform: { verdict: 'blocked', certain: true },
  });
  expect(firefox.bannerSoFar()).toEqual([]);
  expect(await firefox.names()).not.toContain('Block');
});

test('what Firefox lacks is told as lacking: Bluetooth is unsupported, and no camera is no device', async ({
  open,
}) => {
  const firefox = await open('firefox', { camera: false });
  await firefox.start('bluetooth');
  expect(await firefox.outcome()).toMatchObject({
    reason: 'cannot-ask',
    decision: 'none',
    platform: { verdict: 'unsupported', certain: true },
    history: [],
  });
  await firefox.closeResult();

  await firefox.start('camera');
  await firefox.agree();
  expect(await firefox.outcome()).toMatchObject({ granted: false, platform: { verdict: 'no-device' } });
  expect(firefox.bannerSoFar()).toEqual([]);
});
