// @ts-check
// node scripts/serve.mjs: serves demo/ and dist/ under the strict content security policy, as `npm start` does.
import { createServer } from 'node:http';
import sirv from 'sirv';
import { ROOT, fail } from './run.mjs';

/** The header under which every flow works: no inline script or style, no strings made into markup. */
export const CONTENT_SECURITY_POLICY = [
  ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self'"],
  "require-trusted-types-for 'script'",
].join('; ');

const FIRST_PORT = 8080;

/** Folders by the path they are served under; the longest that fits decides. */
const FOLDERS = { '/policies/': 'dist/policies', '/dist/': 'dist', '/': 'demo' };

const routes = Object.entries(FOLDERS).map(([prefix, folder]) => ({
  prefix,
  serve: sirv(`${ROOT}${folder}`, { dev: true }),
}));

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
function answer(request, response) {
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const url = request.url ?? '/';
  const route = routes.find(({ prefix }) => url.startsWith(prefix));
  request.url = `/${url.slice(route?.prefix.length ?? 1)}`;
  route?.serve(request, response, () => void response.writeHead(404).end('Not found\n'));
}

/** @param {number} port @returns {Promise<import('node:http').Server>} rejects where the port is taken */
function listen(port) {
  const server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

const isTaken = (/** @type {unknown} */ error) =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/**
 * Serves the demo on `port`, else on the next free one. Resolves, when it listens, with its address and a way to end it.
 * @param {{port?: number}} [options] default `PORT`, else 8080
 */
export async function serve({ port = Number(process.env['PORT'] ?? FIRST_PORT) } = {}) {
  for (let candidate = port; candidate < port + 100; candidate += 1) {
    const server = await listen(candidate).catch((error) => {
      if (!isTaken(error)) throw error;
    });
    if (!server) continue;
    const { port: bound } = /** @type {import('node:net').AddressInfo} */ (server.address());
    return { address: `http://localhost:${bound}/`, close: () => server.close() };
  }
  throw new Error(`No free port from ${port} to ${port + 99}.`);
}

if (process.argv[1] === import.meta.filename) {
  const { address } = await serve().catch(fail);
  process.stdout.write(`Mingshi's demo is at ${address}\n`);
}
