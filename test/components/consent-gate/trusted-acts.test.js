import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import {
  answersOf,
  decisionsOf,
  dialogOf,
  openGate,
  pressAgree,
  pressOn,
  questionOf,
  settle,
  openAndPressEarly,
} from './open-gate.js';

const said = (gate) => gate.shadowRoot.querySelector('.said').textContent.trim();

/** Lets what was recorded, if anything was, be seen. */
async function expectNoGrant({ gate, engine }) {
  await aTimeout(50);
  expect(await decisionsOf(engine)).to.deep.equal([]);
  expect(dialogOf(gate), 'the question is still there').to.not.equal(null);
}

describe('an agreement', () => {
  it('does not count from click() in a script', async () => {
    const opened = await openGate();
    await settle(opened.gate);
    for (let tries = 0; tries < 100; tries += 1) answersOf(opened.gate)[1].click();
    await expectNoGrant(opened);
  });

  it('does not count from click() inside a real press on a button of the page', async () => {
    const opened = await openGate();
    await settle(opened.gate);
    const agree = answersOf(opened.gate)[1];
    dialogOf(opened.gate).addEventListener('pointerdown', () => agree.click());
    dialogOf(opened.gate).addEventListener('mousedown', () => agree.click());
    await pressOn(dialogOf(opened.gate).querySelector('h2'));
    await expectNoGrant(opened);
  });

  it('does not count from made-up pointer, mouse and key events', async () => {
    const opened = await openGate();
    await settle(opened.gate);
    const agree = answersOf(opened.gate)[1];
    const { left, top } = agree.getBoundingClientRect();
    const at = { bubbles: true, composed: true, clientX: left + 9, clientY: top + 9, detail: 1 };
    agree.dispatchEvent(new PointerEvent('pointerdown', at));
    agree.dispatchEvent(new MouseEvent('mousedown', at));
    agree.dispatchEvent(new MouseEvent('click', at));
    agree.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await expectNoGrant(opened);
  });

  it('does not count from a form that is submitted', async () => {
    const opened = await openGate();
    const form = await fixture(html`<form @submit=${(event) => event.preventDefault()}></form>`);
    form.append(opened.gate);
    form.requestSubmit();
    await aTimeout(700);
    expect(await decisionsOf(opened.engine)).to.deep.equal([]);
  });

  it('does not count from a label of the page that names the gate', async () => {
    const opened = await openGate();
    opened.gate.id = 'named';
    const label = await fixture(html`<label for="named">free gift</label>`);
    dialogOf(opened.gate).querySelector('h2').append(label);
    await settle(opened.gate);
    await pressOn(label);
    await expectNoGrant(opened);
  });

  it('does not count from a label put around the gate, or into its question', async () => {
    const opened = await openGate();
    const agree = answersOf(opened.gate)[1];
    agree.id = 'agree';
    const label = document.createElement('label');
    label.htmlFor = 'agree';
    label.textContent = 'free gift';
    dialogOf(opened.gate).querySelector('h2').append(label);
    await settle(opened.gate);
    await pressOn(label);
    await expectNoGrant(opened);
  });

  it('does not count from an invoker of the page, which can only close the question', async () => {
    const opened = await openGate();
    const invoker = document.createElement('button');
    invoker.textContent = 'free gift';
    invoker.commandForElement = answersOf(opened.gate)[1];
    invoker.command = '--press';
    invoker.popoverTargetElement = answersOf(opened.gate)[1];
    dialogOf(opened.gate).querySelector('h2').append(invoker);
    await settle(opened.gate);
    await pressOn(invoker);
    await expectNoGrant(opened);
  });

  it('does not count within half a second, and says why', async () => {
    const opened = await openAndPressEarly();
    await expectNoGrant(opened);
    expect(said(opened.gate)).to.contain('按得太早了');
    expect(opened.gate.shadowRoot.querySelector('.said').getAttribute('role')).to.equal('status');
  });

  it('that came too early is not held against the next question', async () => {
    const { gate } = await openAndPressEarly();
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => gate.shadowRoot.querySelector('[part="entry"]'));
    gate.shadowRoot.querySelector('[part="entry"]').click();
    await questionOf(gate);
    expect(said(gate)).to.equal('');
  });

  it('counts after that, and the answer never shrank nor left the tab order meanwhile', async () => {
    const { gate, engine } = await openGate();
    const [refuse, agree] = answersOf(gate);
    await settle(gate);
    dialogOf(gate).style.setProperty('margin-top', '0');
    await waitUntil(() => agree.getAttribute('aria-disabled') === 'true', 'the guard begins anew');
    expect(agree.disabled).to.equal(false);
    expect(agree.getBoundingClientRect().width).to.be.closeTo(refuse.getBoundingClientRect().width, 1);
    await pressAgree(gate);
    expect(await decisionsOf(engine)).to.deep.equal(['granted']);
  });

  it('waits half a second anew after the answers moved', async () => {
    const opened = await openAndPressEarly({
      prepare: async ({ gate }) => {
        await settle(gate);
        dialogOf(gate).style.setProperty('margin-top', '0');
      },
    });
    await expectNoGrant(opened);
    await pressAgree(opened.gate);
    expect(await decisionsOf(opened.engine)).to.deep.equal(['granted']);
  });

  it('waits half a second anew after something that lay over the answers went away', async () => {
    const opened = await openAndPressEarly({
      prepare: async ({ gate }) => {
        const cover = document.createElement('p');
        cover.textContent = 'free gift';
        for (const [name, value] of [
          ['position', 'fixed'],
          ['inset', '0'],
          ['margin', '0'],
        ])
          cover.style.setProperty(name, value);
        dialogOf(gate).append(cover);
        await aTimeout(800);
        cover.remove();
      },
    });
    await expectNoGrant(opened);
  });

  it('does not count from the second click of a double click', async () => {
    const opened = await openGate();
    await settle(opened.gate);
    const agree = answersOf(opened.gate)[1];
    const { left, top, width, height } = agree.getBoundingClientRect();
    const outside = [Math.round(left + width / 2), Math.round(top + height / 2)];
    agree.addEventListener('click', (event) => event.detail === 1 && event.stopImmediatePropagation(), {
      capture: true,
    });
    dialogOf(opened.gate).addEventListener(
      'click',
      (event) => event.detail === 1 && event.stopPropagation(),
      {
        capture: true,
      },
    );
    await sendMouse({ type: 'click', position: outside });
    await sendMouse({ type: 'click', position: outside });
    const details = await decisionsOf(opened.engine);
    // A driver that counts each press as a first one cannot show this; then both were stopped above.
    expect(details).to.deep.equal([]);
  });

  it('does not count from a key that was pressed before the answer had the focus', async () => {
    const opened = await openGate();
    await settle(opened.gate);
    const dialog = dialogOf(opened.gate);
    dialog.querySelector('h2').addEventListener('keydown', () => answersOf(opened.gate)[1].focus());
    dialog.querySelector('h2').focus();
    await sendKeys({ press: 'Enter' });
    await expectNoGrant(opened);
  });

  it('does not count where the notice was taken away', async () => {
    const opened = await openGate();
    const errors = [];
    opened.gate.addEventListener('ming-error', ({ error }) => errors.push(error.code));
    dialogOf(opened.gate).querySelector('.view').style.setProperty('visibility', 'hidden');
    await pressAgree(opened.gate);
    await expectNoGrant(opened);
    expect(errors).to.deep.equal(['gate/hidden-notice']);
  });
});

describe('a refusal', () => {
  it('counts at once, with no wait', async () => {
    const { gate, engine } = await openGate();
    await pressOn(answersOf(gate)[0]);
    expect(await decisionsOf(engine)).to.deep.equal(['denied']);
  });

  it('does not count from a script either', async () => {
    const opened = await openGate();
    answersOf(opened.gate)[0].click();
    await expectNoGrant(opened);
  });
});
