// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bridge } from '../../support/bridge-build.js';
import { sampleClaim, unsoundClaims } from '../../support/host-contract.js';

const { readClaims } = bridge;

test('a sound claim is read, as a copy', () => {
  const claim = sampleClaim();
  const [read] = readClaims([claim]);
  assert.deepEqual(read, claim);
  claim.decision = 'denied';
  assert.equal(read?.decision, 'granted');
});

test('each unsound claim is left out, and the sound one beside it is read', () => {
  for (const unsound of unsoundClaims())
    assert.deepEqual(readClaims([unsound, sampleClaim()]), [sampleClaim()]);
});

test('a decision that is inherited, or put on every object by the page, is no decision', () => {
  const { decision: _, ...rest } = sampleClaim();
  const inherited = Object.assign(Object.create({ decision: 'granted' }), rest);
  assert.deepEqual(readClaims([inherited]), []);
  Reflect.set(Object.prototype, 'decision', 'granted');
  try {
    assert.deepEqual(readClaims([rest]), []);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'decision');
  }
});

test('more than 100 claims at once are not read at all', () => {
  assert.equal(readClaims(Array.from({ length: 100 }, () => sampleClaim())).length, 100);
  assert.deepEqual(readClaims(Array.from({ length: 101 }, () => sampleClaim())), []);
});

test('whatever a native side says, nothing is read but exact claims', () => {
  const field = fc.oneof(fc.constantFrom('granted', 'denied', '2026-11-22T10:00:00Z', '1'), fc.anything());
  const nearly = fc.record(
    { request: field, decision: field, version: field, time: field, evidence: field, extra: field },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.array(fc.oneof(nearly, fc.anything()))), (value) => {
      for (const claim of readClaims(value)) {
        assert.deepEqual(Object.keys(claim).sort(), ['decision', 'evidence', 'request', 'time', 'version']);
        assert.match(claim.decision, /^(?:granted|denied|withdrawn)$/);
        for (const text of Object.values(claim)) assert.ok(typeof text === 'string' && text !== '');
      }
    }),
    { numRuns: 3000 },
  );
});
