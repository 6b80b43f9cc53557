import { fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../dist/components/consent-gate/define.js';
import '../../../dist/components/provider/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';

/** How long an answer must have been in view; with a little more, for a busy machine. */
const GUARD = 500;
const SLACK = 350;

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** An engine on memory about a small policy, asking; `options` go to `createConsent`. */
export async function startEngine({ language = 'zh-Hans', version, options } = {}) {
  const policy = await smallPolicy({ language, ...(version && { version }) });
  const engine = createConsent({ policies: [policy], ...options });
  await engine.ready;
  return engine;
}

/** When the mouse was last pressed: a press soon after, at the same place, would be the second of a double click. */
let pressed = -Infinity;

/** A gate on the page with its question open. `inside` is put into the gate. */
export async function openGate({ language = 'zh-Hans', engine, inside } = {}) {
  await wait(Math.max(0, pressed + 600 - performance.now()));
  await setLocale(language);
  const asked = engine ?? (await startEngine({ language }));
  const gate = await fixture(html`<ming-consent-gate .engine=${asked}>${inside ?? ''}</ming-consent-gate>`);
  await questionOf(gate);
  return { gate, engine: asked, id: asked.policies[0].id };
}

/** The open dialog of a gate, once it is there with its words and its answers. */
export async function questionOf(gate) {
  await waitUntil(() => gate.shadowRoot.querySelector('dialog[open]'), 'the question opens');
  await gate.updateComplete;
  await nextFrame();
  return gate.shadowRoot.querySelector('dialog');
}

export const dialogOf = (gate) => gate.shadowRoot.querySelector('dialog[open]');

/** Both answers, in the order they stand: refuse, agree. */
export const answersOf = (gate) => [...gate.shadowRoot.querySelectorAll('button[part="answer"]')];

/** What opens the full text from its start. */
export const fullTextButton = (gate) =>
  [...gate.shadowRoot.querySelectorAll('.words button')].find((button) =>
    /^(阅读全文|Read the full text)$/.test(button.textContent.trim()),
  );

/** Waits until an agreement may count, or as long as that takes where it never will. */
export async function settle(gate) {
  const settled = () => answersOf(gate)[1]?.getAttribute('aria-disabled') === 'false';
  for (let waited = 0; waited < 1500 && !settled(); waited += 50) await wait(50);
  await wait(GUARD + SLACK - 500);
}

/** A real press with the mouse in the middle of an element; with the keyboard where that lies off the screen. */
export async function pressOn(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const position = [Math.round(left + width / 2), Math.round(top + height / 2)];
  const [x, y] = position;
  if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) return pressByKey(element);
  await sendMouse({ type: 'click', position });
  pressed = performance.now();
  return undefined;
}

async function pressByKey(element) {
  element.focus();
  await wait(GUARD + SLACK);
  await sendKeys({ press: 'Enter' });
}

export async function pressAgree(gate) {
  await settle(gate);
  await pressOn(answersOf(gate)[1]);
}

export async function pressRefuse(gate) {
  await pressOn(answersOf(gate)[0]);
}

/** The latest a press may arrive to be surely within the guard. */
const EARLY = 400;

/**
 * A gate whose agree was pressed within the guard, which starts anew with what `prepare` does. Where the driver took too long,
 * by the page's own clock, it is tried again on another gate.
 */
export async function openAndPressEarly({ prepare = () => undefined, ...options } = {}) {
  for (let tries = 0; tries < 8; tries += 1) {
    const opened = await openGate(options);
    await prepare(opened);
    const start = performance.now();
    let arrived = Infinity;
    addEventListener('click', () => (arrived = performance.now()), { capture: true, once: true });
    await pressOn(answersOf(opened.gate)[1]);
    if (arrived - start < EARLY) return opened;
    opened.gate.remove();
  }
  throw new Error('no press came early enough');
}

/** The decisions recorded, oldest first. */
export async function decisionsOf(engine) {
  return (await engine.history()).map(({ decision }) => decision);
}

/** Collects the events of one name until the page of the test goes. */
export function collect(target, name) {
  const events = [];
  target.addEventListener(name, (event) => events.push(event));
  return events;
}

export { oneEvent };
