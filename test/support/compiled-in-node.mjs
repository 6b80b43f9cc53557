import { compilePolicy } from '../../dist/src/compiler/index.js';

/** @param {AsyncIterable<Uint8Array>} request */
async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** Answers a test page with what Node makes of the policy source it posts. @param {any} context @param {() => Promise<void>} next */
export async function compiledInNode(context, next) {
  if (context.path !== '/compiled-in-node') return next();
  const source = JSON.parse(await bodyOf(context.req));
  context.body = JSON.stringify(await compilePolicy(source));
  context.type = 'json';
}
