import { guardLinks } from '/dist/mingshi.js';
import { registrableDomain } from '/dist/mingshi.registrable-domain.js';
import { renderAbout } from './about.js';
import { Consent, followEngine } from './consent.js';
import { focusTitle, focusTitleIfLost, renderFrame } from './frame.js';
import { pick } from './language.js';
import { takeStart } from './started.js';
import { VIEWS } from './views.js';
import * as lock from './views/lock.js';
import { sayOpened } from './views/partners.js';

const basic = pick({
  'zh-Hans': '网点查询、利率计算、公告、合作服务和客服电话照常可用。',
  en: 'Branches, the rate calculator, notices, partners and the service line work as before.',
});

const provider = document.querySelector('ming-provider');
provider.options = { registrableDomain };
const [view, screen] = ['view', 'screen'].map((id) => document.getElementById(id));
const consent = new Consent(() => onConsent());

let granted = false;

/** Ends what the view on screen has begun: its questions, its camera. */
let leaving = new AbortController();

/** The view the address names; the home view for none or an unknown one. */
function current() {
  const name = location.hash.slice(1);
  return Object.prototype.hasOwnProperty.call(VIEWS, name) ? name : 'home';
}

function show() {
  const name = current();
  const wanted = VIEWS[name];
  const shown = wanted.needsConsent && !granted ? lock : wanted;
  const started = takeStart(name);
  leaving.abort();
  leaving = new AbortController();
  renderFrame(name, wanted.title);
  screen.dataset.view = name;
  const { signal } = leaving;
  view.replaceChildren(...shown.render({ granted, engine: consent.engine, again: show, signal, started }));
}

function onNavigation() {
  show();
  screen.scrollTo(0, 0);
  void focusTitle();
}

/** Confirms an exit; once that was agreed to, says what a page can say of it. */
async function confirmJump(request) {
  const outcome = await consent.confirmJump(request);
  if (outcome.decision === 'granted') sayOpened(outcome.target);
  return outcome;
}

/** Locks and unlocks. The privacy page stays as it is: its element shows by itself what changed. */
function onConsent() {
  const changed = consent.granted !== granted;
  granted = consent.granted;
  if ((changed && current() !== 'privacy') || current() === 'ledger') show();
}

window.addEventListener('hashchange', onNavigation);
for (const answer of ['ming-answered', 'ming-dismissed']) provider.addEventListener(answer, focusTitleIfLost);
provider.addEventListener('ming-error', ({ error }) => console.warn(error.code, error.message));
document.getElementById('about').replaceChildren(...renderAbout());
document.getElementById('basic').textContent = basic;
guardLinks(document, { engine: { confirmJump } });
followEngine(view, (engine) => consent.use(engine));
show();
