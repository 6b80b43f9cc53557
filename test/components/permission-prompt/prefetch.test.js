import { expect, fixture, html } from '@open-wc/testing';
import '../../../dist/components/permission-prompt/define.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { waitUntil } from '../../support/wait-until.js';

const isLoaded = (part) =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(`/${part}`));

const VIEW = 'permission-prompt/permission-view.js';
const DESK = 'src/permission/desk.js';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what a permission’s question needs', () => {
  it('is not loaded before it is used, and with prefetch soon after the page opened', async () => {
    const engine = createConsent({ policies: [await smallPolicy()] });
    await fixture(html`<ming-permission-prompt .engine=${engine}></ming-permission-prompt>`);
    await wait(1500);
    expect([isLoaded(VIEW), isLoaded(DESK)]).to.deep.equal([false, false]);
    await fixture(html`<ming-permission-prompt prefetch .engine=${engine}></ming-permission-prompt>`);
    await waitUntil(() => isLoaded(VIEW) && isLoaded(DESK), 'both are loaded');
  });
});
