import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp } from '../../support/start-engine.js';

const monday = new Date(2026, 10, 23, 9).getTime();
const details = { ...sampleDetails, notice: sampleNotice };
const localDay = (iso) => {
  const date = new Date(iso);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
};

/** A policy that states rights in its own words. */
const text =
  '示例隐私政策\n您可以拨打客服热线 000 更正信息，我们将在5个工作日内答复。\n注销账户须在 60 天内处理。\n';
const words = (part) => {
  const start = text.indexOf(part);
  return { text: part, span: { start, end: start + part.length } };
};
const rights = [
  { kind: 'correct', way: words('您可以拨打客服热线 000 更正信息'), deadline: words('5个工作日内') },
  { kind: 'close-account', way: words('注销账户须在 60 天内处理'), deadline: words('60 天内') },
];

const start = async (options = {}) => {
  const app = createApp(core, { options: { platform: { now: () => monday } } });
  const policy = await app.policyOf('1', { text, rights, hash: await core.hashText(text) });
  return { app, engine: await app.open({ policy, ...options }) };
};

describe('a right a person makes use of (R-N5)', () => {
  it('is recorded with the day by which it must be answered, and handed to the app', async () => {
    const handed = [];
    const { engine } = await start({ onRight: (right, event) => handed.push({ right, event }) });
    const heard = [];
    engine.subscribe((change) => change.type === 'right' && heard.push(change));
    const { event, saved, deadline, way, source } = await engine.requestRight('access', {
      ...details,
      details: '请给我 2026 年的记录',
    });
    await saved;
    assert.deepEqual(
      [event.request, event.decision, event.until],
      [{ id: 'right:access', kind: 'right' }, 'requested', deadline],
    );
    assert.equal(localDay(deadline), '2026-12-23');
    assert.match(source, /GB\/T 35273-2020 8\.7/);
    assert.equal(way, undefined);
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    const right = { kind: 'access', details: '请给我 2026 年的记录', deadline, source };
    assert.deepEqual(handed, [{ right, event }]);
    assert.deepEqual(heard, [{ type: 'right', event, right }]);
    assert.ok(!JSON.stringify(await engine.history()).includes('2026 年的记录'));
  });

  it('has the policy’s own way and time, word for word', async () => {
    const { engine } = await start();
    const { way, deadline, source } = await engine.requestRight('correct', details);
    assert.equal(way.text, text.slice(way.span.start, way.span.end));
    assert.deepEqual([localDay(deadline), source], ['2026-11-30', '5个工作日内']);
  });

  it('is not put off by a promise longer than the law allows', async () => {
    const { engine } = await start();
    const { way, deadline, source } = await engine.requestRight('close-account', details);
    assert.ok(way);
    assert.equal(localDay(deadline), '2026-12-14');
    assert.match(source, /认定方法/);
  });

  it('is answered within a month under the GDPR; a complaint has no day there', async () => {
    const { engine } = await start({ profile: 'gdpr' });
    assert.equal(localDay((await engine.requestRight('restrict', details)).deadline), '2026-12-23');
    const { event, deadline } = await engine.requestRight('complain', details);
    assert.deepEqual([deadline, 'until' in event], [undefined, false]);
  });

  it('is one the profile has', async () => {
    const { pipl } = await import('../../../build/src/consent/profile.js');
    const own = { ...pipl, name: 'own', rights: { copy: { within: { hours: 72 }, source: 'house rule' } } };
    const { engine } = await start({ profile: own });
    assert.equal(Date.parse((await engine.requestRight('copy', details)).deadline), monday + 72 * 3_600_000);
    await assert.rejects(engine.requestRight('access', details), { code: 'right/unknown' });
    for (const kind of ['withdraw', 'toString', undefined, 7]) {
      await assert.rejects(engine.requestRight(kind, details), { code: 'right/unknown' });
    }
  });

  it('is recorded before any consent, is no answer, and each time anew', async () => {
    const { engine, app } = await start();
    for (let times = 0; times < 2; times++) await (await engine.requestRight('delete', details)).saved;
    assert.equal(engine.status('sample').asks, true);
    const { events } = await app.storage.read();
    assert.deepEqual(
      events.map(({ decision, sequence }) => [decision, sequence]),
      [
        ['requested', 1],
        ['requested', 2],
      ],
    );
    const { verifyLedger } = await import('../../../build/src/ledger/index.js');
    assert.equal((await verifyLedger(JSON.parse(await engine.export('json')))).result, 'consistent');
  });

  it('stands whatever the app’s own function does; its error is the page’s', async () => {
    const thrown = [];
    const timer = (callback, delay) => (delay === 0 ? thrown.push(callback) : undefined, () => undefined);
    const platform = { now: () => monday, timer };
    const onRight = () => {
      throw new Error('host');
    };
    const { engine } = await start({ onRight, platform });
    await engine.requestRight('copy', details);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.throws(thrown[0], { message: 'host' });
    assert.equal((await engine.history()).length, 1);
  });

  it('needs a notice, a sound act and a policy', async () => {
    const { engine } = await start();
    await assert.rejects(engine.requestRight('copy', sampleDetails), { code: 'prompt/invalid-notice' });
    await assert.rejects(engine.requestRight('copy', undefined), { code: 'prompt/invalid-answer' });
    const none = core.createConsent({ policies: [] });
    await assert.rejects(none.requestRight('copy', details), { code: 'right/no-policy' });
    engine.destroy();
    await assert.rejects(engine.requestRight('copy', details), { code: 'engine/destroyed' });
  });
});
