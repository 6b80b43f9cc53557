import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { resize } from '../../support/resize.js';
import { answersOf, dialogOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { decisionsAbout, middleOf, openPrompt, PROMPTS } from './every-prompt.js';

// F-C3, for every element that asks: an agreement waits half a second after the answers were last put where they are.
const GUARD = 500;
/** A press that arrives by then, by the page's own clock, was surely within the guard. */
const EARLY = 470;
const TRIES = 12;

/** WebKit's driver knows whole presses only. */
const canHoldKeys = !/AppleWebKit/.test(navigator.userAgent) || /Chrome\//.test(navigator.userAgent);

/** What begins the guard anew; each resolves with a moment before it did. */
const BEGINS = {
  'it was shown': ({ start }) => start,
  'it was moved': async ({ element, dialog }) => {
    await settle(element);
    const start = performance.now();
    dialog.style.setProperty('margin-top', '0');
    return start;
  },
  'its answers changed their size': async ({ element, dialog }) => {
    await settle(element);
    const start = performance.now();
    dialog.style.setProperty('width', `${dialog.getBoundingClientRect().width - 40}px`);
    return start;
  },
  'something lay over it': async ({ dialog }) => {
    const cover = document.createElement('p');
    for (const [name, value] of Object.entries({ position: 'fixed', inset: '0', margin: '0' }))
      cover.style.setProperty(name, value);
    dialog.append(cover);
    await aTimeout(700);
    const start = performance.now();
    cover.remove();
    return start;
  },
};

/** Presses agree; resolves with when the press arrived. */
async function pressAgree(element) {
  let arrived = Infinity;
  addEventListener('click', () => (arrived = performance.now()), { capture: true, once: true });
  await sendMouse({ type: 'click', position: middleOf(answersOf(element)[1]) });
  return arrived;
}

/** An element whose agree was pressed within the guard; a driver that came too late tries again, on another one; none, at last. */
async function openAndPressEarly(kind, begin) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const opened = await openPrompt(kind);
    const start = await begin(opened);
    await aTimeout(tries % 2 === 0 ? 0 : 100);
    const arrived = await pressAgree(opened.element);
    if (arrived - start < EARLY) return opened;
    opened.element.remove();
  }
  return undefined;
}

for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}: an agreement`, () => {
    for (const [what, begin] of Object.entries(BEGINS)) {
      it(`does not count within ${GUARD} ms after ${what}, with a reason in words, and counts after`, async function () {
        const early = await openAndPressEarly(kind, begin);
        // A machine so busy that no press of its driver comes in time can show nothing here.
        if (!early) return this.skip();
        const { element, engine } = early;
        await aTimeout(30);
        expect(await decisionsAbout(kind, engine)).to.deep.equal([]);
        expect(element.shadowRoot.querySelector('.said').textContent.trim()).to.not.equal('');
        await aTimeout(700);
        await settle(element);
        await pressOn(answersOf(element)[1]);
        await aTimeout(30);
        expect(await decisionsAbout(kind, engine)).to.deep.equal(['granted']);
      }).timeout(40_000);
    }

    it('waits anew after the window was resized', async () => {
      await resize({ width: 900, height: 700 });
      const opened = await openPrompt(kind);
      await settle(opened.element);
      const before = middleOf(answersOf(opened.element)[1]);
      await resize({ width: 700, height: 600 });
      // Where the answers stand is looked at every 100 ms, and in every press.
      await aTimeout(200);
      const after = middleOf(answersOf(opened.element)[1]);
      const waits = answersOf(opened.element)[1].getAttribute('aria-disabled');
      // An engine whose driver cannot resize leaves the answers where they were.
      if (before.join() !== after.join()) expect(waits).to.equal('true');
      await resize({ width: 900, height: 700 });
    });

    (canHoldKeys ? it : it.skip)('does not count from a key held down until it does', async () => {
      const opened = await openPrompt(kind);
      answersOf(opened.element)[1].focus();
      for (let held = 0; held < 40; held += 1) {
        await sendKeys({ down: 'Enter' });
        await aTimeout(25);
      }
      await sendKeys({ up: 'Enter' });
      expect(await decisionsAbout(kind, opened.engine)).to.deep.equal([]);
      expect(dialogOf(opened.element)).to.not.equal(null);
    });
  });
}
