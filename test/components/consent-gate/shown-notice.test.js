import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { canonicalJson } from '../../../dist/src/canonical.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { answersOf, openGate, pressAgree, pressOn, wait, fullTextButton } from './open-gate.js';

/** Every text with a box on the page, in the order of the tree, through shadow roots: what a person can see. */
function seenUnder(node) {
  if (node instanceof Text) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = node.data.replace(/\s+/g, ' ').trim();
    return words && range.getClientRects().length > 0 ? [words] : [];
  }
  return [...(node.shadowRoot ?? node).childNodes].flatMap(seenUnder);
}

async function presentedBy(engine) {
  const notices = [];
  engine.subscribe(({ type, prompt }) => {
    if (type !== 'prompt' || !prompt) return;
    const present = prompt.present.bind(prompt);
    prompt.present = (notice) => (notices.push(notice), present(notice));
  });
  return notices;
}

const last = (list) => list[list.length - 1];

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

describe('what is recorded of a question', () => {
  for (const language of ['zh-Hans', 'en']) {
    it(`is every string on screen, in reading order, in ${language}`, async () => {
      const engine = createConsent({ policies: [await smallPolicy({ language })] });
      const notices = await presentedBy(engine);
      const { gate } = await openGate({ language, engine });
      await wait(200);
      const notice = last(notices);
      expect(notice.strings).to.deep.equal(seenUnder(gate.shadowRoot.querySelector('.words')));
      expect(notice.answers).to.deep.equal(answersOf(gate).map((answer) => answer.textContent.trim()));
      expect(notice.locale).to.equal(language);
      expect(notice.clauses.length).to.equal(gate.shadowRoot.querySelectorAll('.mark').length);
    });
  }

  it('is the hash of those strings, in the event', async () => {
    const engine = createConsent({ policies: [await smallPolicy()] });
    const notices = await presentedBy(engine);
    const { gate } = await openGate({ engine });
    await pressAgree(gate);
    const [event] = await engine.history();
    expect(event.noticeHash).to.equal(await sha256(canonicalJson(last(notices))));
  });

  it('follows when more is shown, and when the language changes', async () => {
    const policy = await smallPolicy();
    const clauses = policy.clauses.map((clause) => ({
      ...clause,
      emphasis: [{ origin: 'author', span: clause.span }],
    }));
    const engine = createConsent({ policies: [{ ...policy, clauses }] });
    const notices = await presentedBy(engine);
    const { gate } = await openGate({ engine });
    gate.shadowRoot.querySelector('section > button.text').click();
    await waitUntil(() => last(notices).clauses.length === clauses.length);
    await setLocale('en');
    await waitUntil(() => last(notices).locale === 'en');
    await wait(100);
    expect(last(notices).strings).to.deep.equal(seenUnder(gate.shadowRoot.querySelector('.words')));
  });

  it('stays the notice while the full text is read', async () => {
    const engine = createConsent({ policies: [await smallPolicy()] });
    const notices = await presentedBy(engine);
    const { gate } = await openGate({ engine });
    await wait(100);
    const before = last(notices);
    await pressOn(fullTextButton(gate));
    await wait(200);
    expect(last(notices)).to.deep.equal(before);
  });
});
