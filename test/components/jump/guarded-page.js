import { aTimeout, nextFrame } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';

const here = new URL('.', import.meta.url);

/** Where an exit leads that is not the app's: a page that says when it is reached. */
export const outside = (mark = 'x') => new URL(`arrived.html?${mark}`, here).href;

/** How long an exit that nothing caught takes to arrive, in ms, with room for a slow machine. */
const ARRIVES_WITHIN = 700;

const isOutside = (url) => !/^https?:$/.test(url.protocol) || url.pathname.endsWith('/arrived.html');

/** An engine that only writes down what it was asked: the nets are tested here, what is asked is tested elsewhere. */
const recorder = (asked) => ({
  confirmJump: (request) => {
    const outcome = {};
    outcome.promise = new Promise((resolve, reject) => Object.assign(outcome, { resolve, reject }));
    asked.push({ ...request, outcome });
    return outcome.promise;
  },
});

/** Opens a page in a frame and guards it. Everything a test leaves behind goes by `close`. */
export async function openGuarded(markup, options = {}) {
  const frame = document.createElement('iframe');
  frame.src = new URL('guarded.html', here).href;
  frame.width = 600;
  frame.height = 300;
  const arrivals = [];
  const channel = new BroadcastChannel('arrivals');
  channel.onmessage = ({ data }) => arrivals.push(data);
  const loaded = new Promise((resolve) => {
    addEventListener('message', function listen({ source, data }) {
      if (source !== frame.contentWindow || data !== 'guarded page loaded') return;
      removeEventListener('message', listen);
      resolve();
    });
  });
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow;
  const page = view.document;
  page.body.innerHTML = markup;
  const asked = [];
  const { prepare, root = page, ...rest } = options;
  prepare?.(page);
  const stop = view.guardLinks(typeof root === 'function' ? root(page) : root, {
    engine: recorder(asked),
    isOutside,
    ...rest,
  });
  return {
    frame,
    view,
    page,
    asked,
    arrivals,
    stop,
    $: (selector) => page.querySelector(selector),
    /** True while the frame still shows the guarded page. */
    stays: () => frame.contentDocument === page,
    settle: () => aTimeout(ARRIVES_WITHIN),
    close: () => {
      channel.close();
      frame.remove();
    },
  };
}

/** Presses an element of the frame with the mouse. */
export async function pressIn({ frame }, element, button = 'left') {
  await nextFrame();
  await nextFrame();
  const outer = frame.getBoundingClientRect();
  const { left, top, width, height } = element.getBoundingClientRect();
  const position = [
    Math.round(outer.left + frame.clientLeft + left + width / 2),
    Math.round(outer.top + frame.clientTop + top + height / 2),
  ];
  await sendMouse({ type: 'click', button, position });
  await sendMouse({ type: 'move', position: [0, 0] });
}

/** WebKit's driver holds no key down, and lets go of another button than the left one as if it were the left one (measured). */
export const leftButtonAlone = /AppleWebKit(?!.*Chrome)/.test(navigator.userAgent);

/** What a driver cannot do a script does: the nets hear it all the same. */
const script = ({ view }, element, type, how) =>
  element.dispatchEvent(
    new view.MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...how }),
  );

/** Presses with a key held. */
export async function pressHolding(guarded, element, key) {
  if (leftButtonAlone) {
    script(guarded, element, 'click', { [key === 'Control' ? 'ctrlKey' : 'shiftKey']: true });
    return;
  }
  await sendKeys({ down: key });
  await pressIn(guarded, element).finally(() => sendKeys({ up: key }));
}

/** Presses the middle button. */
export async function pressMiddle(guarded, element) {
  if (leftButtonAlone) script(guarded, element, 'auxclick', { button: 1 });
  else await pressIn(guarded, element, 'middle');
}

/** Opens the menu of an element. */
export async function pressRight(guarded, element) {
  if (leftButtonAlone) {
    for (const type of ['contextmenu', 'auxclick']) script(guarded, element, type, { button: 2 });
  } else await pressIn(guarded, element, 'right');
}

/** Writes down, with the time, each link of the guard's own that is followed. */
export function watchFollowed({ view }) {
  const followed = [];
  const { click } = view.HTMLAnchorElement.prototype;
  view.HTMLAnchorElement.prototype.click = function () {
    followed.push({ href: this.getAttribute('href'), target: this.target, at: performance.now() });
    click.call(this);
  };
  return followed;
}

/** Agrees as a person does, by a press in the page; the newest question is meant. */
export async function agree(guarded, saved = Promise.resolve(), href = undefined) {
  const { page, asked } = guarded;
  const button = page.createElement('button');
  button.textContent = 'agree';
  page.body.append(button);
  const question = asked[asked.length - 1];
  let returned = false;
  button.addEventListener('click', () => {
    question.open(href ?? question.url, saved);
    question.outcome.resolve({ decision: 'granted' });
    returned = true;
  });
  await pressIn(guarded, button);
  await waitUntil(() => returned, 'the press arrived');
}
