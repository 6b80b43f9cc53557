import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openAssistiveSession } from '../at-spi/assistive-session.mjs';
import { locateBrowsers } from '../browsers.mjs';

const HOST = fileURLToPath(new URL('./host.py', import.meta.url));

/** Listens for the one host program that is about to start. Resolves with `{port, connected}`. */
function listen() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    const connected = new Promise((found) =>
      server.once('connection', (socket) => {
        server.close();
        found(socket.setEncoding('utf8'));
      }),
    );
    server.listen(0, '127.0.0.1', () => resolve({ port: server.address().port, connected }));
  });
}

const late = (milliseconds, what) =>
  new Promise((_, reject) =>
    setTimeout(() => reject(new Error(`${what} within ${milliseconds} ms`)), milliseconds).unref(),
  );

const dismiss = ({ answer }) => answer('');

/**
 * Opens a native app with a web view on a screen of its own: see `host.py`. `handlers` names what the page finds, `'plain'` or
 * `'reply'`; `folder` is where the page's storage lives, by default one that goes with the app.
 *
 * `onMessage({handler, body, answer})` is the native side: it hears of each message in turn, and may call `answer({value})` or
 * `answer({error})`, now, later or never. `onPrompt({text, default, answer})` hears of `prompt()`; by
 * default it is answered with nothing.
 */
export async function openWebKitHost({
  handlers,
  scripts = [],
  folder,
  onMessage,
  onPrompt = dismiss,
  seconds = 40,
}) {
  await locateBrowsers(['webkit'], { headed: true, nativeHost: true });
  const own = folder ?? mkdtempSync(join(tmpdir(), 'mingshi-webkit-'));
  const { port, connected } = await listen();
  const settings = JSON.stringify({ port, folder: own, handlers, scripts });
  const session = openAssistiveSession({ seconds, command: () => ['/usr/bin/python3', HOST, settings] });
  const socket = await Promise.race([connected, late(seconds * 1000, 'the native host did not start')]);
  socket.on('error', () => undefined);

  const results = new Map();
  const loads = [];
  let count = 0;
  const order = (details) => socket.write(`${JSON.stringify(details)}\n`);
  const news = {
    message: ({ number, ...message }) =>
      onMessage?.({ ...message, answer: (details) => order({ order: 'answer', number, ...details }) }),
    prompt: ({ number, ...prompt }) =>
      onPrompt({ ...prompt, answer: (value) => order({ order: 'answer', number, value }) }),
    loaded: ({ url }) => loads.splice(0).forEach((loaded) => loaded(url)),
    result: ({ number, ...result }) => results.get(number)?.(result),
  };
  createInterface({ input: socket }).on('line', (line) => {
    const { news: what, ...details } = JSON.parse(line);
    news[what](details);
  });

  const within = (promise, what) => Promise.race([promise, late(seconds * 1000, what)]);

  return {
    /** Where the page's storage lives. */
    folder: own,
    /** Loads a page; resolves when it is loaded. */
    open(url) {
      const loaded = new Promise((resolve) => loads.push(resolve));
      order({ order: 'open', url });
      return within(loaded, `${url} was not loaded`);
    },
    /** Runs the body of an async function in the page; resolves with what it returns, as JSON. */
    async run(script) {
      const number = ++count;
      const answered = new Promise((resolve) => results.set(number, resolve));
      order({ order: 'run', number, script });
      const { value, error } = await within(answered, `there was no result of: ${script}`);
      results.delete(number);
      if (error !== undefined) throw new Error(error);
      return value;
    },
    /** Presses a button of the page as a screen reader does. */
    press: (name) => session.press(name),
    async close() {
      socket.end();
      await session.close();
      if (folder === undefined)
        rmSync(own, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}
