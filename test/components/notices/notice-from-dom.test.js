// What was shown is what is recorded: the notice rebuilt from the page, by the eyes of this test, has the hash in the event.
import { expect, fixture, html } from '@open-wc/testing';
import '../../../dist/components/consent-gate/define.js';
import '../../../dist/components/jump-confirm/define.js';
import '../../../dist/components/permission-prompt/define.js';
import '../../../dist/components/privacy-center/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { agree } from '../../support/answer-prompt.js';
import { press } from '../../support/press.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { waitUntil } from '../../support/wait-until.js';
import { answersOf, pressAgree, pressRefuse, questionOf, wait } from '../consent-gate/open-gate.js';

const folded = (text) => text.replace(/\s+/g, ' ').trim();

/** Every text a person can see under a node, in reading order: drawn signs and what is folded away are not said. */
function seenUnder(node) {
  if (node instanceof Text) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = folded(node.data);
    return words && range.getClientRects().length > 0 ? [words] : [];
  }
  if (node instanceof Element) {
    const folder = node.parentElement?.localName === 'details' && !node.parentElement.open;
    if (node.getAttribute('aria-hidden') === 'true' || (folder && node.localName !== 'summary')) return [];
    if (node.localName === 'slot' && node.assignedNodes().length > 0)
      return node.assignedNodes().flatMap(seenUnder);
  }
  return [...(node.shadowRoot ?? node).childNodes].flatMap(seenUnder);
}

/** RFC 8785 for what a notice holds: texts and lists of texts. */
const canonical = ({ answers, catalogue, clauses, locale, strings }) =>
  JSON.stringify({ answers, catalogue, clauses, locale, strings });

