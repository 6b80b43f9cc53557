import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timeOfWords } from '../../../build/src/consent/rights/time-words.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { compileSeed, seedNames, seedsPresent } from '../../support/seed-facts.mjs';

const skip = seedsPresent ? false : 'the folder of real policies (../shared/seeds) is absent';
const monday = new Date(2026, 10, 23, 9).getTime();
const kinds = [
  'access',
  'copy',
  'correct',
  'delete',
  'close-account',
  'explain',
  'transfer',
  'complain',
  'restrict',
];
const details = { ...sampleDetails, notice: sampleNotice };

describe('a right under a real policy', { skip }, () => {
  for (const name of seedNames) {
    it(`${name}: each is answered in the policy's own words, where it has any, and never later than the law`, async () => {
      const { policy } = await compileSeed(name);
      const engine = core.createConsent({ policies: [policy], platform: { now: () => monday } });
      for (const kind of kinds) {
        const { way, deadline, event } = await engine.requestRight(kind, details);
        const stated = policy.rights.find((right) => right.kind === kind);
        assert.deepEqual(way, stated?.way);
        if (way) assert.equal(way.text, policy.text.slice(way.span.start, way.span.end));
        for (const right of policy.rights) {
          if (right.deadline) assert.ok(timeOfWords(right.deadline.text), right.deadline.text);
        }
        const days = (Date.parse(deadline) - monday) / 86_400_000;
        assert.ok(days > 0 && days < 31, `${kind}: ${days} days`);
        assert.equal(event.policy.id, policy.id);
      }
      engine.destroy();
    });
  }

  it('003 promises 15 working days, 004 thirty days', async () => {
    const days = { '003': ['delete', '2026-12-14'], '004': ['access', '2026-12-23'] };
    for (const [name, [kind, day]] of Object.entries(days)) {
      const { policy } = await compileSeed(name);
      const engine = core.createConsent({ policies: [policy], platform: { now: () => monday } });
      const { deadline, source } = await engine.requestRight(kind, details);
      const end = new Date(deadline);
      assert.equal([end.getFullYear(), end.getMonth() + 1, end.getDate()].join('-'), day);
      assert.ok(policy.text.includes(source));
    }
  });
});
