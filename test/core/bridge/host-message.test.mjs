// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bridge } from '../../support/bridge-build.js';
import { randomToken, sampleEvent } from '../../support/sample-events.js';

const { hostMessage } = bridge;
const size = (/** @type {unknown} */ value) => new TextEncoder().encode(JSON.stringify(value)).length;

test('a message holds ids and hashes, and none of the words or the person', () => {
  const event = sampleEvent({
    request: {
      id: 'face',
      kind: 'separate',
      purpose: 'SECRET',
      data: 'SECRET',
      refusal: 'SECRET',
      recipient: 'SECRET',
    },
    subject: { id: 'SECRET', actsFor: { kind: 'child', reference: 'SECRET' }, ageBand: '14-17' },
    guardian: { reference: 'SECRET', relation: 'SECRET', verification: 'SECRET' },
    validity: 'until',
    until: '2027-01-01T00:00:00.000Z',
  });
  const message = hostMessage(event, 'bank');
  assert.ok(!JSON.stringify(message).includes('SECRET'));
  assert.deepEqual(message, {
    schema: 'mingshi.host/1',
    namespace: 'bank',
    id: event.id,
    request: 'face',
    decision: 'granted',
    version: '1',
    actsFor: 'child',
    time: event.time,
    validity: 'until',
    until: '2027-01-01T00:00:00.000Z',
    policyHash: event.policyHash,
    noticeHash: event.noticeHash,
    writer: event.writer,
    sequence: 1,
    supersedes: [],
  });
});

test('the last four superseded ids go along, fewer where room lacks', () => {
  const ids = Array.from({ length: 9 }, randomToken);
  assert.deepEqual(hostMessage(sampleEvent({ supersedes: ids }), 'default')?.supersedes, ids.slice(-4));
  const long = { supersedes: ids, request: { id: 'x'.repeat(400), kind: 'separate' } };
  const short = hostMessage(sampleEvent(long), 'default')?.supersedes ?? [];
  assert.ok(short.length < 4);
  assert.deepEqual(short, short.length === 0 ? [] : ids.slice(-short.length));
});

test('no message is longer than 1 KB with a nonce beside it, whatever its ids', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ maxLength: 900 }), (id, version) => {
      const event = sampleEvent({
        request: { id: id || 'x', kind: 'separate' },
        policy: { id: 'p', version: version || '1', language: 'en' },
        supersedes: Array.from({ length: 6 }, randomToken),
      });
      const message = hostMessage(event, 'default');
      if (message) assert.ok(size({ ...message, nonce: randomToken() }) <= 1000);
      else assert.ok(size(id) + size(version) > 300);
    }),
    { numRuns: 500 },
  );
});
