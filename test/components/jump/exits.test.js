import { expect, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import { leftButtonAlone, openGuarded, outside, pressHolding, pressIn, pressMiddle } from './guarded-page.js';

// Which net catches which exit, as measured in each engine: the table in the guard's docstring, row by row.
const firefox = navigator.userAgent.includes('Firefox');
const hasNavigation = 'navigation' in window;
const LINKS = ['links', 'forms'];
const link = (attributes = '') => `<a id="exit" href="${outside()}" ${attributes}>leave</a>`;
const form = (attributes = '', inside = '<button id="exit">send</button>') =>
  `<form action="${outside()}" ${attributes}>${inside}</form>`;

const press = (guarded) => pressIn(guarded, guarded.$('#exit'));
const run = (script) => (guarded) => {
  // As the page's own script: what it does is done by its own window.
  const element = guarded.page.createElement('script');
  element.textContent = script;
  guarded.page.head.append(element);
};
const inShadow =
  (mode, attributes = '') =>
  (page) => {
    const host = page.createElement('div');
    host.attachShadow({ mode }).innerHTML = link(attributes);
    page.body.append(host);
    page.pressed = mode === 'open' ? host.shadowRoot.querySelector('a') : host;
    // A host is as wide as the page otherwise, and the middle of it is no link.
    host.style.display = 'inline-block';
  };
const pressShadow = (guarded) => pressIn(guarded, guarded.page.pressed);
const stopEverything = (page) =>
  page.defaultView.addEventListener('click', (event) => event.stopImmediatePropagation(), true);

/** `links`, `navigation`: whether this net alone asks. `scheme`: it leads to an app, so nothing of ours arrives. */
const ROWS = [
  { name: 'a press on a link', markup: link(), act: press, links: true, navigation: true },
  {
    name: 'a press on what is inside a link',
    markup: link().replace('leave', '<b id="inner"><i>leave</i></b>'),
    act: (guarded) => pressIn(guarded, guarded.$('#inner i')),
    links: true,
    navigation: true,
  },
  {
    name: 'Enter on a link',
    markup: link(),
    act: async ({ $ }) => {
      $('#exit').focus();
      await sendKeys({ press: 'Enter' });
    },
    links: true,
    navigation: true,
  },
  {
    name: 'a link in a drawing',
    markup: `<svg width="90" height="40"><a href="${outside()}"><rect id="exit" width="90" height="40"/></a></svg>`,
    act: press,
    links: true,
    navigation: true,
  },
  {
    name: 'an area of a picture',
    markup: `<img usemap="#map" width="90" height="40" alt="" id="exit"
      src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" />
      <map name="map"><area shape="default" href="${outside()}" alt="leave" /></map>`,
    act: press,
    links: true,
    navigation: true,
  },
  {
    name: 'a link in an open shadow tree',
    markup: '',
    prepare: inShadow('open'),
    act: pressShadow,
    links: true,
    navigation: true,
  },
  {
    name: 'a script that clicks a link',
    markup: link(),
    act: run('exit.click()'),
    links: true,
    navigation: true,
  },
  {
    name: 'a press with Ctrl held',
    markup: link(),
    act: (guarded) => pressHolding(guarded, guarded.$('#exit'), 'Control'),
    links: true,
    navigation: false,
  },
  {
    name: 'a press with Shift held',
    markup: link(),
    act: (guarded) => pressHolding(guarded, guarded.$('#exit'), 'Shift'),
    links: true,
    navigation: false,
  },
  {
    name: 'a press with the middle button',
    markup: link(),
    act: (guarded) => pressMiddle(guarded, guarded.$('#exit')),
    pressedByScript: leftButtonAlone,
    links: true,
    navigation: false,
  },
  {
    name: 'a link to a new window',
    markup: link('target="_blank"'),
    act: press,
    links: true,
    navigation: false,
  },
  {
    name: 'a link in a closed shadow tree',
    markup: '',
    prepare: inShadow('closed'),
    act: pressShadow,
    links: false,
    navigation: true,
  },
  {
    name: 'a link whose event was stopped at the window before',
    markup: link(),
    prepare: stopEverything,
    act: press,
    links: false,
    navigation: true,
  },
  {
    name: 'a script that clicks a link outside the page',
    markup: '',
    act: run(`const a = document.createElement('a'); a.href = '${outside()}'; a.click();`),
    links: false,
    navigation: true,
  },
  { name: 'location =', markup: '', act: run(`location = '${outside()}'`), links: false, navigation: true },
  {
    name: 'location.assign',
    markup: '',
    act: run(`location.assign('${outside()}')`),
    links: false,
    navigation: true,
  },
  {
    name: 'location.replace',
    markup: '',
    act: run(`location.replace('${outside()}')`),
    links: false,
    navigation: true,
  },
  {
    name: 'window.open into this window',
    markup: '',
    act: run(`window.open('${outside()}', '_self')`),
    links: false,
    navigation: true,
  },
  {
    name: 'a refresh by a meta element',
    markup: '',
    act: ({ page }) => {
      const meta = page.createElement('meta');
      meta.httpEquiv = 'refresh';
      meta.content = `0; url=${outside()}`;
      page.head.append(meta);
    },
    links: false,
    navigation: true,
  },
  {
    name: 'a frame that moves the page around it',
    markup: `<iframe srcdoc="<script>parent.location = '${outside()}'</script>"></iframe>`,
    act: () => undefined,
    links: false,
    navigation: true,
  },
  {
    name: 'a frame whose link means the page around it',
    markup: `<iframe srcdoc="<a href='${outside()}' target='_parent'>leave</a>"></iframe>`,
    act: async ({ $ }) => {
      await waitUntil(() => $('iframe').contentDocument.querySelector('a'));
      $('iframe').contentDocument.querySelector('a').click();
    },
    links: false,
    navigation: true,
  },
  { name: 'a form', markup: form(), act: press, links: true, navigation: true },
  { name: 'a form sent by POST', markup: form('method="post"'), act: press, links: true, navigation: true },
  {
    name: 'a button that sends a form elsewhere',
    markup: `<form action="inside.html"><button id="exit" formaction="${outside()}">send</button></form>`,
    act: press,
    links: true,
    navigation: true,
  },
  {
    name: 'form.submit()',
    markup: form(),
    act: run('document.forms[0].submit()'),
    links: false,
    navigation: true,
  },
  {
    name: 'window.open',
    markup: '<button id="exit">open</button>',
    prepare: (page) => {
      page.querySelector('#exit').onclick = () => page.defaultView.open(outside());
    },
    act: press,
    links: false,
    navigation: false,
    windows: true,
  },
  // What the guard says it never catches.
  {
    name: 'a link in a closed shadow tree to a new window',
    markup: '',
    prepare: inShadow('closed', 'target="_blank"'),
    act: pressShadow,
    links: false,
    navigation: false,
  },
  {
    name: 'a link to a new window whose event was stopped at the window before',
    markup: link('target="_blank"'),
    prepare: stopEverything,
    act: press,
    links: false,
    navigation: false,
  },
  {
    name: 'form.submit() into another window',
    markup: form('target="_blank"', '<button type="button" id="exit">send</button>'),
    prepare: (page) => {
      page.querySelector('#exit').onclick = () => page.forms[0].submit();
    },
    act: press,
    links: false,
    navigation: false,
  },
  {
    name: 'a frame whose src leads outside',
    markup: '',
    act: run(`const f = document.createElement('iframe'); f.src = '${outside()}'; document.body.append(f);`),
    links: false,
    navigation: false,
  },
  {
    name: "a link to an app's scheme",
    markup: '<a id="exit" href="weixin://dl/business/?t=x">WeChat</a>',
    act: press,
    links: true,
    navigation: !firefox,
    scheme: true,
  },
  {
    name: 'a link that is a script',
    markup: `<a id="exit" href="javascript:void(window.ran = true)">script</a>`,
    act: press,
    links: true,
    navigation: false,
    scheme: true,
  },
  {
    name: 'a location that is a script',
    markup: '',
    act: run("location.href = 'javascript:void(window.ran = true)'"),
    links: false,
    navigation: false,
    scheme: true,
  },
  // Last: what the system says of an unknown scheme may stand before the page from here on.
  {
    name: "a script's location of an app's scheme",
    markup: '',
    act: run("location.href = 'weixin://dl/business/?t=x'"),
    links: false,
    navigation: !firefox,
    scheme: true,
  },
  {
    name: "a hidden frame of an app's scheme",
    markup: '',
    act: run(
      "const f = document.createElement('iframe'); f.hidden = true; f.src = 'weixin://dl/business/?t=x'; document.body.append(f);",
    ),
    links: false,
    navigation: false,
    windows: false,
    scheme: true,
  },
];

const NETS = { links: LINKS, navigation: ['navigation'], windows: ['windows'] };

describe('exits, and the nets that catch them', () => {
  let guarded;
  afterEach(() => guarded?.close());

  for (const row of ROWS) {
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
});
