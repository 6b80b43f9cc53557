import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../../build/src/consent/fold.js';
import { causalOrder } from '../../../build/src/consent/order.js';
import { sampleEvent } from '../../support/sample-events.js';

const id = (number) => number.toString(16).padStart(32, '0');

/** Events by short names: `[decision, version, names it supersedes, writer, sequence]`. */
const story = (entries) => {
  const names = Object.keys(entries);
  const idOf = (name) => id(names.indexOf(name) + 1);
  return Object.fromEntries(
    Object.entries(entries).map(
      ([name, [decision, version, supersedes = [], writer = name, sequence = 1]]) => [
        name,
        sampleEvent({
          id: idOf(name),
          decision,
          policy: { id: 'sample', version, language: 'en' },
          supersedes: supersedes.map(idOf),
          writer: writer.padEnd(32, '0'),
          sequence,
        }),
      ],
    ),
  );
};

const outcome = (events) => {
  const { answer, refused } = fold(Object.values(events));
  return [answer?.decision, answer?.policy.version, refused?.policy.version];
};

describe('the state of a request', () => {
  it('is nothing without an answer, and after only a closed question', () => {
    assert.deepEqual(outcome({}), [undefined, undefined, undefined]);
    assert.deepEqual(outcome(story({ a: ['dismissed', '1'] })), [undefined, undefined, undefined]);
  });

  it('is the answer that superseded the others, whatever the clock said', () => {
    const events = story({ a: ['granted', '1'], b: ['withdrawn', '1', ['a']], c: ['granted', '1', ['b']] });
    events.a.time = '2099-01-01T00:00:00.000Z';
    assert.deepEqual(outcome(events), ['granted', '1', undefined]);
  });

  it('follows the sequence of one writer where nothing is superseded by name', () => {
    const events = story({ a: ['withdrawn', '1', [], 'w', 1], b: ['granted', '1', [], 'w', 2] });
    assert.deepEqual(outcome(events), ['granted', '1', undefined]);
  });

  it('counts an own event once where another tab superseded it before the next own one', () => {
    const events = story({
      a: ['denied', '1', [], 'w', 1],
      b: ['granted', '1', ['a'], 'v', 1],
      c: ['dismissed', '1', ['b'], 'w', 2],
    });
    assert.deepEqual(outcome(events), ['granted', '1', undefined]);
  });

  it('remembers the refusal of another version that lost against a stricter answer', () => {
    const events = story({ a: ['granted', '1'], b: ['withdrawn', '1', ['a']], c: ['denied', '2'] });
    assert.deepEqual(outcome(events), ['withdrawn', '1', '2']);
  });

  it('keeps the grant of version 1 where version 2 was refused or closed', () => {
    assert.deepEqual(outcome(story({ a: ['granted', '1'], b: ['denied', '2', ['a']] })), [
      'granted',
      '1',
      '2',
    ]);
    assert.deepEqual(outcome(story({ a: ['granted', '1'], b: ['dismissed', '2', ['a']] })), [
      'granted',
      '1',
      undefined,
    ]);
  });

  it('is a refusal where the same version was refused after it was granted', () => {
    assert.deepEqual(outcome(story({ a: ['granted', '1'], b: ['denied', '1', ['a']] })), [
      'denied',
      '1',
      undefined,
    ]);
  });

  for (const [pair, stricter] of [
    [['granted', 'denied'], 'denied'],
    [['granted', 'withdrawn'], 'withdrawn'],
    [['denied', 'withdrawn'], 'withdrawn'],
    [['granted', 'dismissed'], 'granted'],
  ]) {
    it(`is ${stricter} where two tabs answered ${pair.join(' and ')} without knowing of each other`, () => {
      assert.equal(outcome(story({ a: [pair[0], '1'], b: [pair[1], '1'] }))[0], stricter);
      assert.equal(outcome(story({ a: [pair[1], '1'], b: [pair[0], '1'] }))[0], stricter);
    });
  }

  it('takes the refusal of one tab over the long history of the other, until somebody knew of both', () => {
    const events = story({
      a: ['granted', '1', [], 'w', 1],
      b: ['withdrawn', '1', ['a'], 'w', 2],
      c: ['granted', '1', ['b'], 'w', 3],
      d: ['denied', '1', [], 'v', 1],
    });
    assert.deepEqual(outcome(events), ['denied', '1', undefined]);
    assert.deepEqual(outcome({ ...events, e: sampleEvent({ supersedes: [events.c.id, events.d.id] }) }), [
      'granted',
      '1',
      undefined,
    ]);
  });

  it('does not count a grant whose causes run in a circle', () => {
    assert.equal(outcome(story({ a: ['granted', '1', ['b']], b: ['granted', '1', ['a']] }))[0], undefined);
    assert.equal(outcome(story({ a: ['granted', '1', ['a']] }))[0], undefined);
  });

  it('of 5,000 answers in one chain takes less than a second', () => {
    const events = [];
    for (let sequence = 1; sequence <= 5000; sequence++) {
      events.push(
        sampleEvent({
          writer: id(1),
          sequence,
          id: id(sequence),
          supersedes: sequence > 1 ? [id(sequence - 1)] : [],
        }),
      );
    }
    const started = performance.now();
    assert.equal(fold(events).answer.sequence, 5000);
    assert.ok(performance.now() - started < 1000);
  });
});

