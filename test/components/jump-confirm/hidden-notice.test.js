import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { openQuestion } from '../permission-prompt/open-permission.js';
import { answersOf, collect, openJump, pressOn, settle, targetOf, wait, words } from './open-jump.js';

/** What a page may try with styles alone to agree to a destination nobody could read. */
const HOSTILE = {
  'moves the words out of sight': '{ text-indent: -4000px }',
  'keeps them on one line that ends outside': '{ white-space: nowrap }',
  'puts the letters on top of each other': '{ letter-spacing: -1em }',
  'puts the lines on top of each other': '{ line-height: 0 }',
  'gives them the colour of the ground': '{ color: #fff; background: #fff }',
  'paints over them':
    "::before { content: ''; position: absolute; inset: 0 0 90px; background: #fff; z-index: 9 }",
};

const LONG = targetOf({
  display: { name: `${'long-name.'.repeat(20)}example` },
  warnings: ['insecure', 'ip-address'],
});

const styled = (css) => {
  const sheet = document.createElement('style');
  sheet.textContent = css;
  document.head.append(sheet);
  return sheet;
};

/** Presses agree, and gives the codes of what went wrong. */
async function agree(element) {
  const errors = collect(element, 'ming-error');
  await settle(element);
  await pressOn(answersOf(element)[1]);
  await wait(100);
  return errors.map(({ error }) => error.code);
}

describe('what must be read before a jump', () => {
  let sheet;

  afterEach(() => sheet?.remove());

  for (const [what, css] of Object.entries(HOSTILE)) {
    it(`is not agreed to where the page ${what}`, async () => {
      sheet = styled(`ming-jump-confirm::part(dialog)${css}`);
      const { element, engine } = await openJump({ target: LONG });
      expect((await agree(element)).every((code) => code.startsWith('gate/hidden'))).to.equal(true);
      expect(engine.answers).to.deep.equal([]);
      expect(words(element.shadowRoot.querySelector('footer'))).to.contain('gate/hidden');
    });
  }

  it('is no part a page could hide', async () => {
    const parts = ['destination', 'warning', 'name', 'again', 'opened', 'banner', 'result', 'notice', 'view'];
    sheet = styled(parts.map((part) => `ming-jump-confirm::part(${part}) { display: none }`).join(' '));
    const { dialog } = await openJump({ target: LONG });
    for (const place of ['.destination', '.name', '.warning'])
      expect(dialog.querySelector(place).getBoundingClientRect().height).to.be.above(20);
  });

  it('is agreed to where it is long, and shown', async () => {
    const { element, engine } = await openJump({ target: LONG });
    expect(await agree(element)).to.deep.equal([]);
    await waitUntil(() => engine.answers.length === 1);
  });
});

describe('what must be read before a permission', () => {
  it('is not agreed to where the page moves the purpose out of sight', async () => {
    const sheet = styled('ming-permission-prompt::part(dialog) { text-indent: -4000px }');
    try {
      const { element, engine } = await openQuestion();
      expect(await agree(element)).to.deep.equal(['gate/hidden-notice']);
      expect(engine.status('permission:camera').decision).to.equal('none');
    } finally {
      sheet.remove();
    }
  });
});
