import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { locateBrowsers } from './browsers.mjs';

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function eventually(attempt, milliseconds) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

/** A button in the shadow tree of an element, by its words; asserts that it can be pressed now. */
const FIND_BUTTON = `
  const [host, name] = arguments;
  const root = document.querySelector(host)?.shadowRoot;
  const button = [...(root?.querySelectorAll('button') ?? [])].find((one) => one.textContent.trim() === name);
  if (!button || button.getAttribute('aria-disabled') === 'true') return null;
  return button;`;

const READ_STATUS = `
  const done = arguments[arguments.length - 1];
  const { engine } = document.querySelector('ming-provider');
  setTimeout(() => done(engine.status(engine.policies[0].id)), 300);`;

const READ_RESOURCES = `return performance.getEntriesByType('resource').map((entry) => entry.name);`;

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A real WebKit window, driven by the W3C WebDriver protocol. Everything rejects with the driver's own sentence. */
export async function openWebKit() {
  const [{ path: webkit, control: webkitDriver }] = await locateBrowsers(['webkit']);
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', webkitDriver, `--port=${port}`, '--host=127.0.0.1'], {
    detached: true,
    stdio: 'ignore',
  });

  async function call(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  }

  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: webkit, args: ['--automation'] },
    },
  };
  const { sessionId } = await eventually(() => call('POST', '/session', { capabilities }), 15_000);
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  const run = (script, ...args) => session('POST', '/execute/sync', { script, args });

  return {
    open: (url) => session('POST', '/url', { url }),
    run,
    async press(host, name) {
      await eventually(async () => {
        const found = await run(FIND_BUTTON, host, name);
        if (!found) throw new Error(`no button "${name}" that can be pressed in ${host}`);
        await session('POST', `/element/${found[ELEMENT]}/click`, {});
      }, 15_000);
    },
    status: () => session('POST', '/execute/async', { script: READ_STATUS, args: [] }),
    resources: () => run(READ_RESOURCES),
    async close() {
      await session('DELETE', '').catch(() => undefined);
      process.kill(-driver.pid, 'SIGTERM');
    },
  };
}
