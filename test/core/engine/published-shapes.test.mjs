import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { createApp, press } from '../../support/start-engine.js';

const stated = { jurisdiction: 'CN', policyUrl: 'https://bank.example/privacy', unstated: 'mark' };

describe('the export in published shapes', () => {
  it('writes a consent record for each choice, with the very hashes of the ledger', async () => {
    const engine = await createApp(core).open();
    const { event } = await press(engine, 'granted');
    const text = await engine.export('iso-27560', stated);
    assert.ok(Array.isArray(JSON.parse(text)), 'a list of records');
    for (const proof of [event.id, event.policyHash, event.noticeHash])
      assert.ok(text.includes(proof), proof);
  });

  it('writes a receipt for what was granted, and none for a refusal', async () => {
    const app = createApp(core);
    const engine = await app.open();
    await press(engine, 'denied');
    assert.deepEqual(JSON.parse(await engine.export('kantara', stated)), []);
    const { event } = await press(engine, 'granted', 'user');
    const [receipt, ...others] = JSON.parse(await engine.export('kantara', stated));
    assert.deepEqual([receipt.consentReceiptID, others], [event.id, []]);
  });

  it('names what a shape requires and nobody states, and refuses a shape it does not know', async () => {
    const engine = await createApp(core).open();
    await press(engine, 'granted');
    await assert.rejects(engine.export('kantara'), ({ code, value }) => {
      assert.equal(code, 'export/missing-field');
      return value.some(({ field }) => field === 'jurisdiction');
    });
    await assert.rejects(engine.export('csv'), { code: 'export/unknown-format' });
  });
});
