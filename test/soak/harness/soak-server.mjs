import { fileURLToPath } from 'node:url';
import { startServer } from '../../support/e2e-server.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The package and the pages of the soak on one origin. `messages` gives what pages told so far, `told(fits)` resolves with the
 * first message that fits, of those told and those to come. `failure` is what a page said went wrong.
 */
export async function startSoakServer() {
  const server = await startServer({
    '/': folder('../pages'),
    '/support/': folder('../../support'),
    '/fixtures/': folder('../../fixtures'),
  });
  const messages = () => server.reports.flat();
  const failed = () => messages().find(({ type }) => type === 'failed');
  return {
    origin: server.origin,
    port: server.port,
    messages,
    async told(fits, milliseconds = 60_000) {
      const find = () => failed() ?? messages().find(fits);
      await server
        .reportThat(() => find() !== undefined, milliseconds)
        .catch((error) => {
          throw new Error(
            `no page told it within ${milliseconds} ms; the last: ${JSON.stringify(messages().slice(-2))}`,
            {
              cause: error,
            },
          );
        });
      if (failed()) throw new Error(failed().error);
      return find();
    },
    /** Forgets what was told so far. */
    forget: () => server.reports.splice(0),
    close: server.close,
  };
}
