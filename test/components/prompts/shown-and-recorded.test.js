import { aTimeout, expect } from '@open-wc/testing';
import { canonicalJson } from '../../../dist/src/canonical.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { answersOf, dialogOf, pressOn, settle } from '../consent-gate/open-gate.js';
import { eventsAbout, openPrompt, PROMPTS } from './every-prompt.js';

// F-C9, for every element that asks: the hash in the record is that of the words on the screen, rebuilt from the page alone.
const LANGUAGES = ['zh-Hans', 'en'];

/** Every text with a box on the page, in the order of the tree, through shadow roots: what a person can see and read. */
function seenUnder(node) {
  if (node instanceof Text) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = node.data.replace(/\s+/g, ' ').trim();
    return words && range.getClientRects().length > 0 ? [words] : [];
  }
  // What stands in closed details has a box in some engines all the same; what is drawn, not said, is no word.
  if (node.matches?.('details:not([open]) > :not(summary), [aria-hidden="true"]')) return [];
  return [...(node.shadowRoot ?? node).childNodes].flatMap(seenUnder);
}

async function sha256(text) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** What the engine was last told is on screen, for the parts that no screen shows. */
function watchNotice(engine) {
  const told = {};
  engine.subscribe(({ prompt }) => {
    if (!prompt || prompt.watched) return;
    prompt.watched = true;
    const present = prompt.present.bind(prompt);
    prompt.present = (notice) => ((told.notice = notice), present(notice));
  });
  return told;
}

/** Words that nobody chose: any length, any script, with what may not be shown. */
function randomWords(seed) {
  const alphabet = '同意手机号位置 abcXYZ 09，。—‘’“”éüñשלוםمرحبا\u200b\u202e\u0301🙂';
  const letters = [...alphabet];
  let state = seed + 1;
  const next = () => (state = (state * 48271) % 2147483647);
  return (
    Array.from({ length: 5 + (next() % 60) }, () => letters[next() % letters.length])
      .join('')
      .trim() || '字'
  );
}

for (const [name, kind] of Object.entries(PROMPTS)) {
  describe(`${name}: the hash in the record`, () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const language = LANGUAGES[seed % 2];
      it(`is that of what was shown, in ${language}, with random words (${seed})`, async () => {
        const version = `${seed}.${seed * 7}`;
        const policy = await smallPolicy({ language, version });
        const engine = await kind.make({ language, policy });
        const told = watchNotice(engine);
        const words = randomWords(seed);
        const asked =
          kind.kind === 'jump' ? { name: words, operator: words } : { purpose: words, scene: words };
        const { element } = await openPrompt(kind, { language, engine, asked });
        await settle(element);
        const strings = seenUnder(element.shadowRoot.querySelector('.words'));
        const answers = answersOf(element).map((answer) => answer.textContent.trim());
        await pressOn(answersOf(element)[1]);
        await aTimeout(30);
        const [event] = await eventsAbout(kind, engine);
        const { locale, catalogue, clauses } = told.notice;
        expect(locale).to.equal(language);
        const rebuilt = canonicalJson({ locale, catalogue, strings, answers, clauses });
        expect(event.noticeHash).to.equal(await sha256(rebuilt));
      });
    }

    it('is not that of anything else: one other letter gives another', async () => {
      const engine = await kind.make({ language: 'zh-Hans' });
      const told = watchNotice(engine);
      const { element } = await openPrompt(kind, { engine });
      await settle(element);
      await pressOn(answersOf(element)[1]);
      await aTimeout(30);
      const [event] = await eventsAbout(kind, engine);
      const [first, ...others] = told.notice.strings;
      const changed = canonicalJson({ ...told.notice, strings: [`${first}.`, ...others] });
      expect(event.noticeHash).to.not.equal(await sha256(changed));
      expect(event.noticeHash).to.equal(await sha256(canonicalJson(told.notice)));
    });

    it('stands for no question that was swapped meanwhile: it is gone, and nothing was answered', async () => {
      const opened = await openPrompt(kind);
      await settle(opened.element);
      opened.element.engine = await kind.make({ language: 'en' });
      await aTimeout(100);
      expect(await eventsAbout(kind, opened.engine)).to.deep.equal([]);
      const shown = dialogOf(opened.element);
      // The gate asks by itself about the policy that is there now; the others have nothing to ask.
      if (kind.kind !== 'general') expect(shown).to.equal(null);
    });
  });
}
