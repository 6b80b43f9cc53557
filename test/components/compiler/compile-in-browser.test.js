import { expect, fixture, html } from '@open-wc/testing';
import { compilePolicy as fromModules } from '../../../dist/src/compiler/index.js';
import { compilePolicy as fromStandalone } from '../../../dist/mingshi.compiler.js';
import { compiledInNode, sources } from './sources.js';

const heard = (target, wanted) =>
  new Promise((resolve, reject) => {
    target.addEventListener('error', () => reject(new Error('It could not be loaded.')), { once: true });
    const listen = ({ data }) => {
      if (!wanted(data)) return;
      target.removeEventListener('message', listen);
      resolve(data);
    };
    target.addEventListener('message', listen);
  });

describe('compiling in the browser', () => {
  let policies;
  before(async () => {
    const all = await sources();
    policies = await Promise.all(all.map(async (source) => ({ source, json: await compiledInNode(source) })));
  });

  for (const [name, compile] of Object.entries({
    modules: fromModules,
    'the standalone file': fromStandalone,
  })) {
    it(`makes of Markdown, text and a page what Node makes of them: ${name}`, async () => {
      for (const { source, json } of policies) {
        const compiled = JSON.stringify(await compile(source));
        expect(compiled === json, `${source.name} is byte for byte the same`).to.equal(true);
      }
    });
  }

  it('compiles in a worker, which has no document', async () => {
    const worker = new Worker(new URL('./compile-worker.js', import.meta.url), { type: 'module' });
    try {
      for (const { source, json } of policies) {
        const answer = heard(worker, () => true);
        worker.postMessage(source);
        expect((await answer) === json, `${source.name} is byte for byte the same`).to.equal(true);
      }
    } finally {
      worker.terminate();
    }
  });

  it('works under a strict content security policy, and breaks no rule of it', async () => {
    const loaded = heard(window, (data) => data === 'strict page loaded');
    const src = new URL('./strict-page.html', import.meta.url).href;
    const frame = await fixture(html`<iframe src=${src} title="strict"></iframe>`);
    await loaded;
    for (const { source, json } of policies) {
      const answer = heard(window, (data) => data.json !== undefined);
      frame.contentWindow.postMessage(source, '*');
      const { json: compiled, refused } = await answer;
      expect(compiled === json, `${source.name}: ${compiled.slice(0, 200)}`).to.equal(true);
      expect(refused).to.deep.equal([]);
    }
  });
});
