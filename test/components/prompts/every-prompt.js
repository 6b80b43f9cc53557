import { fixture, html } from '@open-wc/testing';
import '../../../dist/components/consent-gate/define.js';
import '../../../dist/components/jump-confirm/define.js';
import '../../../dist/components/permission-prompt/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { questionOf, wait } from '../consent-gate/open-gate.js';
import { agreedEngine, Commanded, SCAN } from '../permission-prompt/open-permission.js';

export const URL_OF_PLANS = 'https://www.insurance.example/plans';

const quietly = (promise) => promise.catch(() => undefined);

/**
 * Every element that asks a person, each opened in the same way on a real engine: `make` gives an engine that has nothing
 * open, `ask` has it ask; `kind` is what its answers are recorded as. `effects` collects what an agreement does at once.
 */
export const PROMPTS = {
  'the consent gate': {
    tag: 'ming-consent-gate',
    kind: 'general',
    make: async ({ language, options, policy } = {}) => {
      const engine = createConsent({ policies: [policy ?? (await smallPolicy({ language }))], ...options });
      await engine.ready;
      return engine;
    },
    ask: (engine) => quietly(engine.ensure(engine.policies[0].id, { trigger: 'user' })),
  },
  'the permission prompt': {
    tag: 'ming-permission-prompt',
    kind: 'permission',
    make: agreedEngine,
    ask: (engine, effects, options) => {
      const requester = new Commanded();
      const request = requester.request.bind(requester);
      requester.request = (signal) => (effects.push('system'), request(signal));
      return quietly(engine.askPermission('camera', { trigger: 'user', requester, ...SCAN, ...options }));
    },
  },
  'the jump confirmation': {
    tag: 'ming-jump-confirm',
    kind: 'jump',
    make: agreedEngine,
    ask: (engine, effects, options) =>
      quietly(
        engine.confirmJump({
          url: URL_OF_PLANS,
          open: (href) => void effects.push(href),
          name: '示例保险',
          ...options,
        }),
      ),
  },
};

/** When a dialog was last shown: its answers are looked at after that. */
let shown = -Infinity;
const { showModal } = HTMLDialogElement.prototype;
HTMLDialogElement.prototype.showModal = function () {
  shown = performance.now();
  return showModal.call(this);
};

/** When a question was last opened: a press soon after one of the test before could be the second of a double click. */
let opened = -Infinity;

/** The element on the page with its question open; `start` is the moment before it was shown. */
export async function openPrompt(
  { tag, make, ask },
  { language = 'zh-Hans', engine, inside, asked, ...options } = {},
) {
  await wait(Math.max(0, opened + 700 - performance.now()));
  await setLocale(language);
  const used = engine ?? (await make({ language, ...options }));
  const effects = [];
  const element = document.createElement(tag);
  element.engine = used;
  if (inside) element.append(inside);
  await fixture(html`<div>${element}</div>`);
  const outcome = ask(used, effects, asked);
  const dialog = await questionOf(element);
  opened = performance.now();
  return { element, engine: used, dialog, effects, outcome, start: shown };
}

/** What was decided about this kind of question, oldest first. */
export const decisionsAbout = async ({ kind }, engine) =>
  (await engine.history()).filter(({ request }) => request.kind === kind).map(({ decision }) => decision);

/** The recorded events about this kind of question, oldest first. */
export const eventsAbout = async ({ kind }, engine) =>
  (await engine.history()).filter(({ request }) => request.kind === kind);

/** Where a press on an element goes. */
export const middleOf = (element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
