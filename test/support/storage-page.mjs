import { fileURLToPath } from 'node:url';
import { startServer } from './e2e-server.mjs';

const SUPPORT = fileURLToPath(new URL('./', import.meta.url));

/** Serves `storage-page/`; resolves with the server and the page's address. */
export async function startStorageServer() {
  const server = await startServer({ '/support/': SUPPORT });
  return { server, address: `${server.origin}/support/storage-page/index.html` };
}

/** Opens the page, and waits until it can be used. */
export async function openSaving(page, address) {
  await page.goto(address);
  await page.waitForFunction(() => window.saving);
}

/** Calls one of the page's functions. */
export const saving = (page, name, ...parts) =>
  page.evaluate(([method, given]) => window.saving[method](...given), [name, parts]);

/** The codes of the errors an engine told. */
export const codesOf = ({ errors }) => errors.map(({ code }) => code);
