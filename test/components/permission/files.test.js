import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { albumRequester, storageRequester } from '../../../dist/src/permission/web/index.js';
import { press } from '../../support/press.js';
import { replace, restore } from '../../support/replaced.js';

const picture = new File(['x'], 'receipt.png', { type: 'image/png' });
const film = new File(['y'], 'film.mp4', { type: 'video/mp4' });

/** Answers a chooser as a person would: `pick` gets the input that was pressed. */
const whenOpened = (pick) => {
  replace(navigator, 'userActivation', { value: { isActive: true } });
  replace(HTMLInputElement.prototype, 'click', {
    value() {
      pick(this);
    },
  });
};

const choose = (input, files) => {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
};

const ask = (requester, stop = new AbortController()) => requester.request(stop.signal);

describe('choosing files', () => {
  afterEach(restore);

  it('opens nothing, and says why, without a press of the person', async () => {
    expect(navigator.userActivation.isActive).to.equal(false);
    const { end, message } = await ask(albumRequester());
    expect([end, message]).to.deep.equal(['failed', 'A chooser of files needs a user activation.']);
  });

  for (const [name, create] of Object.entries({ albumRequester, storageRequester })) {
    it(`opens the browser's own chooser in the press, and is dismissed where that closes (${name})`, async () => {
      const button = await fixture(html`<button>上传回单</button>`);
      let ended;
      button.onclick = () => (ended = ask(create()));
      await press(button);
      expect(await ended).to.deep.equal({ end: 'dismissed' });
    });
  }

  it('gives what was chosen, and leaves nothing in the page', async () => {
    const before = document.documentElement.outerHTML;
    whenOpened((input) => setTimeout(() => choose(input, [picture, film]), 20));
    const { end, value } = await ask(albumRequester({ multiple: true }));
    expect([end, value.map(({ name }) => name)]).to.deep.equal(['granted', ['receipt.png', 'film.mp4']]);
    expect(document.documentElement.outerHTML).to.equal(before);
  });

  it('offers pictures and videos in the album, any file in the storage, and what the app wants', async () => {
    const offered = [];
    whenOpened((input) => {
      offered.push([input.type, input.accept, input.multiple]);
      choose(input, [picture]);
    });
    await ask(albumRequester());
    await ask(storageRequester());
    await ask(storageRequester({ accept: '.pdf', multiple: true }));
    expect(offered).to.deep.equal([
      ['file', 'image/*,video/*', false],
      ['file', '', false],
      ['file', '.pdf', true],
    ]);
  });

  it('is dismissed where the chooser was cancelled, or nothing is in what was chosen', async () => {
    for (const type of ['cancel', 'change']) {
      whenOpened((input) => setTimeout(() => input.dispatchEvent(new Event(type)), 20));
      expect(await ask(storageRequester())).to.deep.equal({ end: 'dismissed' });
      restore();
    }
  });

  it('is aborted where nobody waits any more, whatever is chosen then', async () => {
    let opened;
    whenOpened((input) => (opened = input));
    const stop = new AbortController();
    const ended = ask(storageRequester(), stop);
    stop.abort();
    choose(opened, [picture]);
    expect(await ended).to.deep.equal({ end: 'aborted' });
  });

  describe('in a Chromium that does not tell of a closed chooser', () => {
    beforeEach(() => {
      const value = 'Mozilla/5.0 (Linux; Android 11; wv) Chrome/101.0.4951.61 Mobile Safari/537.36';
      replace(navigator, 'userAgent', { value });
    });

    for (const [name, comeBack] of Object.entries({
      focus: () => window.dispatchEvent(new Event('focus')),
      visibilitychange: () => document.dispatchEvent(new Event('visibilitychange')),
    })) {
      it(`is dismissed two seconds after the person came back (${name})`, async () => {
        whenOpened(() => setTimeout(comeBack, 20));
        const started = performance.now();
        expect(await ask(albumRequester())).to.deep.equal({ end: 'dismissed' });
        expect(performance.now() - started).to.be.within(1900, 5000);
      });
    }

    it('still takes a choice that comes a while after', async () => {
      whenOpened((input) => {
        setTimeout(comeBackLate, 20);
        setTimeout(() => choose(input, [picture]), 1000);
      });
      const comeBackLate = () => window.dispatchEvent(new Event('focus'));
      expect((await ask(albumRequester())).end).to.equal('granted');
    });

    it('hears nothing more of the page once it is over', async () => {
      const listening = new Set();
      const { addEventListener } = window;
      replace(window, 'addEventListener', {
        value(type, listener, options) {
          listening.add([type, options?.signal]);
          return addEventListener.call(this, type, listener, options);
        },
      });
      whenOpened((input) => choose(input, [picture]));
      await ask(albumRequester());
      expect([...listening].map(([type, signal]) => [type, signal?.aborted])).to.deep.equal([
        ['focus', true],
      ]);
      await aTimeout(0);
    });
  });
});
