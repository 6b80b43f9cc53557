import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import '../../../dist/components/consent-gate/define.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';

const alertOf = (element) => element.shadowRoot.querySelector('[role="alert"]');
const codeOf = (element) => alertOf(element)?.querySelector('code').textContent;

describe('an element that needs an engine', () => {
  it('says so two seconds after the page was read, and stops saying so when one arrives', async () => {
    const errors = [];
    const gate = await fixture(
      html`<ming-consent-gate @ming-error=${({ error }) => errors.push(error.code)}></ming-consent-gate>`,
    );
    expect(alertOf(gate)).to.equal(null);
    await waitUntil(() => alertOf(gate), 'the error is visible');
    expect(codeOf(gate)).to.equal('element/no-engine');
    expect(errors).to.deep.equal(['element/no-engine']);
    gate.engine = createConsent({ policies: [await smallPolicy()] });
    await gate.updateComplete;
    expect(alertOf(gate)).to.equal(null);
  });

  it('refuses an engine that speaks another protocol', async () => {
    const gate = await fixture(html`<ming-consent-gate .engine=${{ ask: () => true }}></ming-consent-gate>`);
    await gate.updateComplete;
    expect(codeOf(gate)).to.equal('element/engine-mismatch');
    expect(gate.shadowRoot.querySelector('dialog')).to.equal(null);
  });

  it('finds a provider that is defined after it, and waits for one that is still loading', async () => {
    const provider = await fixture(
      html`<ming-provider .policies=${[await smallPolicy()]} storage="memory"
        ><ming-consent-gate></ming-consent-gate
      ></ming-provider>`,
    );
    await import('../../../dist/components/provider/define.js');
    const gate = provider.querySelector('ming-consent-gate');
    await waitUntil(() => gate.shadowRoot.querySelector('dialog[open]'));
  });

  it('lets go of the engine when it is removed', async () => {
    const engine = createConsent({ policies: [await smallPolicy()] });
    let listeners = 0;
    const { subscribe } = engine;
    const counted = Object.create(engine, {
      subscribe: {
        value: (listener) => {
          listeners += 1;
          const stop = subscribe.call(engine, listener);
          return () => ((listeners -= 1), stop());
        },
      },
    });
    for (const name of ['ready', 'policies', 'prompt', 'errors', 'namespace']) {
      Object.defineProperty(counted, name, { get: () => engine[name] });
    }
    for (const name of ['status', 'ensure'])
      Object.defineProperty(counted, name, { value: engine[name].bind(engine) });
    const gate = await fixture(html`<ming-consent-gate .engine=${counted}></ming-consent-gate>`);
    expect(listeners).to.equal(1);
    gate.remove();
    expect(listeners).to.equal(0);
  });
});
