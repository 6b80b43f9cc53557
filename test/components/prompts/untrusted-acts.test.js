import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { answersOf, dialogOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { decisionsAbout, openPrompt, PROMPTS } from './every-prompt.js';

// F-C1 and F-C2, for every element that asks: what is not a person's own press on the answer records nothing.
const TRIES = 1000;

/** WebKit's driver knows whole presses only. */
const canHoldKeys = !/AppleWebKit/.test(navigator.userAgent) || /Chrome\//.test(navigator.userAgent);

const at = (answer) => {
  const { left, top } = answer.getBoundingClientRect();
  return { bubbles: true, composed: true, cancelable: true, clientX: left + 9, clientY: top + 9, detail: 1 };
};

/** What a script may do to an answer, each as a person's press would begin or end. */
const SCRIPTED = [
  (answer) => answer.click(),
  (answer) => answer.dispatchEvent(new MouseEvent('click', at(answer))),
  (answer) => {
    for (const type of ['pointerdown', 'pointerup']) answer.dispatchEvent(new PointerEvent(type, at(answer)));
    for (const type of ['mousedown', 'mouseup', 'click'])
      answer.dispatchEvent(new MouseEvent(type, at(answer)));
  },
  (answer) => {
    answer.focus();
    for (const key of ['Enter', ' '])
      for (const type of ['keydown', 'keypress', 'keyup'])
        answer.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
    answer.click();
  },
  (answer) => {
    const form = document.createElement('form');
    form.addEventListener('submit', (event) => event.preventDefault());
    document.body.append(form);
    form.requestSubmit();
    form.remove();
    answer.dispatchEvent(new SubmitEvent('submit', { bubbles: true, submitter: answer }));
  },
  (answer) => answer.dispatchEvent(new CustomEvent('ming-answered', { bubbles: true, composed: true })),
  (answer) => answer.closest('dialog').dispatchEvent(new Event('submit', { bubbles: true })),
];

for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}: an answer`, () => {
    const expectNothing = async ({ element, engine, effects }) => {
      await aTimeout(50);
      expect(await decisionsAbout(kind, engine)).to.deep.equal([]);
      expect(effects).to.deep.equal([]);
      expect(dialogOf(element), 'the question is still there').to.not.equal(null);
    };

    it(`does not come from any of ${TRIES} tries of a script, on either answer`, async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      for (let tries = 0; tries < TRIES; tries += 1)
        SCRIPTED[tries % SCRIPTED.length](answersOf(opened.element)[tries % 2]);
      await expectNothing(opened);
    });

    it('does not come from a handler of the page inside a real press', async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      let tries = 0;
      for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
        opened.dialog.addEventListener(type, ({ isTrusted }) => {
          if (!isTrusted) return;
          for (const act of SCRIPTED) for (const answer of answersOf(opened.element)) act(answer);
          tries += 1;
        });
      await pressOn(opened.dialog.querySelector('h2'));
      expect(tries, 'the press was a real one').to.be.above(0);
      await expectNothing(opened);
    });

    it('does not come from a label of the page around or beside the element, or in its question', async () => {
      const opened = await openPrompt(kind);
      const [refuse, agree] = answersOf(opened.element);
      agree.id = 'agree';
      refuse.id = 'refuse';
      const around = document.createElement('label');
      opened.element.replaceWith(around);
      around.append(opened.element);
      await aTimeout(100);
      const dialog = dialogOf(opened.element) ?? (await reopened(opened));
      const labels = ['agree', 'refuse'].map((htmlFor) => {
        const label = Object.assign(document.createElement('label'), { htmlFor, textContent: 'free gift' });
        dialog.querySelector('h2').append(label);
        return label;
      });
      answersOf(opened.element).forEach((answer, index) => (answer.id = ['refuse', 'agree'][index]));
      await settle(opened.element);
      await pressOn(labels[0]);
      await aTimeout(50);
      expect((await decisionsAbout(kind, opened.engine)).includes('granted')).to.equal(false);
      expect(opened.effects).to.deep.equal([]);
    });

    it('does not come from a button of the page that commands it', async () => {
      const opened = await openPrompt(kind);
      const agree = answersOf(opened.element)[1];
      const invoker = Object.assign(document.createElement('button'), { textContent: 'free gift' });
      invoker.commandForElement = agree;
      invoker.command = '--press';
      invoker.popoverTargetElement = agree;
      opened.dialog.querySelector('h2').append(invoker);
      await settle(opened.element);
      await pressOn(invoker);
      await expectNothing(opened);
    });

    it('does not come from a key that was on its way to something else', async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      const heading = opened.dialog.querySelector('h2');
      heading.tabIndex = -1;
      heading.addEventListener('keydown', () => answersOf(opened.element)[1].focus(), { once: true });
      heading.focus();
      await sendKeys({ press: 'Enter' });
      await expectNothing(opened);
    });

    (canHoldKeys ? it : it.skip)('does not come from a key the page gave it', async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      answersOf(opened.element)[1].accessKey = 'j';
      for (const modifiers of [['Alt'], ['Alt', 'Shift']]) {
        for (const down of modifiers) await sendKeys({ down });
        await sendKeys({ press: 'j' });
        for (const up of modifiers) await sendKeys({ up });
      }
      await expectNothing(opened);
    });

    it('does not come from a pointer that the page caught for it', async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      const agree = answersOf(opened.element)[1];
      opened.dialog.addEventListener('pointerdown', (event) => {
        if (event.target !== agree) agree.setPointerCapture(event.pointerId);
      });
      await pressOn(opened.dialog.querySelector('h2'));
      await expectNothing(opened);
    });

    it('does come from a press of the person: what refuses the others lets it through', async () => {
      const { element, engine, effects } = await openPrompt(kind);
      await settle(element);
      await pressOn(answersOf(element)[1]);
      await aTimeout(50);
      expect(await decisionsAbout(kind, engine)).to.deep.equal(['granted']);
      expect(effects.length).to.equal(kind.kind === 'general' ? 0 : 1);
    });
  });
}

/** The question, once an element that was moved shows it again. */
async function reopened({ element }) {
  for (let waited = 0; waited < 100 && !dialogOf(element); waited += 1) await aTimeout(20);
  return dialogOf(element);
}
