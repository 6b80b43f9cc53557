import { compilePolicy } from '../../../dist/mingshi.compiler.js';

addEventListener('message', async ({ data }) => {
  try {
    postMessage(JSON.stringify(await compilePolicy(data)));
  } catch (error) {
    postMessage(`failed: ${error.code ?? ''} ${error.message}`);
  }
});
