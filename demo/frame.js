import { element } from './element.js';
import { icon } from './icon.js';
import { isElder, otherLanguage, pick, setElder } from './language.js';

const words = pick({
  'zh-Hans': { back: '返回', elder: '大字', tabs: '主导航', home: '首页', branches: '网点', me: '我的' },
  en: { back: 'Back', elder: 'Large text', tabs: 'Main', home: 'Home', branches: 'Branches', me: 'Me' },
});

const other = pick({ 'zh-Hans': { lang: 'en', name: 'English' }, en: { lang: 'zh-Hans', name: '中文' } });

const TABS = { home: 'home', branches: 'pin', me: 'person' };

const [bar, tabs] = ['bar', 'tabs'].map((id) => document.getElementById(id));

/** Where the way back leads, unless home. */
const PARENTS = {
  privacy: 'me',
  ledger: 'me',
  alerts: 'me',
  risky: 'me',
  requires: 'me',
  insurance: 'partners',
};

/** The bar above and the tabs below a view. */
export function renderFrame(name, title) {
  const back = { class: 'back', href: `#${PARENTS[name] ?? 'home'}`, 'aria-label': words.back };
  bar.replaceChildren(
    name in TABS ? '' : element('a', back, icon('back')),
    element('h1', { tabindex: -1 }, title),
    renderElder(),
    element('a', { href: otherLanguage(), lang: other.lang, hreflang: other.lang }, other.name),
  );
  tabs.setAttribute('aria-label', words.tabs);
  tabs.replaceChildren(
    ...Object.entries(TABS).map(([tab, drawing]) => renderTab(tab, drawing, tab === name)),
  );
}

/** Puts the focus where the new view begins. What is behind an open question takes none: then once that has closed. */
export async function focusTitle() {
  bar.querySelector('h1').focus();
  if (document.activeElement === bar.querySelector('h1')) return;
  await questionsDrawn();
  bar.querySelector('h1').focus();
}

/** Puts the focus on the title where a question that closed had nowhere to return it to. */
export async function focusTitleIfLost() {
  await questionsDrawn();
  if (document.activeElement === document.body) bar.querySelector('h1').focus();
}

/** Resolves when each element that asks shows what its engine says: a question that ended has closed. */
const questionsDrawn = () =>
  Promise.all(
    [...document.querySelectorAll('ming-consent-gate, ming-permission-prompt, ming-jump-confirm')].map(
      ({ updateComplete }) => updateComplete,
    ),
  );

/** Larger type and targets, for the bank's page and, through the tokens, for the elements. */
function renderElder() {
  const onclick = ({ currentTarget }) => {
    setElder(!isElder());
    currentTarget.setAttribute('aria-pressed', String(isElder()));
    bar.querySelector('[hreflang]').href = otherLanguage();
  };
  return element(
    'button',
    { class: 'elder-switch', 'aria-pressed': String(isElder()), onclick },
    words.elder,
  );
}

function renderTab(tab, drawing, here) {
  const attributes = { href: `#${tab}`, 'aria-current': here ? 'page' : undefined };
  return element('a', attributes, icon(drawing), words[tab]);
}
