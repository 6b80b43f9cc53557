import assert from 'node:assert/strict';
import { it } from 'node:test';
import { memoryStorage } from '../../../build/src/index.js';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { createApp, see } from '../../support/start-engine.js';

it('a choice made while the write before it is on its way, and fails, leaves no hole in a chain', async () => {
  const kept = memoryStorage();
  let fail;
  let calls = 0;
  const storage = {
    ...kept,
    append: (events) => {
      calls += 1;
      if (calls > 1) return kept.append(events);
      return new Promise((_, reject) => (fail = () => reject(new DOMException('lost', 'AbortError'))));
    },
  };
  const engine = await createApp(core, { storage }).open();
  const answer = async (decision) => {
    const prompt = await see(engine, 'user');
    return prompt.answer(decision, { act: 'pointer', visibility: 'verified' });
  };
  const first = await answer('denied');
  const second = await answer('granted');
  await second.saved;
  fail();
  await first.saved;

  const { events } = await kept.read();
  assert.deepEqual(
    events.map(({ id }) => id),
    [second.event.id],
    'the tab may be gone before the first is sent again',
  );
  assert.equal((await verifyLedger(events)).result, 'consistent');
  assert.deepEqual(second.event.supersedes, [first.event.id]);
});
