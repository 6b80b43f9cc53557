import { aTimeout, expect } from '@open-wc/testing';
import { answersOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { replace, restore } from '../../support/replaced.js';
import { waitUntil } from '../../support/wait-until.js';
import { decisionsAbout, eventsAbout, openPrompt, PROMPTS } from './every-prompt.js';

// F-N7 in the browser: the guard ends by the monotonic clock, an answer is recorded whatever `Date` says.
const real = Date.now.bind(Date);
const YEARS = 10 * 365.25 * 86_400_000;

const CLOCKS = {
  'is ten years ahead': () => real() + YEARS,
  'is ten years behind': () => real() - YEARS,
  stands: () => Date.parse('2026-03-29T01:30:00Z'),
  'goes back an hour at each look': (() => {
    let hours = 0;
    return () => real() - 3_600_000 * (hours += 1);
  })(),
  'tells no time': () => NaN,
  'throws an error': () => {
    throw new Error('no clock');
  },
};

for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}, where the clock`, () => {
    afterEach(restore);

    for (const [what, now] of Object.entries(CLOCKS)) {
      it(`${what}, is refused and agreed to as ever`, async () => {
        replace(Date, 'now', { value: now });
        const refused = await openPrompt(kind);
        await pressOn(answersOf(refused.element)[0]);
        await waitUntil(async () => (await eventsAbout(kind, refused.engine)).length === 1);
        expect(await decisionsAbout(kind, refused.engine)).to.deep.equal(['denied']);
        refused.element.remove();

        const agreed = await openPrompt(kind);
        await settle(agreed.element);
        await pressOn(answersOf(agreed.element)[1]);
        await aTimeout(50);
        expect(await decisionsAbout(kind, agreed.engine)).to.deep.equal(['granted']);
      });
    }
  });
}
