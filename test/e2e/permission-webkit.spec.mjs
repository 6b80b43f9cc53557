import { expect, test } from '../support/permission-prompt-test.mjs';

const granted = { verdict: 'granted', certain: true };

test('WebKit’s own prompts, allowed: camera, notifications and the clipboard open on the first press', async ({
  open,
}, info) => {
  const webkit = await open('webkit');
  await webkit.start('camera');
  await webkit.agree();
  await webkit.ready('No');
  expect(await webkit.banner()).toContain('扫描收款码');
  await webkit.photograph(info.outputPath('camera-prompt.png'));
  const camera = await webkit.answer('Yes');
  expect(camera).toMatchObject({ granted: true, platform: granted, value: 'video live', status: 'granted' });
  expect(camera.history.map(({ decision, act, platform }) => [decision, act, platform?.verdict])).toEqual([
    ['granted', 'assistive', undefined],
    ['granted', 'assistive', 'granted'],
  ]);

  await webkit.start('notifications');
  await webkit.agree();
  expect(await webkit.answer('Yes')).toMatchObject({ granted: true, platform: granted });

  await webkit.start('clipboard');
  await webkit.agree();
  expect(await webkit.answer('Yes')).toMatchObject({ granted: true, platform: granted });
});

test('WebKit’s own prompts, refused: no grant, and never certain where WebKit does not say', async ({
  open,
}) => {
  const webkit = await open('webkit');
  const refuse = async (kind) => {
    await webkit.start(kind);
    await webkit.agree();
    const outcome = await webkit.answer('No');
    await webkit.closeResult();
    return outcome;
  };

  // Its states of these two do not change: a refusal cannot be told from a question that was closed.
  const unsure = { verdict: 'dismissed', certain: false };
  expect(await refuse('camera')).toMatchObject({ granted: false, decision: 'granted', platform: unsure });
  expect(await refuse('notifications')).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: unsure,
  });
  expect(await refuse('location')).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'denied', certain: true },
  });
});

test('what WebKit lacks is told as lacking: Bluetooth is unsupported, and no camera is no device', async ({
  open,
}) => {
  const webkit = await open('webkit', { camera: false });
  await webkit.start('bluetooth');
  expect(await webkit.outcome()).toMatchObject({
    reason: 'cannot-ask',
    decision: 'none',
    platform: { verdict: 'unsupported', certain: true },
    history: [],
  });
  await webkit.closeResult();

  await webkit.start('camera');
  await webkit.agree();
  expect(await webkit.outcome()).toMatchObject({
    granted: false,
    platform: { verdict: 'no-device', certain: true },
  });
  expect(webkit.bannerSoFar()).toEqual([]);
});
