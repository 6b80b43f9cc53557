import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import '../../../dist/components/consent-gate/define.js';
import '../../../dist/components/provider/define.js';
import { getLocale, setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const alertOf = (element) => element.shadowRoot.querySelector('[role="alert"]');
const urls = [];

function urlOf(text, type = 'application/json') {
  urls.push(URL.createObjectURL(new Blob([text], { type })));
  return urls[urls.length - 1];
}

async function errorOf(provider) {
  await waitUntil(() => alertOf(provider), 'the error is visible');
  return alertOf(provider).querySelector('code').textContent;
}

const gateIn = (provider) => provider.querySelector('ming-consent-gate');
const asks = (gate) => gate.shadowRoot.querySelector('dialog[open]');

describe('the provider', () => {
  let policy;

  before(async () => {
    policy = await smallPolicy();
  });

  beforeEach(() => setLocale('zh-Hans'));

  after(() => urls.forEach((url) => URL.revokeObjectURL(url)));

  describe('builds an engine', () => {
    it('from a policy it fetches, and the gate inside asks', async () => {
      const provider = await fixture(html`
        <ming-provider policy=${urlOf(JSON.stringify(policy))} storage="memory">
          <ming-consent-gate></ming-consent-gate>
        </ming-provider>
      `);
      await waitUntil(() => asks(gateIn(provider)));
      expect(provider.engine.policies[0].hash).to.equal(policy.hash);
      expect(provider.engine.namespace).to.equal('default');
    });

    it('from a policy put inside', async () => {
      const provider = document.createElement('ming-provider');
      provider.setAttribute('storage', 'memory');
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = JSON.stringify(policy);
      provider.append(script, document.createElement('ming-consent-gate'));
      (await fixture(html`<div></div>`)).append(provider);
      await waitUntil(() => asks(gateIn(provider)));
    });

    it('from .policies, on IndexedDB, where an answer outlives the engine', async () => {
      const namespace = `provider-test-${Date.now()}`;
      const make = () =>
        fixture(html`<ming-provider .policies=${[policy]} namespace=${namespace}></ming-provider>`);
      const first = await make();
      await waitUntil(() => first.engine);
      await first.engine.ready;
      first.engine.ensure(policy.id).catch(() => undefined);
      await waitUntil(() => first.engine.prompt);
      const { saved } = first.engine.prompt.answer('denied', { act: 'host', visibility: 'unverified' });
      expect(await saved).to.equal('disk');
      first.remove();
      const second = await make();
      await waitUntil(() => second.engine);
      await second.engine.ready;
      expect(second.engine.status(policy.id).decision).to.equal('denied');
    });

    it('from .policies, in localStorage', async () => {
      const provider = await fixture(
        html`<ming-provider
          .policies=${[policy]}
          storage="local-storage"
          namespace="provider-test"
        ></ming-provider>`,
      );
      await waitUntil(() => provider.engine);
      await provider.engine.ready;
      expect(provider.engine.errors).to.deep.equal([]);
    });

    it('anew when its policy changes, and ends the old one', async () => {
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="memory"></ming-provider>`,
      );
      await waitUntil(() => provider.engine);
      const old = provider.engine;
      provider.policies = [await smallPolicy({ version: '2.0' })];
      await waitUntil(() => provider.engine !== old);
      let ended;
      await old.ensure(policy.id).catch(({ code }) => (ended = code));
      expect(ended).to.equal('engine/destroyed');
    });
  });

  describe('hands on an engine', () => {
    it('that was given, and does not end it', async () => {
      const engine = createConsent({ policies: [policy] });
      const provider = await fixture(
        html`<ming-provider .engine=${engine}><ming-consent-gate></ming-consent-gate></ming-provider>`,
      );
      await waitUntil(() => asks(gateIn(provider)));
      provider.remove();
      await wait(30);
      await engine.history();
    });

    it('to elements that are added later, and not to those with their own', async () => {
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="memory"></ming-provider>`,
      );
      const engine = createConsent({ policies: [await smallPolicy({ id: 'other' })] });
      const gate = document.createElement('ming-consent-gate');
      gate.engine = engine;
      provider.append(gate);
      await waitUntil(() => asks(gate));
      expect(engine.prompt.request.id).to.equal('other');
      expect(provider.engine.prompt).to.equal(undefined);
    });
  });

  describe('when it is moved or removed', () => {
    it('and says when the ledger was read, at every start', async () => {
      const told = [];
      const listen = ({ engine }) => told.push(engine.status(policy.id).decision);
      document.addEventListener('ming-ready', listen);
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="memory"></ming-provider>`,
      );
      await waitUntil(() => told.length > 0, 'the app is told');
      const given = createConsent({ policies: [policy] });
      provider.engine = given;
      await waitUntil(() => told.length > 1, 'the app is told of another engine');
      document.removeEventListener('ming-ready', listen);
      expect(told).to.deep.equal(['none', 'none']);
      given.destroy();
    });

    it('keeps its engine on a move', async () => {
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="memory"></ming-provider>`,
      );
      await waitUntil(() => provider.engine);
      const { engine } = provider;
      document.body.append(provider);
      await wait(50);
      expect(provider.engine).to.equal(engine);
      await engine.history();
      provider.remove();
    });

    it('ends the engine it built when it is gone, and builds another when it is back', async () => {
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="memory"></ming-provider>`,
      );
      await waitUntil(() => provider.engine);
      const { engine } = provider;
      provider.remove();
      await wait(30);
      let ended;
      await engine.history().catch(({ code }) => (ended = code));
      expect(ended).to.equal('engine/destroyed');
      document.body.append(provider);
      await waitUntil(() => provider.engine && provider.engine !== engine);
      provider.remove();
    });
  });

  describe('shows a coded error, and nothing is asked', () => {
    const BAD = {
      'for a text that is not JSON': ['这不是政策', 'provider/not-json'],
      'for an empty file': ['', 'provider/not-json'],
      'for a web page': ['<!doctype html><p>404', 'provider/not-json'],
      'for JSON that is no policy': ['{"hello": 1}', 'policy/'],
      'for a number': ['7', 'policy/'],
      'for an unknown schema': ['{"schema": "mingshi.policy/99"}', 'policy/unknown-schema'],
    };

    for (const [what, [text, code]] of Object.entries(BAD)) {
      it(what, async () => {
        const provider = await fixture(html`
          <ming-provider policy=${urlOf(text)} storage="memory"
            ><ming-consent-gate></ming-consent-gate
          ></ming-provider>
        `);
        expect(await errorOf(provider)).to.match(new RegExp(`^${code}`));
        expect(asks(gateIn(provider))).to.equal(null);
      });
    }

    it('for a policy that is not there, and tells the app', async () => {
      const errors = [];
      const provider = await fixture(html`
        <ming-provider
          policy="/no/such/policy.json"
          storage="memory"
          @ming-error=${({ error }) => errors.push(error.code)}
        ></ming-provider>
      `);
      expect(await errorOf(provider)).to.equal('provider/fetch-failed');
      expect(errors).to.deep.equal(['provider/fetch-failed']);
    });

    it('for an unknown storage', async () => {
      const provider = await fixture(
        html`<ming-provider .policies=${[policy]} storage="floppy"></ming-provider>`,
      );
      expect(await errorOf(provider)).to.equal('provider/unknown-storage');
      provider.storage = 'memory';
      await waitUntil(() => provider.engine);
      await provider.updateComplete;
      expect(alertOf(provider), 'gone when it is mended').to.equal(null);
    });

    it('for no policy at all, after two seconds', async () => {
      const provider = await fixture(html`<ming-provider></ming-provider>`);
      await wait(300);
      expect(alertOf(provider)).to.equal(null);
      await waitUntil(() => alertOf(provider), 'the error is visible');
      expect(await errorOf(provider)).to.equal('provider/no-policy');
    });
  });

  it('asks for its policy without credentials, body or referrer', async () => {
    const real = window.fetch;
    const asked = [];
    window.fetch = (url, init) => (asked.push([url, init]), real(url, init));
    try {
      await fixture(
        html`<ming-provider policy=${urlOf(JSON.stringify(policy))} storage="memory"></ming-provider>`,
      );
      await waitUntil(() => asked.length === 1);
      expect(asked[0][1]).to.deep.equal({
        cache: 'no-cache',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
    } finally {
      window.fetch = real;
    }
  });

  it('decides the language: its own first, and shows nothing in another', async () => {
    const provider = await fixture(html`
      <ming-provider .policies=${[policy]} storage="memory" locale="en"
        ><ming-consent-gate></ming-consent-gate
      ></ming-provider>
    `);
    await waitUntil(() => asks(gateIn(provider)));
    expect(getLocale()).to.equal('en');
    expect(asks(gateIn(provider)).textContent).to.contain('Agree');
    provider.locale = 'zh-CN';
    await waitUntil(() => getLocale() === 'zh-Hans');
  });

  it('works on a page whose Object.prototype was polluted', async () => {
    const names = ['storage', 'granted', 'decision', 'subject', 'archive', 'profile', 'policies', 'asks'];
    for (const name of names) {
      Object.defineProperty(Object.prototype, name, { value: 'granted', configurable: true, writable: true });
    }
    try {
      const engine = createConsent({ policies: [policy] });
      await engine.ready;
      expect(engine.status(policy.id).decision).to.equal('none');
      expect(engine.errors).to.deep.equal([]);
    } finally {
      for (const name of names) delete Object.prototype[name];
    }
  });
});
