import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { answerAbout, brief, ensureAnd, startDeclared } from '../../support/request-app.js';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { face, guardianOf, mother, sensitive } from '../../support/sample-requests.js';
import { withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const child = { id: 'child-1', ageBand: 'under-14' };
const start = (options = {}) =>
  startDeclared(core, [guardianOf(), sensitive(), face()], { subject: child, ...options });

/** The guardian and the child both agree. */
const agreed = async (options) => {
  const started = await start(options);
  const outcome = started.engine.ensure('sample');
  await answerAbout(started.engine, 'guardian', 'granted', { guardian: mother });
  await answerAbout(started.engine, 'sample', 'granted');
  assert.equal((await outcome).decision, 'granted');
  return started;
};

describe('a child under 14 (PIPL 31)', () => {
  it('agrees to nothing before a guardian did, who is asked first and named in the record', async () => {
    const { engine } = await agreed();
    const [first, second] = await engine.history();
    assert.deepEqual([first.request.kind, first.guardian], ['guardian', mother]);
    assert.equal(second.request.kind, 'general');
    assert.deepEqual(first.subject, child);
  });

  it('whose guardian refuses is asked nothing, and nobody is asked again by the app', async () => {
    const { engine, open } = await start();
    const outcome = engine.ensure('sample');
    await answerAbout(engine, 'guardian', 'denied');
    assert.equal(brief(await outcome), 'none/no-guardian');
    for (const one of [engine, await open()]) {
      assert.deepEqual(
        ['sample', 'identity'].map((id) => one.status(id).decision),
        ['none', 'none'],
      );
      assert.equal(one.status('sample').asks, false);
      assert.equal((await one.ensure('sample')).decision, 'none');
      assert.equal((await one.ensure('identity')).decision, 'none');
      assert.equal(one.prompt, undefined);
    }
  });

  it('asks by itself for the guardian, as the gate does for a policy', async () => {
    const { engine } = await start();
    assert.equal(engine.status('sample').asks, true);
  });

  it('cannot answer in the place of a guardian: who it is must be said, and the question stays', async () => {
    const { engine } = await start();
    const outcome = engine.ensure('guardian');
    await until(() => engine.prompt);
    const { prompt } = engine;
    await prompt.present(sampleNotice);
    for (const guardian of [
      undefined,
      {},
      { ...mother, relation: ' ' },
      { ...mother, verification: undefined },
    ]) {
      assert.throws(() => prompt.answer('granted', { ...sampleDetails, guardian }), {
        code: 'prompt/no-guardian',
      });
    }
    assert.equal(engine.prompt, prompt);
    assert.deepEqual(await engine.history(), []);
    await prompt.answer('granted', { ...sampleDetails, guardian: mother }).saved;
    assert.equal((await outcome).decision, 'granted');
  });

  it('can refuse without a guardian', async () => {
    const { engine } = await start();
    assert.equal((await ensureAnd(engine, 'guardian', 'denied')).decision, 'denied');
  });

  it('shows the guardian all that has to be told', async () => {
    const { engine } = await start();
    engine.ensure('guardian').catch(() => undefined);
    await until(() => engine.prompt);
    const { asked } = engine.prompt;
    for (const key of [
      'method',
      'scope',
      'place',
      'retention',
      'afterExpiry',
      'security',
      'complaint',
      'correction',
      'refusal',
    ]) {
      assert.equal(asked[key], guardianOf()[key]);
    }
    engine.destroy();
  });

  it('loses every grant while the guardian took theirs back, and gets them again with it', async () => {
    const { engine } = await agreed();
    await ensureAnd(engine, 'identity', 'granted');
    await withdraw(engine, 'guardian');
    assert.equal(brief(engine.status('sample')), 'none/no-guardian');
    assert.equal(brief(engine.status('identity')), 'none/no-guardian');
    assert.equal(engine.status('sample').asks, false);
    const outcome = engine.ensure('sample', { trigger: 'user' });
    await answerAbout(engine, 'guardian', 'granted', { guardian: mother });
    assert.equal((await outcome).decision, 'granted');
    assert.equal(engine.status('identity').decision, 'granted');
  });

  it('has its open question closed when the guardian takes theirs back', async () => {
    const { engine } = await start();
    const outcome = engine.ensure('sample', { trigger: 'user' });
    await answerAbout(engine, 'guardian', 'granted', { guardian: mother });
    await until(() => engine.prompt?.request.id === 'sample');
    const { prompt } = engine;
    await prompt.present(sampleNotice);
    await withdraw(engine, 'guardian');
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/closed' });
    assert.equal((await outcome).decision, 'none');
  });

  it('loses every grant with the end of a guardian’s consent, and the guardian is asked again', async () => {
    const requests = [guardianOf({ validity: { days: 365 } }), sensitive()];
    const { engine, clock } = await agreed({ requests });
    clock.now += 365 * 86_400_000;
    assert.equal(brief(engine.status('sample')), 'none/no-guardian');
    assert.equal(engine.status('sample').asks, true);
    const outcome = engine.ensure('sample');
    await answerAbout(engine, 'guardian', 'granted', { guardian: mother });
    assert.equal((await outcome).decision, 'granted');
  });

  it('gives its face only by a guardian (R-C9)', async () => {
    const { engine } = await agreed();
    const outcome = engine.ensure('face');
    await until(() => engine.prompt);
    const { prompt } = engine;
    await prompt.present(sampleNotice);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/no-guardian' });
    await prompt.answer('granted', { ...sampleDetails, guardian: mother }).saved;
    assert.deepEqual((await outcome).event.guardian, mother);
  });

  it('in an app that declared no request for a guardian is granted nothing', async () => {
    const { engine } = await start({ requests: [sensitive()] });
    for (const trigger of ['app', 'user']) {
      assert.equal(brief(await engine.ensure('sample', { trigger })), 'none/no-guardian');
      assert.equal((await engine.ensure('identity', { trigger })).decision, 'none');
    }
    assert.equal(engine.prompt, undefined);
  });

  it('without declared requests at all is granted nothing either, permissions included', async () => {
    const { engine } = await start({ requests: undefined });
    assert.equal(brief(await engine.ensure('sample', { trigger: 'user' })), 'none/no-guardian');
    const outcome = await engine.askPermission('camera', { purpose: 'x', trigger: 'user' });
    assert.deepEqual([outcome.granted, outcome.reason], [false, 'no-consent']);
  });
});

describe('ages', () => {
  const asksFirst = async (options) => {
    const { engine } = await start(options);
    engine.ensure('sample').catch(() => undefined);
    await until(() => engine.prompt);
    const { id } = engine.prompt.request;
    engine.destroy();
    return id;
  };
  const of = (ageBand) => ({ id: 'x', ...(ageBand && { ageBand }) });
  const table = [
    ['adult', 'pipl', 'sample'],
    ['14-17', 'pipl', 'sample'],
    ['14-17', 'gdpr', 'guardian'],
    ['unknown', 'pipl', 'guardian'],
    [undefined, 'pipl', 'guardian'],
    [undefined, 'gdpr', 'guardian'],
  ];
  for (const [ageBand, profile, first] of table) {
    it(`${ageBand ?? 'none said'}, ${profile}: ${first} is asked first`, async () => {
      const requests = [guardianOf()];
      assert.equal(await asksFirst({ subject: of(ageBand), profile, requests }), first);
    });
  }

  it('a team’s own profile: 14 in Austria', async () => {
    const { gdpr } = await import('../../../build/src/consent/profile.js');
    const profile = { ...gdpr, name: 'austria', guardian: { belowAge: 14, article: 'DSG 4(4)' } };
    assert.equal(await asksFirst({ subject: of('14-17'), profile, requests: [guardianOf()] }), 'sample');
  });

  it('nobody needs a guardian where no age is said and the app serves no children', async () => {
    assert.equal(await asksFirst({ subject: of(undefined), requests: [sensitive()] }), 'sample');
  });
});
