import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { eventually } from '../../support/eventually.mjs';
import { sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';

const codes = (engine) => engine.errors.map(({ code }) => code);

describe('what a person saw when they chose', () => {
  it('is there again: the text and every word of the question, after a restart too', async () => {
    const app = createApp(core);
    const { event } = await press(await app.open(), 'granted');
    const engine = await app.open({ version: '2' });
    const { policy, notice } = await engine.shown(event);
    assert.equal(policy.text, (await app.policyOf('1')).text);
    assert.deepEqual(notice, sampleNotice);
  });

  it('is there of a refusal and of a withdrawal too', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const { event: refusal } = await press(engine, 'denied');
    await press(engine, 'granted', 'user');
    const { event: withdrawal } = await withdraw(engine);
    for (const event of [refusal, withdrawal]) {
      assert.deepEqual((await engine.shown(event)).notice, sampleNotice);
    }
  });

  it('is the words shown last, and none that were only shown', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const prompt = await see(engine);
    const english = { ...sampleNotice, locale: 'en', strings: ['Please choose'] };
    await prompt.present(english);
    const { event } = prompt.answer('granted', { act: 'pointer', visibility: 'verified' });
    await eventually(async () => (await engine.shown(event)).notice);
    assert.deepEqual((await engine.shown(event)).notice, english);
    assert.equal(await app.archive.getNotice(await core.hashRecord(sampleNotice)), undefined);
  });

  it('is nothing where the archive keeps none, or the event has none', async () => {
    const { putNotice, getNotice, ...archive } = core.memoryArchive();
    assert.equal(typeof putNotice, typeof getNotice);
    const engine = await createApp(core, { archive }).open();
    const { event } = await press(engine, 'granted');
    assert.deepEqual(Object.keys(await engine.shown(event)), ['policy']);
    assert.deepEqual(await engine.shown({ ...event, noticeHash: '', policyHash: 'none' }), {});
    assert.deepEqual(codes(engine), []);
  });

  it('is not believed where the words have another hash', async () => {
    const archive = core.memoryArchive();
    const forging = { ...archive, getNotice: async () => ({ ...sampleNotice, strings: ['forged'] }) };
    const engine = await createApp(core, { archive: forging }).open();
    const { event } = await press(engine, 'granted');
    assert.deepEqual(Object.keys(await engine.shown(event)), ['policy']);
    assert.deepEqual(codes(engine), ['archive/hash-mismatch']);
  });

  it('that cannot be kept is reported; the grant stands', async () => {
    const archive = { ...core.memoryArchive(), putNotice: async () => Promise.reject(new Error('no')) };
    const engine = await createApp(core, { archive }).open();
    await press(engine, 'granted');
    await eventually(() => codes(engine).includes('archive/put-failed'));
    assert.equal(engine.status('sample').decision, 'granted');
  });
});
