import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { MadeEngine, wait } from './open-jump.js';

const loaded = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('/jump-confirm/jump-dialog.js'));

describe('what the jump confirmation loads', () => {
  it('is nothing of the question before there is one', async () => {
    const engine = new MadeEngine();
    await fixture(html`<ming-jump-confirm .engine=${engine}></ming-jump-confirm>`);
    await wait(1500);
    expect(loaded()).to.equal(false);
    expect(engine.prefetched).to.deep.equal([]);
  });

  it('is the question and the engine’s part of it when idle, with prefetch, once', async () => {
    const engine = new MadeEngine();
    const element = await fixture(html`<ming-jump-confirm prefetch .engine=${engine}></ming-jump-confirm>`);
    await waitUntil(() => loaded() && engine.prefetched.length > 0, 'it is loaded');
    engine.put(undefined);
    await wait(1200);
    expect(engine.prefetched).to.deep.equal(['jump']);
    expect(element.shadowRoot.querySelector('dialog')).to.equal(null);
  });

  it('may fail: the question that comes loads it again', async () => {
    const engine = new MadeEngine();
    engine.prefetch = () => Promise.reject(new Error('offline'));
    const element = await fixture(html`<ming-jump-confirm prefetch .engine=${engine}></ming-jump-confirm>`);
    await wait(1200);
    expect(element.shadowRoot.querySelector('[part="error"]')).to.equal(null);
  });
});
