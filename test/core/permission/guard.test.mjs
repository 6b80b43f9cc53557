import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mayAskByItself, quietPeriod } from '../../../build/src/permission/guard.js';
import { sampleEvent } from '../../support/sample-events.js';

const hour = 3_600_000;
const start = Date.parse('2026-11-22T10:00:00.000Z');

/** A device: its clock can be turned, the app in it restarted, the person in front of it answers. */
class Device {
  now = start;
  events = [];
  session = new Set();

  answer(decision, verdict, request = 'permission:camera') {
    const event = sampleEvent({
      decision,
      time: new Date(this.now).toISOString(),
      request: { id: request, kind: 'permission' },
      ...(verdict && { platform: { verdict, certain: true } }),
    });
    this.events.push(event);
    this.session.add(event.id);
    return this;
  }

  wait(hours) {
    this.now += hours * hour;
    return this;
  }

  restart() {
    this.session = new Set();
    return this;
  }

  get mayAsk() {
    return mayAskByItself(this.events, { now: this.now, thisSession: this.session });
  }
}

const refusals = {
  'our question was refused': ['denied'],
  'the system was told no': ['granted', 'denied'],
  'the system refused by itself': ['granted', 'blocked'],
  'the grant was withdrawn': ['withdrawn'],
  'a grant of both sides was withdrawn': ['withdrawn', 'granted'],
};

const closings = {
  'our question was closed': ['dismissed'],
  'the prompt of the system was closed': ['granted', 'dismissed'],
};

describe('an app that would ask for a permission by itself', () => {
  it('may where nothing was ever answered', () => {
    assert.equal(new Device().mayAsk, true);
  });

  it('keeps quiet for 48 hours', () => {
    assert.equal(quietPeriod, 48 * hour);
  });

  for (const [what, answer] of Object.entries(refusals)) {
    it(`may not within 48 hours after ${what}, and may then, in the same session`, () => {
      const device = new Device().answer(...answer);
      assert.equal(device.mayAsk, false);
      assert.equal(device.wait(47.999).mayAsk, false);
      assert.equal(device.wait(0.001).mayAsk, true);
      assert.equal(device.wait(1000).mayAsk, true);
    });

    it(`never may again after a restart where ${what}`, () => {
      const device = new Device().answer(...answer).restart();
      assert.equal(device.mayAsk, false);
      assert.equal(device.wait(48).mayAsk, false);
      assert.equal(device.wait(24 * 365).mayAsk, false);
    });
  }

  for (const [what, answer] of Object.entries(closings)) {
    it(`may 48 hours after ${what}, restarted or not`, () => {
      for (const device of [new Device().answer(...answer), new Device().answer(...answer).restart()]) {
        assert.equal(device.mayAsk, false);
        assert.equal(device.wait(47.999).mayAsk, false);
        assert.equal(device.wait(0.001).mayAsk, true);
      }
    });
  }

  it('may again where the device or the page, not a person, stood in the way', () => {
    const lacks = [
      'unsupported',
      'insecure',
      'policy-blocked',
      'no-device',
      'busy',
      'constraints',
      'aborted',
      'failed',
    ];
    for (const verdict of lacks) {
      assert.equal(new Device().answer('granted', verdict).restart().mayAsk, true, verdict);
    }
  });

  it('may where the person agreed and the system was never reached', () => {
    assert.equal(new Device().answer('granted').restart().mayAsk, true);
  });

  it('may where both granted since', () => {
    const device = new Device()
      .answer('denied')
      .answer('dismissed')
      .answer('granted')
      .answer('granted', 'granted');
    assert.equal(device.restart().mayAsk, true);
  });

  it('may not where the person agreed since, and the system did not grant it', () => {
    const device = new Device().answer('denied').answer('granted').answer('granted', 'busy').restart();
    assert.equal(device.mayAsk, false);
  });

  it('may not where both granted, and it was withdrawn since', () => {
    const device = new Device().answer('granted', 'granted').answer('withdrawn', 'granted').restart();
    assert.equal(device.wait(100).mayAsk, false);
  });

  it('may not where another function was refused the same kind', () => {
    const device = new Device().answer('denied', undefined, 'permission:camera:scan');
    assert.equal(
      device.answer('dismissed', undefined, 'permission:camera:avatar').wait(50).restart().mayAsk,
      false,
    );
  });

  it('waits for the last of several closed questions', () => {
    const device = new Device().answer('dismissed').wait(40).answer('dismissed').wait(40);
    assert.equal(device.mayAsk, false);
    assert.equal(device.wait(8).mayAsk, true);
  });

  it('counts a clock set back as just asked, until the time is reached again', () => {
    for (const decision of ['denied', 'dismissed']) {
      const device = new Device().wait(1000).answer(decision).wait(-500);
      assert.equal(device.mayAsk, false);
      assert.equal(device.wait(500).mayAsk, false);
      assert.equal(device.wait(48).mayAsk, true);
    }
  });

  it('is not let ask by a clock set forward and a restart, after a refusal', () => {
    assert.equal(new Device().answer('denied').wait(1e5).restart().mayAsk, false);
  });

  it('counts a time that cannot be read as just asked', () => {
    const device = new Device().answer('dismissed').wait(100);
    device.events[0].time = 'yesterday';
    assert.equal(device.mayAsk, false);
    device.events[0].time = new Date(start).toISOString();
    device.now = Number.NaN;
    assert.equal(device.mayAsk, false);
  });

  it('never may where a person refused, did not grant since, and the app was restarted', () => {
    const decisions = fc.constantFrom('granted', 'denied', 'dismissed', 'withdrawn');
    const verdicts = fc.constantFrom(undefined, 'denied', 'dismissed', 'blocked', 'busy', 'failed');
    const later = fc.array(fc.tuple(decisions, verdicts, fc.integer({ min: -1000, max: 1000 })));
    fc.assert(
      fc.property(later, fc.integer({ min: -1000, max: 1e6 }), (answers, wait) => {
        const device = new Device().answer('denied');
        for (const [decision, verdict, hours] of answers) device.answer(decision, verdict).wait(hours);
        assert.equal(device.restart().wait(wait).mayAsk, false);
      }),
    );
  });
});
