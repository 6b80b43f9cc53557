import { fixture, html, nextFrame } from '@open-wc/testing';
import '../../../dist/components/permission-prompt/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { waitUntil } from '../../support/wait-until.js';
import { answersOf, pressOn, settle, wait } from '../consent-gate/open-gate.js';

/** Longer than what counts as answered by nobody (200 ms), and than the wait before the banner (350 ms). */
export const HUMAN = 500;

export const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();

/**
 * A system in the hands of the test: `asked` holds the signals of its prompts, oldest first; `end(how)` ends the last one as
 * `RequestEnd` says, `state` is what it says of itself, and may be changed.
 */
export class Commanded {
  asked = [];
  #ends = [];

  constructor({ kind = 'camera', state = 'prompt', lack } = {}) {
    Object.assign(this, { kind, now: state, lack: () => lack });
  }

  state() {
    return Promise.resolve(this.now);
  }

  request(signal) {
    this.asked.push(signal);
    return new Promise((resolve) => {
      this.#ends.push(resolve);
      signal.addEventListener('abort', () => resolve({ end: 'aborted' }));
    });
  }

  end(how) {
    this.#ends[this.#ends.length - 1](how);
  }
}

/** An engine whose policy is agreed to. */
export async function agreedEngine({ language = 'zh-Hans' } = {}) {
  const engine = createConsent({ policies: [await smallPolicy({ language })] });
  await engine.ready;
  engine.ensure(engine.policies[0].id, { trigger: 'user' });
  await waitUntil(() => engine.prompt);
  await engine.prompt.present(sampleNotice);
  engine.prompt.answer('granted', sampleDetails);
  await waitUntil(() => !engine.prompt);
  return engine;
}

/** What the app says when it asks for the camera. */
export const SCAN = { scene: '扫一扫', data: '取景画面', refusal: '不能扫码', purpose: '扫描收款码' };

/** An element whose engine has just been asked for a permission by the person; `outcome` settles as the app hears it. */
export async function startAsking({ language = 'zh-Hans', engine, requester, element, ...options } = {}) {
  await setLocale(language);
  const used = engine ?? (await agreedEngine({ language }));
  const prompt =
    element ?? (await fixture(html`<ming-permission-prompt .engine=${used}></ming-permission-prompt>`));
  const system = requester ?? new Commanded();
  const outcome = used.askPermission(system.kind, {
    trigger: 'user',
    requester: system,
    ...SCAN,
    ...options,
  });
  return { element: prompt, engine: used, system, outcome };
}

/** As `startAsking`, with the question open. */
export async function openQuestion(options) {
  const started = await startAsking(options);
  await questionOf(started.element);
  return started;
}

/** As `openQuestion`, with our question agreed to and the system asked. */
export async function openSystem(options) {
  const opened = await openQuestion(options);
  await agree(opened.element);
  await waitUntil(() => opened.system.asked.length > 0, 'the system is asked');
  return opened;
}

/** As `openSystem`, with the system's answer given after as long as a person takes. */
export async function openResult({ end, after, ...options }) {
  const opened = await openSystem(options);
  await wait(HUMAN);
  if (after) opened.system.now = after;
  opened.system.end(end);
  await resultOf(opened.element);
  return opened;
}

export async function agree(element) {
  await settle(element);
  await pressOn(answersOf(element)[1]);
}

/** Where each of what the element may show stands; no page can style the facts of the last two. */
const PLACES = { dialog: '[part="dialog"]', banner: '.banner', result: '.result' };

const shown = async (element, part) => {
  const find = () => element.shadowRoot.querySelector(PLACES[part]);
  await waitUntil(() => find()?.matches('dialog[open], :not(dialog)'), `${part} is there`);
  await nextFrame();
  return find();
};

export const questionOf = (element) => shown(element, 'dialog');
export const resultOf = (element) => shown(element, 'result');
export const bannerOf = (element) => shown(element, 'banner');

/** What the element shows of these now. */
export const partsOf = (element) =>
  Object.keys(PLACES).filter((part) => element.shadowRoot.querySelector(PLACES[part]));
