import { expect, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { openGuarded, outside, pressIn } from './guarded-page.js';

const hasNavigation = 'navigation' in window;
const LINKS = ['links', 'forms'];
export const link = (attributes = '') => `<a id="exit" href="${outside()}" ${attributes}>leave</a>`;
export const form = (attributes = '', inside = '<button id="exit">send</button>') =>
  `<form action="${outside()}" ${attributes}>${inside}</form>`;

export const press = (guarded) => pressIn(guarded, guarded.$('#exit'));
export const run = (script) => (guarded) => {
  // As the page's own script: what it does is done by its own window.
  const element = guarded.page.createElement('script');
  element.textContent = script;
  guarded.page.head.append(element);
};
export const inShadow =
  (mode, attributes = '', markup = link(attributes)) =>
  (page) => {
    const host = page.createElement('div');
    host.attachShadow({ mode }).innerHTML = markup;
    page.body.append(host);
    page.pressed = mode === 'open' ? host.shadowRoot.querySelector('a') : host;
    // A host is as wide as the page otherwise, and the middle of it is no link.
    host.style.display = 'inline-block';
  };
export const pressShadow = (guarded) => pressIn(guarded, guarded.page.pressed);
export const stopEverything = (page) =>
  page.defaultView.addEventListener('click', (event) => event.stopImmediatePropagation(), true);

const NETS = { links: LINKS, navigation: ['navigation'], windows: ['windows'] };

/**
 * Tests each row against each net. `links`, `navigation`: whether this net alone asks. `scheme`: it leads to an app, so nothing of
 * ours arrives.
 */
export function testExits(rows) {
  let guarded;
  afterEach(() => guarded?.close());

  for (const row of rows) {
    for (const [net, layers] of Object.entries(NETS)) {
      if (net === 'windows' && !('windows' in row)) continue;
      const caught = net === 'navigation' ? row.navigation && hasNavigation : (row[net] ?? false);
      // What a script does with the middle button opens nothing in WebKit, caught or not.
      if (!caught && row.pressedByScript) continue;
      it(`${row.name} is ${caught ? 'held back' : 'not seen'} by ${net}`, async () => {
        guarded = await openGuarded(row.markup, { layers, prepare: row.prepare });
        await nextFrame();
        await row.act(guarded);
        if (caught) await waitUntil(() => guarded.asked.length > 0, 'it was asked about');
        else if (!row.scheme) await waitUntil(() => guarded.arrivals.length > 0, 'it left');
        await guarded.settle();
        expect(guarded.asked.length, 'questions').to.equal(caught ? 1 : 0);
        if (caught) {
          expect(guarded.arrivals, 'nothing left').to.deep.equal([]);
          expect(guarded.stays(), 'the page stays').to.equal(true);
          expect(guarded.view.ran, 'no script ran').to.equal(undefined);
        }
      });
    }
  }
}