/** Any events at all: causes that are missing, that run in circles, that look ahead; writers with gaps and twins. */
const anyEvents = fc
  .array(
    fc.record({
      decision: fc.constantFrom('granted', 'denied', 'dismissed', 'withdrawn'),
      version: fc.constantFrom('1', '2', '3'),
      writer: fc.integer({ min: 1, max: 3 }),
      sequence: fc.integer({ min: 1, max: 6 }),
      supersedes: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }),
      time: fc.constantFrom('2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'),
    }),
    { maxLength: 8 },
  )
  .map((plans) =>
    plans.map((plan, index) =>
      sampleEvent({
        id: id(index + 1),
        decision: plan.decision,
        policy: { id: 'sample', version: plan.version, language: 'en' },
        writer: id(plan.writer),
        sequence: plan.sequence,
        supersedes: plan.supersedes.map(id),
        time: plan.time,
      }),
    ),
  );

const shuffled = (events) =>
  fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length });

describe('any events at all', () => {
  it('come to the same state in whatever order they are read', () => {
    const cases = anyEvents.chain((events) => fc.tuple(fc.constant(events), shuffled(events)));
    fc.assert(
      fc.property(cases, ([events, others]) => {
        assert.deepEqual(fold(others), fold(events));
        assert.deepEqual(causalOrder(others), causalOrder(events));
      }),
      { numRuns: 2000 },
    );
  });

  it('never come to a grant that no event gave', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { answer } = fold(events);
        assert.ok(answer === undefined || events.includes(answer));
        assert.notEqual(answer?.decision, 'dismissed');
      }),
    );
  });

  it('each stand once in the order, after every cause that is not itself caused by them', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const ordered = causalOrder(events);
        assert.equal(ordered.length, events.length);
        assert.deepEqual(new Set(ordered), new Set(events));
        const forward = events.every(
          ({ supersedes, sequence, id: own }) => supersedes.every((cause) => cause < own) && sequence === 1,
        );
        if (!forward) return;
        for (const [index, event] of ordered.entries()) {
          for (const cause of events.filter((one) => event.supersedes.includes(one.id))) {
            assert.ok(ordered.indexOf(cause) < index);
          }
        }
      }),
    );
  });

  it('come to a refusal where each of two branches grants the version that the other refused', () => {
    const answer = (number, writer, sequence, decision, version, supersedes = []) =>
      sampleEvent({
        id: id(number),
        decision,
        policy: { id: 'sample', version, language: 'en' },
        writer: id(writer),
        sequence,
        supersedes: supersedes.map(id),
      });
    const here = [answer(1, 1, 1, 'granted', '1'), answer(2, 1, 2, 'denied', '2', [1])];
    const there = [answer(3, 2, 1, 'granted', '2'), answer(4, 2, 2, 'denied', '1', [3])];
    assert.equal(fold([...here, ...there]).answer.decision, 'denied');
  });

  it('never come to a grant where an event nothing supersedes refused that very version', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { answer, frontier } = fold(events);
        if (answer?.decision !== 'granted') return;
        const against = frontier.filter(
          ({ decision, policy }) =>
            decision === 'withdrawn' || (decision === 'denied' && policy.version === answer.policy.version),
        );
        assert.deepEqual(against, []);
      }),
      { numRuns: 1000 },
    );
  });
});
