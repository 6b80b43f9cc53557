import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { waitUntil } from '../../support/wait-until.js';
import { PromptController } from '../../../dist/components/internal/prompt-controller.js';
import { setLocale } from '../../../dist/components/locale.js';
import { collect, pressOn, startEngine, wait } from '../consent-gate/open-gate.js';

/** An element whose view loads only while `reachable` is true, as where the network goes. */
class Unreliable extends LitElement {
  static properties = { engine: { attribute: false } };
  reachable = false;
  prefetch = false;
  #prompts = new PromptController(this, {
    kind: 'jump',
    load: async () => {
      if (!this.reachable) throw new Error('offline');
      return { render: (prompt) => (prompt ? html`<p class="question">${prompt.jump.target.host}</p>` : '') };
    },
  });

  render() {
    return this.#prompts.render();
  }
}
customElements.define('unreliable-prompt', Unreliable);

async function failToAsk() {
  await setLocale('zh-Hans');
  const engine = await startEngine();
  const element = await fixture(html`<unreliable-prompt .engine=${engine}></unreliable-prompt>`);
  const errors = collect(element, 'ming-error');
  const outcome = engine.confirmJump({ url: 'https://a.example/' });
  await waitUntil(() => errors.length > 0, 'it fails');
  await element.updateComplete;
  return { engine, element, errors, outcome };
}

const shownBy = (element) => element.shadowRoot.querySelector('.question')?.textContent;
const errorOf = (element) => element.shadowRoot.querySelector('[part="error"]');

describe('a question that did not load', () => {
  it('says so, and is there once the network is', async () => {
    const { element, errors } = await failToAsk();
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['jump/not-loaded']);
    expect(errorOf(element).textContent).to.contain('jump/not-loaded');
    element.reachable = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => shownBy(element) === 'a.example', 'it is asked');
    expect(errorOf(element)).to.equal(null);
    expect(element.shadowRoot.querySelector('button')).to.equal(null);
  });

  it('is tried again when the person comes back to the page', async () => {
    const { element } = await failToAsk();
    element.reachable = true;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await waitUntil(() => shownBy(element) === 'a.example', 'it is asked');
  });

  it('can be closed, which is no answer, and holds up nothing: the next one is asked', async () => {
    const { engine, element, outcome } = await failToAsk();
    const next = engine.confirmJump({ url: 'https://b.example/' });
    element.shadowRoot.querySelector('button').click();
    await wait(50);
    expect(engine.prompt.jump.target.host, 'a script closes nothing').to.equal('a.example');
    await pressOn(element.shadowRoot.querySelector('button'));
    expect((await outcome).decision).to.equal('dismissed');
    element.reachable = true;
    dispatchEvent(new Event('online'));
    await waitUntil(() => shownBy(element) === 'b.example', 'the next is asked');
    expect((await engine.history()).map(({ decision, act }) => [decision, act])).to.deep.equal([
      ['dismissed', 'pointer'],
    ]);
    engine.destroy();
    await next.catch(() => undefined);
  });

  it('leaves no error behind where the question itself goes', async () => {
    const { engine, element } = await failToAsk();
    engine.prompt.answer('denied', { act: 'host', visibility: 'unverified' });
    await waitUntil(() => !errorOf(element), 'the error goes');
  });
});
