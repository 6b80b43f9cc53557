import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import { form, inShadow, link, press, pressShadow, run, stopEverything, testExits } from './exit-rows.js';
import { leftButtonAlone, outside, pressHolding, pressMiddle, pressIn } from './guarded-page.js';

// Which net catches which exit, as measured in each engine.

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
];

describe('exits, and the nets that catch them', () => testExits(ROWS));
