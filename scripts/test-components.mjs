// @ts-check
// npm run test:components [-- --engine chromium|firefox|webkit] [files or globs]
import { createServer } from 'node:net';
import { parseArgs } from 'node:util';
import { ENGINES, locateBrowsers } from '../test/support/browsers.mjs';
import { fail, runScript } from './run.mjs';
import { startWebKitDriver } from './test/webkit-driver.mjs';

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/**
 * Runs the element tests. Resolves with the exit code; `counts` names a file for the tally.
 * @param {{engines?: readonly string[], files?: readonly string[], counts?: string}} options
 */
export async function testComponents({ engines = ENGINES, files = [], counts }) {
  const browsers = await locateBrowsers(/** @type {any} */ (engines));
  const control = browsers.find(({ driver }) => driver === 'webdriver')?.control;
  const port = await freePort();
  const driver = control === undefined ? undefined : await startWebKitDriver(control, port);
  const env = {
    ...process.env,
    MINGSHI_ENGINES: engines.join(','),
    MINGSHI_WEBKIT_PORT: String(port),
    ...(counts === undefined ? {} : { MINGSHI_COUNTS: counts }),
  };
  try {
    return await runScript('@web/test-runner/dist/bin.js', files.length > 0 ? ['--files', ...files] : [], {
      env,
    });
  } finally {
    await driver?.end();
  }
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    options: { engine: { type: 'string', multiple: true }, files: { type: 'string', multiple: true } },
    allowPositionals: true,
  });
  const chosen = {
    files: [...(values.files ?? []), ...positionals],
    ...(values.engine && { engines: values.engine }),
  };
  process.exitCode = await testComponents(chosen).catch(fail);
}
