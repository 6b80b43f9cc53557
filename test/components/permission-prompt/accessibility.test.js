import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import { answersOf } from '../consent-gate/open-gate.js';
import { sendKeys } from '@web/test-runner-commands';
import { bannerOf, Commanded, openQuestion, openSystem, resultOf, startAsking } from './open-permission.js';

/** Chromium alone can be told to be dark here; the others are checked in the scheme they have. */
async function prefer(colorScheme) {
  await emulateMedia({ colorScheme }).catch(() => undefined);
  return matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches;
}

const schemes = (await prefer('dark')) ? ['light', 'dark'] : ['light'];

for (const scheme of schemes) {
  for (const language of ['zh-Hans', 'en']) {
    describe(`the permission prompt, ${scheme}, ${language}`, () => {
      before(() => prefer(scheme));

      after(() => prefer('light'));

      it('is accessible while it asks', async () => {
        const { element } = await openQuestion({ language });
        await expect(element).to.be.accessible();
      });

      it('is accessible while an early press is explained', async () => {
        const { element } = await openQuestion({ language });
        answersOf(element)[1].focus();
        await sendKeys({ press: 'Enter' });
        await waitUntil(() => element.shadowRoot.querySelector('.said').textContent);
        await expect(element).to.be.accessible();
      });

      it('is accessible while the system asks', async () => {
        const { element } = await openSystem({ language });
        await bannerOf(element);
        await expect(element).to.be.accessible();
      });

      it('is accessible with the steps to a blocked permission', async () => {
        const { element } = await startAsking({ language, requester: new Commanded({ state: 'denied' }) });
        await resultOf(element);
        await expect(element).to.be.accessible();
      });

      it('is accessible where nothing can be asked', async () => {
        const { element } = await startAsking({ language, requester: new Commanded({ lack: 'insecure' }) });
        await resultOf(element);
        await expect(element).to.be.accessible();
      });
    });
  }
}
