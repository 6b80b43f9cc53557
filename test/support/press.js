import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { aTimeout, nextFrame } from '@open-wc/testing';

/** Longer than a platform's double click: a press soon after another at the same place would be its second click. */
const APART = 600;

let pressed = -Infinity;

/** Presses the middle of an element with the mouse, as a person does: trusted, and only if it is really there. */
export async function press(element) {
  element.scrollIntoView({ block: 'center' });
  await nextFrame();
  await nextFrame();
  const { left, top, width, height } = element.getBoundingClientRect();
  const position = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await aTimeout(Math.max(0, pressed + APART - performance.now()));
  await sendMouse({ type: 'click', position });
  pressed = performance.now();
  await sendMouse({ type: 'move', position: [0, 0] });
}

/** Presses an element by the keyboard: focus, then the key. */
export async function pressKey(element, key = 'Enter') {
  element.focus();
  await sendKeys({ press: key });
}
