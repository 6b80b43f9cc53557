import { aTimeout, expect } from '@open-wc/testing';
import { answersOf, dialogOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { waitUntil } from '../../support/wait-until.js';
import { decisionsAbout, eventsAbout, middleOf, openPrompt, PROMPTS } from './every-prompt.js';
import { sendMouse } from '@web/test-runner-commands';

// F-C8, for every element that asks: one question has one answer, however it is pressed and however often it is shown.
const collect = (name) => {
  const heard = [];
  const listen = (event) => heard.push(event);
  addEventListener(name, listen);
  return { heard, stop: () => removeEventListener(name, listen) };
};

for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}: one question`, () => {
    it('that is pressed several times at once is answered once, and the app hears it once', async () => {
      const answered = collect('ming-answered');
      const opened = await openPrompt(kind);
      await settle(opened.element);
      const position = middleOf(answersOf(opened.element)[1]);
      for (let times = 0; times < 3; times += 1) await sendMouse({ type: 'click', position });
      await aTimeout(50);
      expect(await decisionsAbout(kind, opened.engine)).to.deep.equal(['granted']);
      expect(answered.heard.length).to.equal(1);
      answered.stop();
    });

    it('that two elements could show is answered once', async () => {
      const answered = collect('ming-answered');
      const opened = await openPrompt(kind);
      const second = document.createElement(kind.tag);
      second.engine = opened.engine;
      opened.element.after(second);
      await aTimeout(100);
      expect([opened.element, second].filter((one) => dialogOf(one)).length).to.equal(1);
      await pressOn(answersOf(opened.element)[0]);
      await aTimeout(50);
      expect([opened.element, second].map((one) => dialogOf(one))).to.deep.equal([null, null]);
      expect(await decisionsAbout(kind, opened.engine)).to.deep.equal(['denied']);
      expect(answered.heard.length).to.equal(1);
      answered.stop();
    });

    it('that was agreed to cannot be refused as well, nor the other way round', async () => {
      const opened = await openPrompt(kind);
      const [refuse, agree] = answersOf(opened.element);
      await settle(opened.element);
      agree.addEventListener('click', () => refuse.click());
      await pressOn(agree);
      await waitUntil(async () => (await eventsAbout(kind, opened.engine)).length > 0);
      await aTimeout(50);
      expect(await decisionsAbout(kind, opened.engine)).to.deep.equal(['granted']);
    });
  });
}
