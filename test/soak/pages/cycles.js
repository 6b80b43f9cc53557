import { createConsent } from '/dist/mingshi.js';
import { smallPolicy } from '/fixtures/small-policy.js';
import { sampleDetails, sampleNotice } from '/support/sample-policy.js';
import { storages } from './storages.js';

const policy = await smallPolicy({ language: 'zh-Hans' });
const turn = () => new Promise((resolve) => setTimeout(resolve));

async function until(look, what) {
  for (let turns = 0; turns < 4000; turns += 1) {
    if (look()) return;
    await turn();
  }
  throw new Error(`${what} did not come`);
}

const add = (tag, engine) => {
  const element = document.createElement(tag);
  element.engine = engine;
  document.body.append(element);
  return element;
};

const isOpen = (element) => Boolean(element.shadowRoot.querySelector('dialog[open] button[part="answer"]'));

const opened = (element) => until(() => isOpen(element), 'the question');
const closed = (element) =>
  until(() => !element.shadowRoot.querySelector('dialog'), 'the end of the question');

/** An engine whose policy is agreed to. */
async function agreedEngine() {
  const engine = createConsent({ policies: [policy] });
  await engine.ready;
  engine.ensure(policy.id, { trigger: 'user' }).catch(() => undefined);
  await until(() => engine.prompt, 'the prompt');
  await engine.prompt.present(sampleNotice);
  engine.prompt.answer('granted', sampleDetails);
  await until(() => !engine.prompt, 'the end of the prompt');
  return engine;
}

/** Opens a question by `ask`, which takes a signal, and has the app take it back: nothing is recorded. */
const takenBack = async (tag, ask) => {
  const engine = await agreedEngine();
  const element = add(tag, engine);
  return async () => {
    const taking = new AbortController();
    const asked = ask(engine, taking.signal);
    await opened(element);
    taking.abort();
    await asked;
    await closed(element);
  };
};

/** A cycle of each kind: what it opens is closed, and nothing of it should stay. */
const kinds = {
  'consent-gate': async () => {
    const element = add('ming-consent-gate');
    return async () => {
      element.engine = createConsent({ policies: [policy] });
      await opened(element);
      element.engine.destroy();
      await closed(element);
    };
  },
  'consent-gate, removed while open': async () => async () => {
    const engine = createConsent({ policies: [policy] });
    const element = add('ming-consent-gate', engine);
    await opened(element);
    element.remove();
    engine.destroy();
  },
  'permission-prompt': () =>
    takenBack('ming-permission-prompt', (engine, signal) =>
      engine.askPermission('camera', {
        signal,
        trigger: 'user',
        purpose: '扫描收款码',
        requester: {
          kind: 'camera',
          lack: () => undefined,
          state: async () => 'prompt',
          request: async () => ({ end: 'denied' }),
        },
      }),
    ),
  'jump-confirm': () =>
    takenBack('ming-jump-confirm', (engine, signal) =>
      engine.confirmJump({ url: 'https://partner.example/offer', signal, open: () => undefined }),
    ),
  'engine on IndexedDB': async () => async () => {
    const engine = createConsent({ policies: [policy], storage: storages.indexeddb('cycles') });
    const stop = engine.subscribe(() => undefined);
    await engine.ready;
    stop();
    engine.destroy();
  },
  /** What a leak looks like: a node, its listener, an observer and a timer stay with every cycle. */
  leak: async () => {
    const kept = (window.kept = []);
    return async () => {
      const node = document.createElement('p');
      node.addEventListener('click', () => node);
      const observer = new MutationObserver(() => node);
      observer.observe(node, { childList: true });
      kept.push({ node, observer });
      setInterval(() => node, 1e9);
      await turn();
    };
  },
};

/** Makes the page ready for one kind; `run(count)` then makes so many cycles. */
window.start = async (kind) => {
  const cycle = await kinds[kind]();
  window.run = async (count) => {
    const start = performance.now();
    for (let done = 0; done < count; done += 1) await cycle();
    return (performance.now() - start) / count;
  };
};
window.kinds = Object.keys(kinds).filter((kind) => kind !== 'leak');
