import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { ensureAnd, startDeclared } from '../../support/request-app.js';
import { onBehalf, sensitive } from '../../support/sample-requests.js';
import { withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const start = (requests, options) => startDeclared(core, requests, options);

describe('a consent on behalf of another', () => {
  it('is declared for each of them, and recorded with whom the person acts for', async () => {
    const { engine } = await start([onBehalf()]);
    await ensureAnd(engine, 'relative:p-1', 'granted');
    const { event } = engine.status('relative:p-1');
    assert.deepEqual(event.subject.actsFor, { kind: 'other-person', reference: 'p-1' });
    assert.deepEqual([event.request.kind, event.request.id], ['on-behalf', 'relative:p-1']);
    assert.equal(engine.status('relative:p-2').decision, 'none');
    await ensureAnd(engine, 'relative:p-2', 'denied');
    assert.equal(engine.status('relative:p-1').decision, 'granted');
    assert.equal(engine.status('relative:p-2').decision, 'denied');
  });

  it('shows the words of the declaration', async () => {
    const { engine } = await start([onBehalf({ actsFor: 'organisation', id: 'company' })]);
    engine.ensure('company:acme').catch(() => undefined);
    await until(() => engine.prompt);
    assert.equal(engine.prompt.asked.declaration, '我已取得对方授权');
    engine.destroy();
  });

  it('withdrawn, says for whom', async () => {
    const { engine } = await start([onBehalf()]);
    await ensureAnd(engine, 'relative:p-1', 'granted');
    const { event } = await withdraw(engine, 'relative:p-1');
    assert.equal(event.subject.actsFor.reference, 'p-1');
    assert.equal(engine.status('relative:p-1').decision, 'withdrawn');
  });

  for (const id of ['relative', 'relative:', 'relative:a b', 'identity:p-1', 'nobody', 'nobody:x']) {
    it(`is nothing without a name of them: ${id}`, async () => {
      const { engine } = await start([onBehalf(), sensitive()]);
      assert.throws(() => engine.status(id), { code: 'engine/unknown-request' });
      await assert.rejects(engine.ensure(id), { code: 'engine/unknown-request' });
    });
  }
});
