import { compilePolicy } from '../../../dist/mingshi.compiler.js';

const refused = [];
addEventListener('securitypolicyviolation', (event) =>
  refused.push(`${event.violatedDirective} ${event.sample}`),
);

addEventListener('message', async ({ data, source }) => {
  const json = await compilePolicy(data).then(JSON.stringify, (error) => `failed: ${error.message}`);
  source.postMessage({ json, refused }, '*');
});
parent.postMessage('strict page loaded', '*');
