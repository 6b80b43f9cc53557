import { expect, test } from '../support/permission-prompt-test.mjs';

/** What a screen reader's press looks like from the page, by engine (measured). */
const ACTS = { chromium: 'pointer', firefox: 'assistive', webkit: 'assistive' };

const OPENED = 'https://partner.example/open?from=bank';

for (const [engine, act] of Object.entries(ACTS)) {
  test(`a screen reader's presses refuse a permission, decline a jump and confirm one in ${engine}`, async ({
    open,
  }) => {
    const reader = await open(engine);
    await reader.start('location');
    await reader.refuse();
    const refused = await reader.outcome();
    expect(refused).toMatchObject({
      granted: false,
      reason: 'answered',
      decision: 'denied',
      status: 'denied',
    });
    expect(refused.history).toEqual([{ id: 'permission:location', decision: 'denied', act }]);

    await reader.start('jump');
    await reader.refuse();
    expect(await reader.outcome()).toMatchObject({ decision: 'denied', opened: [] });

    await reader.start('jump');
    await reader.agree();
    expect(await reader.outcome()).toMatchObject({ decision: 'granted', opened: [OPENED] });
  });
}
