import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { answersOf, dialogOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { waitUntil } from '../../support/wait-until.js';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { decisionsAbout, eventsAbout, openPrompt, PROMPTS } from './every-prompt.js';

// F-C10, for every element that asks: refusing costs no more than agreeing, lasts as long, and closing is neither.
for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}: refusing`, () => {
    it('takes one press, as agreeing does, and no wait', async () => {
      const presses = {};
      for (const [decision, index] of [
        ['denied', 0],
        ['granted', 1],
      ]) {
        const opened = await openPrompt(kind);
        if (decision === 'granted') await settle(opened.element);
        let count = 0;
        addEventListener('click', () => (count += 1), { capture: true, once: true });
        await pressOn(answersOf(opened.element)[index]);
        await aTimeout(50);
        expect(await decisionsAbout(kind, opened.engine)).to.deep.equal([decision]);
        presses[decision] = count;
      }
      expect(presses).to.deep.equal({ denied: 1, granted: 1 });
    });

    it('is answered by something of the same name, size, place in the tab order and words of ours', async () => {
      const { element } = await openPrompt(kind);
      const [refuse, agree] = answersOf(element);
      const boxes = [refuse, agree].map((answer) => answer.getBoundingClientRect());
      expect(boxes[0].width).to.be.closeTo(boxes[1].width, 1);
      expect(boxes[0].height).to.be.closeTo(boxes[1].height, 1);
      expect([refuse.part.value, refuse.tabIndex]).to.deep.equal([agree.part.value, agree.tabIndex]);
      expect([refuse, agree].map((answer) => answer.textContent.trim())).to.deep.equal(['不同意', '同意']);
    });

    it('closes the question for good in this visit; closing it is no answer either way', async () => {
      const { element, engine, effects } = await openPrompt(kind);
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !dialogOf(element));
      expect(await decisionsAbout(kind, engine)).to.deep.equal(['dismissed']);
      const [event] = await eventsAbout(kind, engine);
      expect(engine.status(event.request.id).decision).to.equal('none');
      expect(effects).to.deep.equal([]);
    });
  });
}

describe('a refusal of a policy', () => {
  it('is kept as safely as an agreement, through a restart', async () => {
    const kept = [];
    for (const index of [0, 1]) {
      const namespace = `parity-${index}-${Math.random().toString(36).slice(2)}`;
      const start = async () => {
        const storage = indexedDbStorage({ namespace });
        const engine = createConsent({ policies: [await smallPolicy()], storage });
        await engine.ready;
        return engine;
      };
      const engine = await start();
      const { element } = await openPrompt(PROMPTS['the consent gate'], { engine });
      await settle(element);
      await pressOn(answersOf(element)[index]);
      const id = engine.policies[0].id;
      await waitUntil(() => engine.status(id).durability === 'disk');
      engine.destroy();
      const { decision, durability, asks } = (await start()).status(id);
      kept.push({ decision, durability, asks });
    }
    expect(kept).to.deep.equal([
      { decision: 'denied', durability: 'disk', asks: false },
      { decision: 'granted', durability: 'disk', asks: false },
    ]);
  });
});
