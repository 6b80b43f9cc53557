import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';

const folder = (path) => sirv(fileURLToPath(new URL(path, import.meta.url)), { dev: true });

const FOLDERS = {
  '/dist/': folder('../../../dist'),
  '/support/': folder('../../support'),
  '/': folder('../pages'),
};

async function readAck(request, acks) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const tab = new URL(request.url, 'http://x').searchParams.get('tab');
  acks.push({ tab, event: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
}

/** The page that makes choices and the receiver they go to, on one origin; `acks` is what pages said was kept. */
export async function startSendingServer({ random, rate = 0, kinds }) {
  const receiver = new Receiver();
  const acks = [];
  const pages = (request, response) => {
    if (request.url.startsWith('/ack'))
      return readAck(request, acks).then(
        () => response.writeHead(204).end(),
        () => request.destroy(),
      );
    const prefix = Object.keys(FOLDERS).find((one) => request.url.startsWith(one));
    request.url = `/${request.url.slice(prefix.length)}`;
    return FOLDERS[prefix](request, response, () => response.writeHead(404).end());
  };
  const server = await startFaultServer({ receiver, random, rate, ...(kinds && { kinds }), pages });
  return {
    ...server,
    receiver,
    acks,
    records: () => receiver.records('soak'),
    async close() {
      await server.close();
      receiver.close();
    },
  };
}

/** Opens the page and waits until it can be used. */
export async function openSends(page, server, query = '') {
  await page.goto(`${server.origin}/sends.html?${query}`);
  await page.waitForFunction(() => window.sends !== undefined, { timeout: 60_000, polling: 100 });
  return page;
}

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
