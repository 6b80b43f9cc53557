import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import '../../../dist/components/define.js';
import { smallPolicy } from '../../fixtures/small-policy.js';

const alertOf = (element) => element.shadowRoot.querySelector('[role="alert"]');
const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const CALM = '这里暂时无法使用，请稍后再试。没有作出任何同意。';

describe('the language where there is no engine', () => {
  before(() => document.documentElement.setAttribute('lang', 'zh-Hans'));
  after(() => document.documentElement.removeAttribute('lang'));

  it('of an error is the page’s: plain words first, the code and its sentence after them', async () => {
    const provider = await fixture(html`<ming-provider policy="/no-such-policy.json"></ming-provider>`);
    await waitUntil(() => alertOf(provider));
    const [plain, technical] = alertOf(provider).querySelectorAll('p');
    expect(words(plain)).to.equal(CALM);
    expect(plain.lang).to.equal('zh-Hans');
    expect(words(technical)).to.match(/^provider\/fetch-failed /);
    expect(technical.lang).to.equal('en');
  });

  for (const tag of [
    'ming-consent-gate',
    'ming-policy-summary',
    'ming-policy-reader',
    'ming-privacy-center',
  ]) {
    it(`of <${tag}> is the page’s when it says that it has no engine`, async () => {
      const box = await fixture(html`<div></div>`);
      const element = document.createElement(tag);
      box.append(element);
      await waitUntil(() => alertOf(element), 'the error is visible');
      expect(words(alertOf(element)))
        .to.contain(CALM)
        .and.contain('element/no-engine');
    });
  }

  it('of a short version with a policy of its own is the page’s', async () => {
    const policy = await smallPolicy();
    const summary = await fixture(html`<ming-policy-summary .policy=${policy}></ming-policy-summary>`);
    expect(words(summary.shadowRoot.querySelector('h3'))).to.equal('收集的信息');
  });

  it('is the provider’s own where it names one, before the page’s', async () => {
    const provider = await fixture(html`
      <ming-provider policy="/no-such-policy.json" locale="en"
        ><ming-policy-summary></ming-policy-summary
      ></ming-provider>
    `);
    await waitUntil(() => alertOf(provider));
    await waitUntil(() => words(alertOf(provider)).startsWith('This is not working right now'));
  });
});
