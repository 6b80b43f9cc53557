import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { pressOn, wait } from '../consent-gate/open-gate.js';
import {
  agree,
  bannerOf,
  Commanded,
  openQuestion,
  openSystem,
  partsOf,
  startAsking,
  words,
} from './open-permission.js';
import { resize } from '../../support/resize.js';

/** What the element showed from now on, in order; `nothing` where it showed nothing. */
const watchParts = (element) => {
  const seen = [];
  const look = () => seen.push(partsOf(element)[0] ?? 'nothing');
  new MutationObserver(look).observe(element.shadowRoot, { childList: true, subtree: true });
  return seen;
};

describe('the banner beside the system’s prompt', () => {
  it('keeps the purpose on screen while the system asks, and goes when the system answers', async () => {
    const { element, system } = await openQuestion();
    const seen = watchParts(element);
    await agree(element);
    const banner = await bannerOf(element);
    expect(seen.indexOf('nothing'), 'nothing at first').to.be.within(0, seen.indexOf('banner') - 1);
    expect(words(banner)).to.contain('申请权限：相机');
    expect(words(banner)).to.contain('用途：扫描收款码');
    system.end({ end: 'granted', value: 1 });
    await waitUntil(() => partsOf(element).length === 0);
  });

  it('does not flash where the system answers at once', async () => {
    const { element, system } = await openSystem();
    const seen = watchParts(element);
    system.end({ end: 'granted', value: 1 });
    await wait(500);
    expect(seen).to.not.include('banner');
  });

  it('does not appear where the system had granted it before', async () => {
    const { element, system } = await openSystem();
    system.now = 'granted';
    system.end({ end: 'granted', value: 1 });
    await waitUntil(() => partsOf(element).length === 0);
  });

  it('stands above everything of the page, whatever its z-index', async () => {
    const cover = await fixture(html`<div>cover</div>`);
    for (const [name, value] of Object.entries({ position: 'fixed', inset: '0', 'z-index': '2147483647' }))
      cover.style.setProperty(name, value);
    const { element } = await openSystem();
    const { left, top, width, height } = (await bannerOf(element)).getBoundingClientRect();
    expect(document.elementFromPoint(left + width / 2, top + height / 2)).to.equal(element);
  });

  it('stands there in a browser without popovers too', async () => {
    const { showPopover } = HTMLElement.prototype;
    delete HTMLElement.prototype.showPopover;
    try {
      const { element } = await openSystem();
      const { left, top, width, height } = (await bannerOf(element)).getBoundingClientRect();
      expect(document.elementFromPoint(left + width / 2, top + height / 2)).to.equal(element);
    } finally {
      if (showPopover) HTMLElement.prototype.showPopover = showPopover;
    }
  });

  it('is all there is where the person had granted it before: the system alone is asked', async () => {
    const first = await openSystem();
    first.system.end({ end: 'granted', value: 1 });
    await first.outcome;
    const requester = new Commanded();
    const { element, outcome } = await startAsking({ ...first, requester });
    await bannerOf(element);
    expect(partsOf(element)).to.deep.equal(['banner']);
    requester.end({ end: 'granted', value: 2 });
    expect((await outcome).value).to.equal(2);
    await waitUntil(() => partsOf(element).length === 0);
  });

  it('scrolls where the purpose is very long, and leaves half of the window free', async () => {
    const { element } = await openSystem({ purpose: '扫描收款码，'.repeat(200) });
    const banner = await bannerOf(element);
    expect(banner.getBoundingClientRect().height).to.be.at.most(innerHeight / 2 + 1);
    expect(banner.scrollHeight).to.be.above(banner.clientHeight);
    const start = banner.querySelector('p').getBoundingClientRect().top;
    expect(start, 'it starts at its start').to.be.at.least(banner.getBoundingClientRect().top);
  });

  it('is a polite announcement that takes no focus and leaves the page usable', async () => {
    const { element } = await openSystem();
    const banner = await bannerOf(element);
    expect(banner.closest('[role="status"]')).to.not.equal(null);
    expect(element.shadowRoot.activeElement).to.equal(null);
    expect(element.shadowRoot.querySelector('dialog')).to.equal(null);
  });

  it('can be hidden by no style of the page', async () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'ming-permission-prompt::part(banner) { display: none !important }';
    document.head.append(sheet);
    try {
      const { element } = await openSystem();
      expect((await bannerOf(element)).getBoundingClientRect().height).to.be.above(40);
    } finally {
      sheet.remove();
    }
  });

  it('says that the device takes long, once the system allowed it, and offers to stop', async () => {
    const { element, system, outcome } = await openSystem();
    system.now = 'granted';
    await waitUntil(() => words(element.shadowRoot).includes('仍在等待设备或系统响应。'), 'it says so');
    const banner = await bannerOf(element);
    expect(words(banner)).to.contain('用途：扫描收款码');
    expect(words(banner)).to.not.contain('请回答');
    await pressOn(banner.querySelector('button'));
    expect((await outcome).platform.verdict).to.equal('dismissed');
  });

  it('stops waiting when asked to: the system’s prompt is let go, and nothing more is shown', async () => {
    const { element, system, outcome } = await openSystem();
    const stop = (await bannerOf(element)).querySelector('button');
    expect(words(stop)).to.equal('停止等待');
    await pressOn(stop);
    expect((await outcome).platform.verdict).to.equal('dismissed');
    expect(system.asked[0].aborted).to.equal(true);
    await waitUntil(() => partsOf(element).length === 0);
  });

  describe('by the width of the window', () => {
    const before = { width: innerWidth, height: innerHeight };

    after(() => resize(before));

    /** How far desktop browsers' own prompts reach from the left in a window of a width, as measured: Firefox's, the wider. */
    const REACH = { 1280: 696, 1100: 670 };

    it('leaves the place free where desktop browsers hang their own prompt', async () => {
      const { element } = await openSystem();
      const banner = await bannerOf(element);
      for (const width of [1280, 1100, 900, 390]) {
        // Not every driver can resize the window: then the width it has is looked at.
        await resize({ width, height: 800 });
        const { left, right, top } = banner.getBoundingClientRect();
        if (innerWidth >= 1100) expect(left).to.be.above(REACH[innerWidth] ?? 670);
        else expect([left, right]).to.deep.equal([0, document.documentElement.clientWidth]);
        const atFoot = innerWidth < 1100 && matchMedia('(hover: hover)').matches;
        expect(top > innerHeight / 2, `${innerWidth}px`).to.equal(atFoot);
      }
    });
  });
});
