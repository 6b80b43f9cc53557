import { createConsent } from '/dist/mingshi.js';
import { smallPolicy } from '/fixtures/small-policy.js';
import { answer } from './person.js';

// Query: `tag`. The whole page is one button that asks; what is pressed, how often, and what is recorded can be read.
const tag = new URLSearchParams(location.search).get('tag');
const policy = await smallPolicy({ language: 'zh-Hans' });
const engine = createConsent({ policies: [policy] });
await engine.ready;
if (tag !== 'ming-consent-gate') await (await answer(engine, 'granted', policy.id)).saved;

const requester = {
  kind: 'camera',
  lack: () => undefined,
  state: async () => 'prompt',
  request: async () => ({ end: 'denied' }),
};
const asks = {
  'ming-consent-gate': () => engine.ensure(policy.id, { trigger: 'user' }),
  'ming-permission-prompt': () =>
    engine.askPermission('camera', { trigger: 'user', purpose: '扫描收款码', requester }),
  'ming-jump-confirm': () =>
    engine.confirmJump({ url: 'https://partner.example/offer', open: () => undefined }),
};

// The gate would ask by itself as soon as it is there: it comes with the press.
const element = document.createElement(tag);
element.engine = engine;
const isGate = tag === 'ming-consent-gate';
if (!isGate) document.body.append(element);
window.details = [];
addEventListener('click', ({ detail }) => window.details.push(detail), { capture: true });
document.querySelector('#everywhere').addEventListener('click', () => {
  if (!element.isConnected) document.body.append(element);
  asks[tag]().catch(() => undefined);
});

/** The middle of each answer, while there is a question. */
window.places = () => {
  const answers = element.shadowRoot?.querySelectorAll('dialog[open] button[part="answer"]') ?? [];
  return [...answers].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  });
};
window.decisions = async () =>
  (await engine.history())
    .filter(({ request }) => !(request.id === policy.id && !isGate))
    .map(({ decision }) => decision);
window.ready = true;
