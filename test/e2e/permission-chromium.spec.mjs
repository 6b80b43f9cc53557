import { expect, test } from '../support/permission-prompt-test.mjs';

const CAMERA_PROMPT = 'wants to: Use your camera';
const NEVER = 'Never allow';

test('camera allowed in Chromium’s own prompt: both answers are recorded apart, the purpose stands beside it', async ({
  open,
}, info) => {
  const chromium = await open('chromium');
  await chromium.start('camera');
  await chromium.agree();
  await chromium.ready(NEVER);
  expect(await chromium.banner()).toContain('扫描收款码');
  await chromium.photograph(info.outputPath('camera-prompt.png'));
  expect(chromium.bannerSoFar()).toEqual([true]);

  const granted = { verdict: 'granted', certain: true };
  expect(await chromium.answer('Allow while visiting the site', CAMERA_PROMPT)).toMatchObject({
    granted: true,
    reason: 'answered',
    decision: 'granted',
    platform: granted,
    value: 'video live',
    status: 'granted',
    history: [
      { id: 'permission:camera', decision: 'granted', act: 'pointer' },
      { id: 'permission:camera', decision: 'granted', act: 'pointer', platform: granted },
    ],
  });
  await chromium.bannerGone();

  // What is granted is not asked about again: no prompt of ours, none of Chromium's, and no flash of a banner.
  await chromium.start('camera');
  const again = await chromium.outcome();
  expect(again).toMatchObject({ granted: true, platform: granted, value: 'video live' });
  expect(again.history).toHaveLength(2);
  expect(chromium.bannerSoFar()).toEqual([]);
  expect(await chromium.names()).not.toContain(NEVER);
});

test('camera refused in Chromium’s own prompt is denied for certain, and blocked by setting the next time', async ({
  open,
}) => {
  const chromium = await open('chromium');
  await chromium.start('camera');
  await chromium.agree();
  const denied = { verdict: 'denied', certain: true };
  const outcome = await chromium.answer(NEVER, CAMERA_PROMPT);
  expect(outcome).toMatchObject({ granted: false, decision: 'granted', platform: denied, status: 'none' });
  expect(outcome.history.map(({ decision, platform }) => [decision, platform])).toEqual([
    ['granted', undefined],
    ['granted', denied],
  ]);
  expect(chromium.bannerSoFar()).not.toEqual([]);

  await chromium.closeResult();
  await chromium.start('camera');
  expect(await chromium.outcome()).toMatchObject({
    granted: false,
    reason: 'cannot-ask',
    decision: 'none',
    platform: { verdict: 'blocked', certain: true },
  });
  expect(chromium.bannerSoFar()).toEqual([]);
  expect(await chromium.names()).not.toContain(NEVER);
});

test('camera prompt closed in Chromium is dismissed for certain, and asked again when the function is started', async ({
  open,
}) => {
  const chromium = await open('chromium');
  await chromium.start('camera');
  await chromium.agree();
  expect(await chromium.answer('Close', CAMERA_PROMPT)).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'dismissed', certain: true },
  });

  await chromium.closeResult();
  await chromium.start('camera');
  await chromium.refuse();
  const refused = await chromium.outcome();
  expect(refused).toMatchObject({ granted: false, decision: 'denied', status: 'denied' });
  expect(refused.platform).toBeUndefined();
  expect(await chromium.names()).not.toContain(NEVER);
});

test('without a camera Chromium has nothing to ask: no device, and no banner stays', async ({ open }) => {
  const chromium = await open('chromium', { camera: false });
  await chromium.start('camera');
  await chromium.agree();
  expect(await chromium.outcome()).toMatchObject({
    granted: false,
    decision: 'granted',
    platform: { verdict: 'no-device', certain: true },
  });
  // On a slow machine Chromium looks for cameras for longer than a prompt takes to open.
  await expect.poll(() => chromium.bannerSoFar().at(-1) ?? false).toBe(false);
  expect(await chromium.names()).not.toContain(NEVER);
});
