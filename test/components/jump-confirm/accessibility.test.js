import { emulateMedia } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { answersOf, openJump, targetOf } from './open-jump.js';
import { resize } from '../../support/resize.js';

/** Chromium alone can be told to be dark here; the others are checked in the scheme they have. */
async function prefer(colorScheme) {
  await emulateMedia({ colorScheme }).catch(() => undefined);
  return matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches;
}

const schemes = (await prefer('dark')) ? ['light', 'dark'] : ['light'];

const FULL = {
  name: '示例保险',
  operator: '示例人寿保险有限公司',
  data: '您的姓名、手机号码',
  policy: { title: '示例保险隐私政策', url: 'https://www.insurance.example/privacy' },
  mayRemember: true,
};
const WARNED = {
  ...FULL,
  target: targetOf({
    warnings: ['insecure', 'ip-address', 'open-redirect'],
    display: { leadsTo: ['next.example'] },
  }),
};
const REFUSED = {
  target: targetOf({
    allowed: false,
    warnings: ['forbidden-scheme'],
    display: { address: 'javascript:%20' },
  }),
};

for (const scheme of schemes) {
  for (const language of ['zh-Hans', 'en']) {
    describe(`the jump confirmation, ${scheme}, ${language}`, () => {
      before(() => prefer(scheme));

      after(() => prefer('light'));

      it('is accessible while it asks', async () => {
        const { element } = await openJump(FULL, { language });
        await expect(element).to.be.accessible();
      });

      it('is accessible with warnings and the whole address open', async () => {
        const { element, dialog } = await openJump(WARNED, { language });
        dialog.querySelector('details').open = true;
        await expect(element).to.be.accessible();
      });

      it('is accessible about an address that is never opened', async () => {
        const { element } = await openJump(REFUSED, { language });
        await expect(element).to.be.accessible();
      });
    });
  }
}

describe('the jump confirmation on a phone', () => {
  before(() => resize({ width: 390, height: 700 }));

  after(() => resize({ width: 800, height: 600 }));

  it('has targets of 44 px or more, the answers in view without scrolling', async () => {
    const { element, dialog } = await openJump(WARNED);
    for (const target of dialog.querySelectorAll('button, summary, label')) {
      expect(target.getBoundingClientRect().height, target.localName).to.be.at.least(44);
    }
    for (const answer of answersOf(element)) {
      expect(answer.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
    }
  });

  it('is named by what the person is about to do, and where', async () => {
    const { dialog } = await openJump(FULL);
    const named = dialog
      .getAttribute('aria-labelledby')
      .split(' ')
      .map((id) => dialog.querySelector(`#${id}`).textContent.trim());
    expect(named).to.deep.equal(['您即将离开本应用，前往', 'insurance.example']);
  });
});
