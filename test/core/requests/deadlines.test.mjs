import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { endOfTerm } from '../../../build/src/consent/rights/end-of-term.js';
import { timeOfWords } from '../../../build/src/consent/rights/time-words.js';

describe('the time that words name', () => {
  const words = {
    '15个工作日内': { workingDays: 15 },
    十五个工作日内: { workingDays: 15 },
    '30天内': { days: 30 },
    '30 日内': { days: 30 },
    三十日内: { days: 30 },
    '7 个自然日': { days: 7 },
    '48小时内': { hours: 48 },
    一个月内: { months: 1 },
    两周内: { days: 14 },
    二十一天: { days: 21 },
    十日: { days: 10 },
    'within 30 days': { days: 30 },
    'within one month': { months: 1 },
    'fifteen business days': { workingDays: 15 },
    '15 working days': { workingDays: 15 },
    'forty-five days': { days: 45 },
    'forty five calendar days': { days: 45 },
    'two weeks': { days: 14 },
    '72 hours': { hours: 72 },
  };
  for (const [text, term] of Object.entries(words)) {
    it(text, () => assert.deepEqual(timeOfWords(text), term));
  }

  for (const text of ['及时', 'without delay', '', '0天内', '版本 15', '每月一次']) {
    it(`none: ${text}`, () => assert.equal(timeOfWords(text), undefined));
  }

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void timeOfWords(text)));
  });
});

describe('the end of a term', () => {
  const at = (...date) => new Date(...date).getTime();
  const dayOf = (end) => {
    const date = new Date(end);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes()];
  };

  it('is the end of its last day, counted from the next', () => {
    assert.deepEqual(dayOf(endOfTerm(at(2026, 10, 23, 9), { days: 30 })), [2026, 12, 23, 23, 59]);
  });

  it('leaves out Saturdays and Sundays of working days', () => {
    // Monday 23 November 2026: fifteen working days end on Monday 14 December.
    assert.deepEqual(dayOf(endOfTerm(at(2026, 10, 23, 9), { workingDays: 15 })), [2026, 12, 14, 23, 59]);
    // Asked on a Saturday, one working day is Monday.
    assert.deepEqual(dayOf(endOfTerm(at(2026, 10, 28), { workingDays: 1 })), [2026, 11, 30, 23, 59]);
  });

  it('of a month is the same day, or the last one of a shorter month', () => {
    assert.deepEqual(dayOf(endOfTerm(at(2026, 0, 31), { months: 1 })), [2026, 2, 28, 23, 59]);
    assert.deepEqual(dayOf(endOfTerm(at(2028, 0, 31), { months: 1 })), [2028, 2, 29, 23, 59]);
    assert.deepEqual(dayOf(endOfTerm(at(2026, 11, 5), { months: 1 })), [2027, 1, 5, 23, 59]);
  });

  it('of hours is to the hour', () => {
    assert.equal(endOfTerm(1000, { hours: 48 }), 1000 + 48 * 3_600_000);
  });

  it('always comes later, whatever the clock says', () => {
    const term = fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ workingDays: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ months: fc.integer({ min: 1, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), term, (now, one) =>
        assert.ok(endOfTerm(now, one) > now),
      ),
    );
    for (const now of [NaN, Infinity, -Infinity]) assert.ok(endOfTerm(now, { days: 1 }) > 0);
  });
});
