import { aTimeout, expect } from '@open-wc/testing';
import { failed, guarded, hasArrived, isAsked, link, never, open, pressExit } from './guard-steps.js';
import { agree, outside, pressHolding, pressMiddle, watchFollowed } from './guarded-page.js';

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

  describe('after a yes', () => {
    for (const [name, leave] of Object.entries({
      'a link to a new window': async () => {
        await open(link('target="_blank"'));
        await pressExit();
      },
      'a link to a window with a name': async () => {
        await open(link('target="partner" rel="opener"'));
        await pressExit();
      },
      'a press with Ctrl held': async () => {
        await open(link());
        await pressHolding(guarded, guarded.$('#exit'), 'Control');
      },
      'a press with the middle button': async () => {
        await open(link());
        await pressMiddle(guarded, guarded.$('#exit'));
      },
      'a link on a page whose base names a new window': async () => {
        await open(link(), {
          prepare: ({ head, createElement }) => {
            const base = createElement.call(head.ownerDocument, 'base');
            base.target = '_blank';
            head.append(base);
          },
        });
        await pressExit();
      },
    })) {
      it(`${name} opens one, without opener and referrer, while the answer is still being kept`, async () => {
        await leave();
        await isAsked();
        await agree(guarded, never);
        const arrival = await hasArrived();
        expect(arrival.arrived).to.equal(outside());
        expect([arrival.inFrame, arrival.opener, arrival.referrer]).to.deep.equal([false, false, '']);
        expect(guarded.stays()).to.equal(true);
      });
    }

    it('opens the very address that was shown, whatever the link says by then', async () => {
      await open(link('target="_blank"'));
      await pressExit();
      await isAsked();
      guarded.$('#exit').href = outside('changed');
      expect(guarded.asked[0].current()).to.equal(outside('changed'));
      await agree(guarded, never, outside());
      expect((await hasArrived()).arrived).to.equal(outside());
    });

    it('a link in this window is followed as a press would, once the answer is kept', async () => {
      await open(link());
      const followed = watchFollowed(guarded);
      await pressExit();
      await isAsked();
      let kept;
      guarded.asked[0].open(
        outside(),
        aTimeout(60).then(() => (kept = performance.now())),
      );
      expect(followed).to.deep.equal([]);
      const { arrived, inFrame, referrer } = await hasArrived();
      expect(followed[0].at - kept).to.be.within(0, 50);
      expect([arrived, inFrame, referrer]).to.deep.equal([outside(), true, guarded.frame.src]);
    });

    it('a link in this window is followed after 300 ms where the answer is not kept by then, at once where that failed', async () => {
      for (const [saved, least] of [
        [never, 290],
        [failed(), 0],
      ]) {
        await open(link());
        const followed = watchFollowed(guarded);
        await pressExit();
        await isAsked();
        const start = performance.now();
        guarded.asked[0].open(outside(), saved);
        await hasArrived();
        expect(followed[0].at - start).to.be.within(least, least + 150);
        expect(guarded.asked.length).to.equal(1);
        guarded.close();
      }
    });

    it('a link into a frame of the page loads there', async () => {
      await open(`${link('target="inner"')}<iframe name="inner"></iframe>`);
      await pressExit();
      await isAsked();
      await agree(guarded, never);
      const { frame, inFrame } = await hasArrived();
      expect([frame, inFrame]).to.deep.equal(['inner', true]);
      expect(guarded.stays()).to.equal(true);
    });

    it('an app, a call or a message is opened in the task of the yes', async () => {
      for (const href of ['ming-test://open?x=1', 'tel:+8610000000', 'mailto:a@example.com']) {
        await open(link('', href));
        await pressExit();
        await isAsked();
        // What the system would do with it is not ours to start in a test.
        guarded.view.HTMLAnchorElement.prototype.click = () => undefined;
        const followed = watchFollowed(guarded);
        guarded.asked[0].open(href, never);
        expect(followed.map((one) => [one.href, one.target])).to.deep.equal([[href, '_self']]);
        guarded.close();
      }
    });

    it("a script's location is followed, in place of this page where it said so", async () => {
      if (!('navigation' in window)) return;
      for (const [call, grows] of [
        [`location = '${outside()}'`, 1],
        [`location.replace('${outside()}')`, 0],
      ]) {
        await open('');
        const before = history.length;
        guarded.view.setTimeout(call);
        await isAsked();
        await agree(guarded);
        expect((await hasArrived()).arrived).to.equal(outside());
        expect(history.length - before, call).to.be.at.most(grows);
        guarded.close();
      }
    });

    it('asks again for the next press', async () => {
      await open(`${link('target="inner"')}<iframe name="inner"></iframe>`);
      await pressExit();
      await isAsked();
      await agree(guarded);
      await hasArrived();
      await aTimeout(600);
      await pressExit();
      await isAsked(2);
    });

    it('window.open opens without opener, in the task of the yes, and gives its caller null before', async () => {
      await open('<button id="exit">open</button>', { layers: ['windows'] });
      let given = 'nothing';
      guarded.$('#exit').onclick = () => (given = guarded.view.open(outside()));
      await pressExit();
      await isAsked();
      expect(given).to.equal(null);
      await agree(guarded, never);
      const { arrived, inFrame, opener, referrer } = await hasArrived();
      expect([arrived, inFrame, opener, referrer]).to.deep.equal([outside(), false, false, '']);
    });
  });
});