async function hashOf(notice) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(notice)));
  return `sha256:${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The notice on the page, as far as a test sees it. */
const noticeOn = (element, selector, { clauses = [], answers } = {}) => {
  const shown = element.shadowRoot.querySelector(selector);
  return {
    locale: shown.closest('[lang]').lang,
    catalogue: '0.1.0',
    strings: seenUnder(shown),
    answers: answers ?? answersOf(element).map((answer) => folded(answer.textContent)),
    clauses,
  };
};

/** The clauses that a gate shows, by their emphasised words on the page. */
const marksOn = (gate, policy) =>
  [...gate.shadowRoot.querySelectorAll('.mark')].map((mark) => {
    const words = folded(mark.textContent);
    const stressed = ({ emphasis }) =>
      emphasis.some(({ span }) =>
        words.includes(folded(policy.text.slice(span.start, span.end)).slice(0, 12)),
      );
    return policy.clauses.find(stressed)?.id ?? `no clause says: ${words}`;
  });

/** Resolves when the words under a node have stayed the same for a while: an archive may have been asked meanwhile. */
async function stays(node) {
  let [last, same] = ['', 0];
  await waitUntil(() => {
    const now = seenUnder(node).join();
    same = now === last ? same + 1 : 0;
    last = now;
    return same >= 8;
  });
}

const lastOf = async (engine) => {
  const events = await engine.history();
  return events[events.length - 1];
};

const open = async (tag, engine) => {
  const element = await fixture(html`<div></div>`);
  const asking = document.createElement(tag);
  asking.engine = engine;
  element.append(asking);
  await asking.updateComplete;
  return asking;
};

/** Policies of every language, in several versions, some saying less than others. */
const drawn = ['zh-Hans', 'en'].flatMap((language) =>
  ['1.0', `${Math.floor(Math.random() * 90) + 10}.${Math.floor(Math.random() * 90)}`].flatMap((version) =>
    [{}, { permissions: [], thirdParties: [] }, { dataUses: [], rights: [], contacts: [] }].map((facts) => ({
      language,
      version,
      facts,
    })),
  ),
);

describe('the notice rebuilt from the page has the hash that is recorded', () => {
  for (const { language, version, facts } of drawn) {
    const lacks = Object.keys(facts).join(', ') || 'nothing';
    it(`by the gate, in ${language}, version ${version}, lacking ${lacks}`, async () => {
      await setLocale(language);
      const policy = await smallPolicy({ language, version, facts });
      const engine = createConsent({ policies: [policy] });
      await engine.ready;
      const gate = await open('ming-consent-gate', engine);
      await questionOf(gate);
      // Sooner than that, an engine takes the press for the second one of a double click, begun in the test before.
      await wait(700);
      const notice = noticeOn(gate, '.words', { clauses: marksOn(gate, policy) });
      expect(notice.strings.length).to.be.greaterThan(3);
      await pressRefuse(gate);
      await waitUntil(() => engine.status(policy.id).decision === 'denied');
      expect((await lastOf(engine)).noticeHash).to.equal(await hashOf(notice));
      engine.destroy();
    });
  }

  for (const language of ['zh-Hans', 'en']) {
    const setUp = async () => {
      await setLocale(language);
      const engine = createConsent({ policies: [await smallPolicy({ language })] });
      await engine.ready;
      await agree(engine);
      return engine;
    };

    it(`by the permission prompt, in ${language}`, async () => {
      const engine = await setUp();
      const element = await open('ming-permission-prompt', engine);
      const requester = scriptedRequester('camera');
      const asked = engine.askPermission('camera', {
        trigger: 'user',
        requester,
        purpose: '扫描收款码',
        scene: '扫一扫',
        data: '取景画面',
        refusal: '不能扫码',
      });
      await questionOf(element);
      await wait(100);
      const notice = noticeOn(element, '#notice');
      expect(notice.strings).to.include.members(['取景画面', '不能扫码']);
      await pressAgree(element);
      await waitUntil(() => requester.calls === 1);
      requester.end({ end: 'granted' });
      await asked;
      for (const event of (await engine.history()).slice(1))
        expect(event.noticeHash).to.equal(await hashOf(notice));
      engine.destroy();
    });

    it(`by the jump confirmation, in ${language}, its address unfolded or not`, async () => {
      const engine = await setUp();
      for (const unfolded of [false, true]) {
        const element = await open('ming-jump-confirm', engine);
        const asked = engine.confirmJump({
          url: `https://www.insurance.example/plans?${unfolded}`,
          name: '示例保险',
          operator: '示例人寿保险有限公司',
          data: '姓名',
          purpose: '投保',
          open: () => undefined,
        });
        const dialog = await questionOf(element);
        if (unfolded) dialog.querySelector('summary').click();
        await wait(200);
        const notice = noticeOn(element, '.words');
        expect(notice.strings).to.include.members(['示例保险', 'www.insurance.example']);
        await pressRefuse(element);
        await asked;
        expect((await lastOf(engine)).noticeHash).to.equal(await hashOf(notice));
        element.remove();
      }
      engine.destroy();
    });

    it(`by the privacy center, of a withdrawal, in ${language}`, async () => {
      const engine = await setUp();
      const [policy] = engine.policies;
      const center = await open('ming-privacy-center', engine);
      await waitUntil(() => center.shadowRoot.querySelector('[part="withdraw"]'));
      const button = center.shadowRoot.querySelector('[part="withdraw"]');
      await stays(center.shadowRoot.querySelector(`[data-request="${policy.id}"]`));
      const clause = policy.clauses.find(({ topics }) => topics.includes('withdrawal'));
      const notice = noticeOn(center, `[data-request="${policy.id}"]`, {
        answers: [folded(button.textContent)],
        clauses: clause ? [clause.id] : [],
      });
      await press(button);
      await waitUntil(() => engine.status(policy.id).decision === 'withdrawn');
      expect((await lastOf(engine)).noticeHash).to.equal(await hashOf(notice));
      engine.destroy();
    });
  }

  it('negative control: one letter more or less on the page is another hash', async () => {
    const notice = {
      locale: 'en',
      catalogue: '0.1.0',
      strings: ['a', 'b'],
      answers: ['Yes', 'No'],
      clauses: [],
    };
    const hash = await hashOf(notice);
    for (const other of [
      { ...notice, strings: ['a', 'b.'] },
      { ...notice, strings: ['ab'] },
      { ...notice, strings: ['b', 'a'] },
      { ...notice, answers: ['No', 'Yes'] },
      { ...notice, locale: 'zh-Hans' },
    ])
      expect(await hashOf(other)).to.not.equal(hash);
  });
});
