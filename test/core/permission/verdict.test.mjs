import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judge, permissionKinds, personLimit } from '../../../build/src/permission/index.js';

const swift = [0, 10, personLimit - 1];
const human = [personLimit, 1500, 3_600_000];
const any = [...swift, ...human];

/**
 * Every cell of a refusal: the states before and after (`*` for any not named in a row above), how long it took, the verdict,
 * and whether that is certain.
 */
const refusals = [
  ['prompt', 'denied', human, 'denied', true],
  ['prompt', 'prompt', human, 'dismissed', false],
  ['prompt', 'granted', human, 'blocked', false],
  ['prompt', 'unknown', human, 'denied', false],
  ['prompt', 'prompt', swift, 'blocked', false],
  ['prompt', 'denied', swift, 'blocked', false],
  ['prompt', 'granted', swift, 'blocked', false],
  ['prompt', 'unknown', swift, 'blocked', false],
  ['denied', 'denied', swift, 'blocked', true],
  ['denied', 'denied', human, 'blocked', false],
  ['denied', 'prompt', human, 'dismissed', false],
  ['denied', 'granted', human, 'blocked', false],
  ['denied', 'unknown', human, 'denied', false],
  ['denied', 'prompt', swift, 'blocked', false],
  ['denied', 'granted', swift, 'blocked', false],
  ['denied', 'unknown', swift, 'blocked', false],
  ['granted', 'granted', human, 'blocked', false],
  ['granted', 'denied', human, 'denied', false],
  ['granted', 'prompt', human, 'dismissed', false],
  ['granted', 'unknown', human, 'denied', false],
  ['granted', 'granted', swift, 'blocked', false],
  ['granted', 'denied', swift, 'blocked', false],
  ['granted', 'prompt', swift, 'blocked', false],
  ['granted', 'unknown', swift, 'blocked', false],
  ['unknown', 'unknown', human, 'denied', false],
  ['unknown', 'prompt', human, 'denied', false],
  ['unknown', 'denied', human, 'denied', false],
  ['unknown', 'granted', human, 'denied', false],
  ['unknown', 'unknown', swift, 'blocked', false],
  ['unknown', 'prompt', swift, 'blocked', false],
  ['unknown', 'denied', swift, 'blocked', false],
  ['unknown', 'granted', swift, 'blocked', false],
];

const states = ['granted', 'denied', 'prompt', 'unknown'];
const kinds = Object.keys(permissionKinds);
const verdicts = [
  'granted',
  'denied',
  'dismissed',
  'blocked',
  'unsupported',
  'insecure',
  'policy-blocked',
  'no-device',
  'busy',
  'constraints',
  'aborted',
  'failed',
];

const seen = (changes) => ({
  kind: 'camera',
  before: 'prompt',
  after: 'denied',
  end: { end: 'refused' },
  elapsed: 1500,
  ...changes,
});

describe('what the system answered', () => {
  for (const [before, after, times, verdict, certain] of refusals) {
    const speed = times === swift ? 'at once' : 'after a while';
    it(`is ${verdict}${certain ? '' : ', as a guess,'} where ${before} was refused ${speed} and is then ${after}`, () => {
      for (const elapsed of times) {
        assert.deepEqual(judge(seen({ before, after, elapsed })), { verdict, certain }, `${elapsed} ms`);
      }
    });
  }

  it('is in the table for every two states and both speeds, once', () => {
    const cells = refusals.map(([before, after, times]) => `${before} ${after} ${times === swift}`);
    const all = states.flatMap((a) => states.flatMap((b) => [`${a} ${b} true`, `${a} ${b} false`]));
    assert.deepEqual(cells.sort(), all.sort());
  });

  it('is dismissed where Chromium says that its bubble was closed, however fast and whatever the states', () => {
    const end = { end: 'refused', message: 'Permission dismissed' };
    for (const before of states)
      for (const after of states)
        for (const elapsed of any) {
          assert.deepEqual(judge(seen({ before, after, elapsed, end })), {
            verdict: 'dismissed',
            certain: true,
          });
        }
  });

  it('is blocked where Chromium says that the operating system keeps it out', () => {
    const end = { end: 'refused', message: 'Permission denied by system' };
    for (const elapsed of any)
      assert.deepEqual(judge(seen({ elapsed, end })), { verdict: 'blocked', certain: true });
  });

  it('is told by the states, not by any other text', () => {
    for (const message of [
      'Permission denied',
      'User denied Geolocation',
      '',
      'The request is not allowed',
    ]) {
      const end = { end: 'refused', message };
      assert.deepEqual(judge(seen({ end })), { verdict: 'denied', certain: true });
    }
  });

  it('is the end of the request where that says it, whatever the states and the time', () => {
    const ends = verdicts.filter((verdict) => verdict !== 'denied' && verdict !== 'blocked');
    for (const end of ends)
      for (const before of states)
        for (const elapsed of any) {
          const answer = judge(
            seen({ before, elapsed, end: { end, value: 1, message: 'Permission dismissed' } }),
          );
          assert.deepEqual(answer, { verdict: end, certain: true });
        }
  });

  it('is dismissed, as a guess, where a chooser of Bluetooth devices closed: it may have been empty', () => {
    const end = { end: 'dismissed' };
    assert.deepEqual(judge(seen({ kind: 'bluetooth', end })), { verdict: 'dismissed', certain: false });
  });

  it('is no device where there is no Bluetooth at all', () => {
    const end = { end: 'no-device' };
    assert.deepEqual(judge(seen({ kind: 'bluetooth', end })), { verdict: 'no-device', certain: true });
  });

  it('is not certain where the clock was set back or told no time meanwhile', () => {
    for (const elapsed of [-1, -3_600_000, Number.NaN]) {
      assert.deepEqual(judge(seen({ elapsed })), { verdict: 'denied', certain: false });
      assert.equal(judge(seen({ elapsed, after: 'prompt' })).certain, false);
      assert.equal(judge(seen({ elapsed, before: 'denied' })).certain, false);
    }
  });

  it('is failed, as a guess, where a requester breaks its word', () => {
    const strange = [undefined, null, 'granted', {}, { end: 'denied' }, { end: 'yes' }, { end: ['granted'] }];
    for (const end of strange) assert.deepEqual(judge(seen({ end })), { verdict: 'failed', certain: false });
  });

  it('is not what a page put on Object.prototype', () => {
    Object.prototype.end = 'granted';
    try {
      assert.equal(judge(seen({ end: {} })).verdict, 'failed');
    } finally {
      delete Object.prototype.end;
    }
  });

  it('is one of the list for any input, and granted only where the request was', () => {
    const end = fc.oneof(
      fc.record({
        end: fc.oneof(fc.constantFrom(...verdicts, 'refused'), fc.string()),
        message: fc.anything(),
      }),
      fc.anything(),
    );
    const observed = fc.record({
      kind: fc.oneof(fc.constantFrom(...kinds), fc.string()),
      before: fc.oneof(fc.constantFrom(...states), fc.anything({ withNullPrototype: true })),
      after: fc.oneof(fc.constantFrom(...states), fc.anything({ withNullPrototype: true })),
      elapsed: fc.oneof(fc.double(), fc.integer()),
      end,
    });
    fc.assert(
      fc.property(observed, (input) => {
        const { verdict, certain } = judge(input);
        assert.ok(verdicts.includes(verdict));
        assert.equal(typeof certain, 'boolean');
        assert.equal(verdict === 'granted', input.end?.end === 'granted');
      }),
      { numRuns: 2000 },
    );
  });
});
