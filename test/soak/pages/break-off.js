import { createConsent } from '/dist/mingshi.js';
import { smallPolicy } from '/fixtures/small-policy.js';
import { sampleDetails, sampleNotice } from '/support/sample-policy.js';
import { storages } from './storages.js';

const policy = await smallPolicy({ language: 'zh-Hans' });
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const before = document.querySelector('#before');
const place = document.querySelector('main');

const faults = (window.faults = []);
addEventListener('unhandledrejection', ({ reason }) =>
  faults.push(`unhandled: ${reason?.code ?? ''} ${reason}`),
);
addEventListener('error', ({ message }) => faults.push(`uncaught: ${message}`));

async function until(look, what, milliseconds = 5000) {
  const end = performance.now() + milliseconds;
  while (!look()) {
    if (performance.now() > end) throw new Error(`${what} did not come`);
    await pause(5);
  }
}

/** An adapter that answers as late as it likes, or never: the bridge to a native side, say. */
const lateStorage = (milliseconds) => {
  const adapter = storages.indexeddb(`late-${Math.floor(performance.now())}`);
  const append = async (events) => {
    await (milliseconds === undefined ? new Promise(() => undefined) : pause(milliseconds));
    return adapter.append(events);
  };
  return { ...adapter, append };
};

const requester = () => ({
  kind: 'camera',
  lack: () => undefined,
  state: async () => 'prompt',
  request: (signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve({ end: 'aborted' }))),
});

const asks = {
  'ming-consent-gate': (engine) => engine.ensure(policy.id, { trigger: 'user' }),
  'ming-permission-prompt': (engine) =>
    engine.askPermission('camera', { trigger: 'user', purpose: '扫描收款码', requester: requester() }),
  'ming-jump-confirm': (engine) =>
    engine.confirmJump({ url: 'https://partner.example/offer', open: () => undefined }),
};

const dialogOf = (element) => element.shadowRoot?.querySelector('dialog[open]');

const answerBy = (engine, decision) => engine.prompt?.answer(decision, sampleDetails);

/** What may happen to an element and its question, each at any moment. Resolves with the element that stays, if one does. */
const ends = {
  removed: (element) => element.remove(),
  'the engine ended': (_, engine) => engine.destroy(),
  'answered, then removed while it is saved': (element, engine) => {
    answerBy(engine, 'denied');
    element.remove();
  },
  'answered, then the engine ended': (_, engine) => {
    answerBy(engine, 'denied');
    engine.destroy();
  },
  closed: (_, engine) => answerBy(engine, 'dismissed'),
  'moved in the page': (element) => {
    const section = document.createElement('section');
    place.append(section);
    section.append(element);
  },
  'moved into another document': (element) => {
    const frame = document.createElement('iframe');
    place.append(frame);
    frame.contentDocument.body.append(element);
    setTimeout(() => frame.remove(), 20);
  },
  'the engine swapped': (element) => {
    element.engine = createConsent({ policies: [{ ...policy, id: 'other' }] });
    element.engine.destroy();
  },
};

const storageKinds = {
  memory: () => undefined,
  quick: () => lateStorage(0),
  late: () => lateStorage(30),
  never: () => lateStorage(),
};

window.kinds = { tags: Object.keys(asks), ends: Object.keys(ends), storages: Object.keys(storageKinds) };

/** The page can be used as before: focus, scroll, presses, and nothing modal over it. */
function stateOfPage(scrolled) {
  const { left, top, width, height } = before.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  const faulty = [];
  if (document.activeElement !== before) faulty.push(`the focus is on ${document.activeElement?.localName}`);
  if (Math.abs(scrollY - scrolled) > 1) faulty.push(`scrolled from ${scrolled} to ${scrollY}`);
  if (hit !== before) faulty.push(`a press would reach ${hit?.localName}`);
  if (document.querySelector('dialog[open]') || document.body.inert) faulty.push('something modal stays');
  return faulty;
}

/** A question of one kind, ended in one way after so many milliseconds. Resolves with what did not hold. */
window.breakOff = async ({ tag, end, storage, delay }) => {
  faults.length = 0;
  before.scrollIntoView({ block: 'center' });
  before.focus({ preventScroll: true });
  const scrolled = scrollY;
  const engine = createConsent({ policies: [policy], storage: storageKinds[storage]() });
  await engine.ready;
  if (tag !== 'ming-consent-gate') await agree(engine);
  const element = document.createElement(tag);
  element.engine = engine;
  place.append(element);
  asks[tag](engine).catch(
    (error) => error.code === 'engine/destroyed' || faults.push(`rejected: ${error.code} ${error}`),
  );
  await pause(delay);
  ends[end](element, engine);
  await pause(30);
  element.remove();
  engine.destroy();
  await until(() => !dialogOf(element), 'the end of the dialog');
  await pause(20);
  place.textContent = '';
  return [...stateOfPage(scrolled), ...faults];
};

async function agree(engine) {
  engine.ensure(policy.id, { trigger: 'user' }).catch(() => undefined);
  await until(() => engine.prompt, 'the prompt');
  await engine.prompt.present(sampleNotice);
  engine.prompt.answer('granted', sampleDetails);
  await until(() => !engine.prompt, 'the end of the prompt');
}

/** What a page would be like whose dialog steals the focus for good and whose promises nobody minds. */
window.breakOffBadly = async () => {
  faults.length = 0;
  const scrolled = scrollY;
  before.focus({ preventScroll: true });
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  dialog.showModal();
  Promise.reject(new Error('nobody minds'));
  await pause(50);
  dialog.close();
  dialog.remove();
  before.blur();
  return [...stateOfPage(scrolled), ...faults];
};
