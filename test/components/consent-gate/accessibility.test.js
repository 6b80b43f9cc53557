import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { emulateMedia } from '@web/test-runner-commands';
import {
  openGate,
  pressOn,
  questionOf,
  pressRefuse,
  fullTextButton,
  openAndPressEarly,
} from './open-gate.js';

/** Chromium alone can be told to be dark here; the others are checked in the scheme they have. */
async function prefer(colorScheme) {
  try {
    await emulateMedia({ colorScheme });
  } catch {
    return matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches;
  }
  return matchMedia(`(prefers-color-scheme: ${colorScheme})`).matches;
}

const schemes = (await prefer('dark')) ? ['light', 'dark'] : ['light'];

for (const scheme of schemes) {
  for (const language of ['zh-Hans', 'en']) {
    describe(`the consent gate, ${scheme}, ${language}`, () => {
      before(() => prefer(scheme));

      after(() => prefer('light'));

      it('is accessible while it asks', async () => {
        const { gate } = await openGate({ language });
        await expect(gate).to.be.accessible();
      });

      it('is accessible while an early press is explained', async () => {
        const { gate } = await openAndPressEarly({ language });
        await waitUntil(() => gate.shadowRoot.querySelector('.said').textContent);
        await expect(gate).to.be.accessible();
      });

      it('is accessible with the full text open', async () => {
        const { gate } = await openGate({ language });
        await pressOn(fullTextButton(gate));
        await waitUntil(() => gate.shadowRoot.querySelector('ming-policy-reader')?.shadowRoot);
        await expect(gate).to.be.accessible();
      });

      it('is accessible in basic mode', async () => {
        const { gate } = await openGate({ language });
        await pressRefuse(gate);
        await waitUntil(() => gate.shadowRoot.querySelector('[part="entry"]'));
        await expect(gate).to.be.accessible();
      });

      it('is accessible when it is opened again', async () => {
        const { gate } = await openGate({ language });
        await pressRefuse(gate);
        await waitUntil(() => gate.shadowRoot.querySelector('[part="entry"]'));
        await pressOn(gate.shadowRoot.querySelector('[part="entry"]'));
        await questionOf(gate);
        await expect(gate).to.be.accessible();
      });
    });
  }
}
