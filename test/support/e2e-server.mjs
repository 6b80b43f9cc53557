import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { CONTENT_SECURITY_POLICY } from '../../scripts/serve.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Serves folders by prefix: the longest prefix that fits decides. */
function router(folders) {
  const routes = Object.entries(folders)
    .sort(([a], [b]) => b.length - a.length)
    .map(([prefix, folder]) => ({ prefix, serve: sirv(folder, { dev: true, dotfiles: true }) }));
  return (request, response) => {
    const route = routes.find(({ prefix }) => request.url.startsWith(prefix));
    const notFound = () => response.writeHead(404).end();
    if (!route) return notFound();
    request.url = `/${request.url.slice(route.prefix.length)}`;
    return route.serve(request, response, notFound);
  };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/**
 * A server for one test file: the package's `dist/`, the test pages and folders of compiled policies, under the strict
 * content security policy; `?forbid=camera` in an address adds a Permissions Policy that does. `reports` holds what pages posted to `/report`, `requests` what
 * was asked for: `{method, path, cookie, referer}`.
 */
export async function startServer(folders = {}) {
  const reports = [];
  const requests = [];
  const waiting = [];
  const serve = router({ '/dist/': `${ROOT}dist`, '/': `${ROOT}test/e2e/pages`, ...folders });

  const server = createServer((request, response) => {
    const { cookie, referer } = request.headers;
    requests.push({ method: request.method, path: request.url, cookie, referer });
    response.setHeader('content-security-policy', CONTENT_SECURITY_POLICY);
    const forbidden = /[?&]forbid=([\w-]+)/.exec(request.url)?.[1];
    if (forbidden) response.setHeader('permissions-policy', `${forbidden}=()`);
    // A browser asks for it by itself.
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    if (request.method !== 'POST' || request.url !== '/report') return serve(request, response);
    return bodyOf(request).then((text) => {
      reports.push(JSON.parse(text));
      response.writeHead(204).end();
      for (const wake of waiting.splice(0)) wake();
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();

  /** Resolves with what `find` gives as soon as it gives something. */
  async function waitForReport(find, milliseconds) {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const found = find();
      if (found) return found;
      const left = deadline - Date.now();
      if (left <= 0)
        throw new Error(`not reported within ${milliseconds} ms; so far: ${JSON.stringify(reports)}`);
      await Promise.race([
        new Promise((resolve) => waiting.push(resolve)),
        new Promise((resolve) => setTimeout(resolve, Math.min(left, 200))),
      ]);
    }
  }

  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    reports,
    requests,
    /** The report with this number, from 1; by default the next one. */
    nextReport: (count = reports.length + 1, milliseconds = 30_000) =>
      waitForReport(() => reports[count - 1], milliseconds),
    /** The first report that fits, of those already here and those to come. */
    reportThat: (fits, milliseconds = 30_000) => waitForReport(() => reports.find(fits), milliseconds),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
