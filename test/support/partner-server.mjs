import { createServer } from 'node:http';

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}

/**
 * Somebody else's site, on another origin. `visits` holds what came there: `{method, path, referer, body}`. `/stay` answers
 * with nothing, so that whoever came stays where they were.
 */
export async function startPartner() {
  const visits = [];
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    const body = await bodyOf(request);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    visits.push({ method, path, referer: headers.referer, body });
    if (path.startsWith('/stay')) return response.writeHead(204).end();
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end('<!doctype html><title>Partner</title><p>partner</p>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
