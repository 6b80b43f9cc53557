import '/dist/mingshi.js';
import { smallPolicy } from '/fixtures/small-policy.js';
import { storages } from './storages.js';

// Query: `storage`, `namespace`, `visit` (which opening of the page this is).
const query = new URLSearchParams(location.search);
const [namespace, visit] = [query.get('namespace'), Number(query.get('visit'))];

/** Outlives the page: what is told is told even where the page ends in the next moment. */
const tell = (message) => navigator.sendBeacon('/report', JSON.stringify({ namespace, visit, ...message }));

document.addEventListener('ming-answered', ({ event, saved }) => {
  tell({ type: 'answered', event });
  saved.then((durability) => tell({ type: 'acked', durability, event }));
});
addEventListener('unhandledrejection', ({ reason }) => tell({ type: 'failed', error: String(reason) }));

const storage = storages[query.get('storage')];
const provider = document.createElement('ming-provider');
provider.policies = [await smallPolicy({ language: 'zh-Hans' })];
provider.options = { storage: storage(namespace) };
const gate = document.createElement('ming-consent-gate');
provider.append(gate);
document.body.append(provider);

/** Looks each frame until it finds something. */
const until = async (look) => {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const engine = await until(() => provider.engine);
await engine.ready;
const { id } = engine.policies[0];
const asking = () => Boolean(gate.shadowRoot.querySelector('dialog[open] button[part="answer"]'));
await until(() => asking() || !engine.status(id).asks);
const { events, unreadable } = await storage(namespace).read();
tell({ type: 'opened', asking: asking(), decision: engine.status(id).decision, events, unreadable });

/** Where an answer can be pressed now: [left, top] of its middle. */
window.placeOf = (index) => {
  const answer = gate.shadowRoot.querySelectorAll('dialog[open] button[part="answer"]')[index];
  if (!answer || answer.getAttribute('aria-disabled') === 'true') return null;
  const { left, top, width, height } = answer.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
