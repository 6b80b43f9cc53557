import { renderAbout } from './about.js';
import { Consent, followEngine } from './consent.js';
import { focusTitle, renderFrame } from './frame.js';
import { pick } from './language.js';
import { bills, transactions, transfer, wealth } from './views/account.js';
import * as branches from './views/branches.js';
import * as home from './views/home.js';
import * as ledger from './views/ledger.js';
import * as lock from './views/lock.js';
import * as me from './views/me.js';
import * as notices from './views/notices.js';
import * as privacy from './views/privacy.js';
import * as rates from './views/rates.js';

const VIEWS = { home, branches, me, rates, notices, privacy, ledger, transfer, transactions, bills, wealth };

const basic = pick({
  'zh-Hans': '网点查询、利率计算、公告和客服电话照常可用。',
  en: 'Branches, the rate calculator, notices and the service line work as before.',
});

const provider = document.querySelector('ming-provider');
const [view, screen] = ['view', 'screen'].map((id) => document.getElementById(id));
const consent = new Consent(() => onConsent());

let granted = false;

/** The view the address names; the home view for none or an unknown one. */
function current() {
  const name = location.hash.slice(1);
  return Object.prototype.hasOwnProperty.call(VIEWS, name) ? name : 'home';
}

function show() {
  const name = current();
  const wanted = VIEWS[name];
  const shown = wanted.needsConsent && !granted ? lock : wanted;
  renderFrame(name, wanted.title);
  screen.dataset.view = name;
  view.replaceChildren(...shown.render({ granted, engine: consent.engine, again: show }));
}

function onNavigation() {
  show();
  screen.scrollTo(0, 0);
  focusTitle();
}

/** Locks and unlocks. The privacy page stays as it is: its element shows by itself what changed. */
function onConsent() {
  const changed = consent.granted !== granted;
  granted = consent.granted;
  if ((changed && current() !== 'privacy') || current() === 'ledger') show();
}

window.addEventListener('hashchange', onNavigation);
provider.addEventListener('ming-error', ({ error }) => console.warn(error.code, error.message));
document.getElementById('about').replaceChildren(...renderAbout());
document.getElementById('basic').textContent = basic;
followEngine(view, (engine) => consent.use(engine));
show();
