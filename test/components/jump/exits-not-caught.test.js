import { form, inShadow, link, press, pressShadow, run, stopEverything, testExits } from './exit-rows.js';
import { outside } from './guarded-page.js';

// What the guard's docstring says of what it never catches, as measured in each engine.
const firefox = navigator.userAgent.includes('Firefox');

const onPress = (act) => (page) => {
  page.querySelector('#exit').onclick = () => act(page);
};
const clickFirmly = (page, selector) =>
  page
    .querySelector(selector)
    .dispatchEvent(new page.defaultView.MouseEvent('click', { bubbles: true, cancelable: false }));

const ROWS = [
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
    name: 'a script that clicks a link outside the page to a new window',
    markup: '<button id="exit">open</button>',
    prepare: onPress((page) => {
      const a = page.createElement('a');
      Object.assign(a, { href: outside(), target: '_blank' }).click();
    }),
    act: press,
    links: false,
    navigation: false,
  },
  {
    name: 'a script that clicks a link of a drawing outside the page to a new window',
    markup: '<button id="exit">open</button>',
    prepare: onPress((page) => {
      const a = page.createElementNS('http://www.w3.org/2000/svg', 'a');
      a.setAttribute('href', outside());
      a.setAttribute('target', '_blank');
      a.dispatchEvent(new page.defaultView.MouseEvent('click'));
    }),
    act: press,
    links: false,
    navigation: false,
  },
  {
    name: 'a script that clicks a link to a new window by an event that cannot be held back',
    markup: `${link('target="_blank"').replace('exit', 'link')}<button id="exit">open</button>`,
    prepare: onPress((page) => clickFirmly(page, '#link')),
    act: press,
    links: false,
    navigation: false,
  },
  {
    name: 'a script that clicks a link by an event that cannot be held back',
    markup: link(),
    act: ({ page }) => clickFirmly(page, '#exit'),
    links: false,
    navigation: true,
  },
  {
    name: 'a form in a closed shadow tree',
    markup: '',
    prepare: inShadow('closed', '', form('', '<button>send</button>')),
    act: pressShadow,
    links: false,
    navigation: true,
  },
  {
    name: 'a form in a closed shadow tree into a new window',
    markup: '',
    prepare: inShadow('closed', '', form('target="_blank"', '<button>send</button>')),
    act: pressShadow,
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

describe('exits that the guard says it never catches, or not everywhere', () => testExits(ROWS));
