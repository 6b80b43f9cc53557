import { aTimeout, expect } from '@open-wc/testing';
import { answersOf, decisionsOf, dialogOf, openGate, pressOn, settle } from './open-gate.js';

const answer = 'ming-consent-gate::part(answer)';

/** What a page may try with styles alone to make one answer the only one, or the words unreadable. */
const HOSTILE = {
  'makes the answers transparent': `${answer} { opacity: 0.05 }`,
  'makes the one not pointed at transparent': `${answer}:not(:hover) { opacity: 0.2 }`,
  'makes the whole gate transparent': 'ming-consent-gate { opacity: 0.1 }',
  'hides the one not pointed at': `${answer}:not(:hover) { visibility: hidden }`,
  'gives their words the colour of the ground': `${answer} { color: #fff; background: #fff }`,
  'fills their letters with nothing': `${answer} { -webkit-text-fill-color: transparent }`,
  'makes their words pale': `${answer} { color: #bbb; background: #fff }`,
  'makes their words tiny': `${answer} { font-size: 6px }`,
  'makes the one not pointed at smaller': `${answer}:not(:hover) { font-size: 14px; padding: 0 }`,
  'lets them take the width of their words': `${answer} { inline-size: auto; justify-self: start }`,
  'makes them low': `${answer} { min-block-size: 0; block-size: 20px; padding: 0; line-height: 1 }`,
  'scales them down': `${answer} { transform: scale(0.3) }`,
  'turns them upside down': `${answer} { transform: rotate(180deg) }`,
  'blurs them': `${answer} { filter: blur(6px) }`,
  'blurs the gate': 'ming-consent-gate { filter: blur(6px) }',
  'clips them': `${answer} { clip-path: inset(45%) }`,
  'masks them': `${answer} { -webkit-mask-image: linear-gradient(transparent, transparent); mask-image: linear-gradient(transparent, transparent) }`,
  'writes other words before theirs': `${answer}::before { content: '好的 ' }`,
  'moves their words out of sight': `${answer} { text-indent: -400px; overflow: hidden }`,
  'paints over their words': `${answer} { outline: 60px solid #fff; outline-offset: -60px }`,
  'paints under their words': `${answer} { box-shadow: inset 0 0 0 60px #0a5694 }`,
  'puts a picture behind them': `${answer} { background-image: linear-gradient(#0a5694, #0a5694) }`,
  'writes their words backwards': `${answer} { direction: rtl; unicode-bidi: bidi-override }`,
  'strikes their words out': `${answer} { text-decoration-line: line-through; text-decoration-thickness: 16px; text-decoration-color: #fff }`,
  'puts their words on top of each other': `${answer} { letter-spacing: -1em }`,
  'moves them off the screen': `${answer} { position: fixed; inset-block-start: -200px }`,
  'puts one on the other': `${answer} { position: absolute; inset-inline: 0; inset-block-end: 0 }`,
  'blends them away': `${answer} { mix-blend-mode: screen }`,
  'makes the question transparent': 'ming-consent-gate::part(dialog) { opacity: 0.1 }',
  'makes the question a strip': 'ming-consent-gate::part(dialog) { block-size: 90px }',
  'gives every word the colour of the ground':
    'ming-consent-gate { --ming-color-text: #fff; --ming-color-surface: #fff }',
  'makes every word tiny': 'ming-consent-gate { --ming-font-size: 5px }',
};

describe('a page that', () => {
  let sheet;

  afterEach(() => sheet?.remove());

  for (const [what, css] of Object.entries(HOSTILE)) {
    it(`${what} records no agreement`, async () => {
      const { gate, engine } = await openGate();
      const errors = [];
      gate.addEventListener('ming-error', ({ error }) => errors.push(error.code));
      sheet = document.createElement('style');
      sheet.textContent = css;
      document.head.append(sheet);
      await settle(gate);
      await pressOn(answersOf(gate)[1]);
      await aTimeout(50);
      expect(await decisionsOf(engine)).to.not.include('granted');
      if (dialogOf(gate)) expect(errors.every((code) => code.startsWith('gate/'))).to.equal(true);
    });
  }

  it('sets a theme by the tokens records agreements', async () => {
    sheet = document.createElement('style');
    sheet.textContent = `ming-consent-gate { --ming-color-accent: #7a1f3d; --ming-radius: 22px; --ming-font-size: 18px;
      --ming-target: 60px } ${answer} { letter-spacing: 0.05em; border-width: 2px }`;
    document.head.append(sheet);
    const { gate, engine } = await openGate();
    await settle(gate);
    await pressOn(answersOf(gate)[1]);
    expect(await decisionsOf(engine)).to.deep.equal(['granted']);
  });

  it('sets a theme in a newer colour space records agreements, if its contrast is enough', async function () {
    if (!CSS.supports('color', 'oklch(0.4 0.1 250)')) this.skip(); // The browser is older than the colour space.
    sheet = document.createElement('style');
    sheet.textContent = 'ming-consent-gate { --ming-color-accent: oklch(0.85 0.1 250) }';
    document.head.append(sheet);
    const { gate, engine } = await openGate();
    await settle(gate);
    await pressOn(answersOf(gate)[1]);
    await aTimeout(50);
    expect(await decisionsOf(engine), 'too pale').to.deep.equal([]);
    sheet.textContent = 'ming-consent-gate { --ming-color-accent: oklch(0.4 0.1 250) }';
    await aTimeout(700);
    await pressOn(answersOf(gate)[1]);
    expect(await decisionsOf(engine)).to.deep.equal(['granted']);
  });

  it('puts a see-through layer over the answers that lets presses pass records none, or one that says it is unverified', async () => {
    const canTell = 'isVisible' in IntersectionObserverEntry.prototype;
    const { gate, engine } = await openGate();
    const layer = document.createElement('div');
    layer.popover = 'manual';
    sheet = layer;
    for (const [name, value] of [
      ['pointer-events', 'none'],
      ['inset', '0'],
      ['inline-size', '100%'],
      ['block-size', '100%'],
    ]) {
      layer.style.setProperty(name, value);
    }
    layer.textContent = 'win a prize';
    document.body.append(layer);
    layer.showPopover();
    await settle(gate);
    await pressOn(answersOf(gate)[1]);
    await aTimeout(50);
    const seen = (await engine.history()).map(({ decision, visibility }) => [decision, visibility]);
    expect(seen).to.deep.equal(canTell ? [] : [['granted', 'unverified']]);
    if (canTell) {
      expect(gate.shadowRoot.querySelector('.said').textContent).to.contain('gate/hidden-answers');
    }
  });

  it('leaves the answers alone has the visibility recorded as the browser could tell it', async () => {
    const { gate, engine } = await openGate();
    await settle(gate);
    await pressOn(answersOf(gate)[1]);
    const [event] = await engine.history();
    const tells = 'isVisible' in IntersectionObserverEntry.prototype;
    expect(event.visibility).to.equal(tells ? 'verified' : 'unverified');
  });
});
