// @ts-check
// docs/hosts-native.md against the code: its tables, its evidence, and those of its snippets that can run here.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { transformSync } from 'esbuild';
import { hostRequester } from '../../../build/src/permission/host-requester.js';
import { bridge } from '../../support/bridge-build.js';
import { sampleMessage } from '../../support/host-contract.js';
import { ROOT } from '../../support/module-imports.mjs';

const page = readFileSync(join(ROOT, 'docs/hosts-native.md'), 'utf8');
const { exports, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const schema = 'mingshi.host/1';

/** The rows of the table whose first head starts with `head`. @param {string} head */
const tableOf = (head) => {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head}`));
  return lines.slice(start + 2, lines.indexOf('', start)).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** The code of the snippet that begins with this comment. @param {string} first */
const snippet = (first) => {
  const block = page
    .split(/```(?:js|tsx)\n/)
    .map((text) => text.slice(0, text.indexOf('```')))
    .find((text) => text.startsWith(`// ${first}`));
  assert.ok(block, first);
  return block;
};

/** @type {Record<string, (module: any) => any>} */
const makers = {
  wkwebview: ({ wkWebViewHost }) => wkWebViewHost(),
  'android-listener': ({ androidListenerHost }) => androidListenerHost(),
  'android-interface': ({ androidInterfaceHost }) => androidInterfaceHost(),
  arkweb: ({ arkWebHost }) => arkWebHost(),
  dsbridge: ({ dsBridgeHost }) => dsBridgeHost(),
  capacitor: ({ capacitorHost }) => capacitorHost({ plugin: {} }),
  'react-native': ({ reactNativeHost }) => reactNativeHost(),
  flutter: ({ flutterHost }) => flutterHost(),
  frame: ({ frameHost }) => frameHost({ origin: 'https://bank.example' }),
};

/** A page in nothing: hosts look at it when they are made. @param {Record<string, unknown>} [globals] */
const putPage = (globals = {}) => {
  const window = /** @type {any} */ ({ ...globals });
  Object.assign(window, { window, top: window, parent: window });
  Object.defineProperty(globalThis, 'window', { value: window, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: { userAgent: '' }, configurable: true });
};

test('the table says of each host what its code declares', async () => {
  const rows = tableOf('Host');
  const names = rows.map(([, path = '']) => path.slice('`mingshi/hosts/'.length, -1));
  assert.deepEqual([...new Set(names)], Object.keys(makers));
  for (const [index, row] of rows.entries()) {
    const name = names[index] ?? '';
    const module = await import(`../../../build/src/bridge/hosts/${name}.js`);
    const [, , channels = '', , arrives, , claims, bytes, durability] = row;
    const told = channels.split(' or ');
    for (const platform of told) {
      putPage({
        Capacitor: { getPlatform: () => platform },
        ...(platform === 'android' && { _dsbridge: {} }),
      });
      const host = makers[name]?.(module);
      const { immediate, twoWay, maxBytes, durability: kept } = host.capabilities;
      assert.deepEqual(
        [host.name, host.channel, immediate, twoWay, String(maxBytes), kept],
        [name, platform, arrives === 'at once', claims === 'yes', bytes, durability],
      );
    }
    assert.equal(exports[`./hosts/${name}`].default, `./dist/src/bridge/hosts/${name}.js`);
  }
});

test('the evidence is what the tests run: real clients in the version installed, real views, nothing on a device', () => {
  const { resolve } = createRequire(import.meta.url);
  const webkit = readFileSync(join(ROOT, 'test/e2e/host-webkit-bridges.spec.mjs'), 'utf8');
  for (const [, path = '', , , , , , , , evidence = ''] of tableOf('Host')) {
    const name = path.slice('`mingshi/hosts/'.length, -1);
    if (name !== 'frame') assert.match(evidence, /untested on a device$/);
    if (/WebKitGTK/.test(evidence)) assert.ok(webkit.includes(name === 'wkwebview' ? "'wkwebview'" : name));
    const client = /real client \(`(?<name>[^`]+)` (?<version>[\d.]+)\)/.exec(evidence)?.groups;
    if (!client) continue;
    const { version } = JSON.parse(readFileSync(resolve(`${client.name}/package.json`), 'utf8'));
    assert.equal(version, client.version);
    assert.ok(devDependencies[client.name ?? '']);
    assert.ok(webkit.includes(`${client.name}/dist`));
  }
  for (const file of ['native', 'dsbridge', 'capacitor', 'frame']) {
    assert.ok(existsSync(join(ROOT, `test/components/bridge/${file}.test.js`)));
  }
});

test("the table of the app's words is what each comes to", async () => {
  const rows = tableOf("The app's word").filter(([words = '']) => words.includes('`'));
  assert.ok(rows.length > 4);
  for (const [words = '', state, ends] of rows) {
    for (const [, word] of words.matchAll(/`([^`]+)`/g)) {
      const requester = hostRequester(
        { isPresent: async () => true, ask: async () => ({ permission: word }) },
        'calendar',
      );
      const { end } = await requester.request(new AbortController().signal);
      assert.deepEqual([word, await requester.state(), end], [word, state, ends]);
    }
  }
});

const hosts = readFileSync(join(ROOT, 'docs/hosts.md'), 'utf8');
const inboxCode = /```js\n(?<code>\/\/ consent-inbox\.js[^]*?)```/.exec(hosts)?.groups?.['code'] ?? '';
const { takeConsents } = await import(`data:text/javascript,${encodeURIComponent(inboxCode)}`);

test('the page around a frame hears its frame and origin alone, keeps, and then answers', async () => {
  const code = snippet('around-the-frame.js')
    .replace(/^import .*$/m, '')
    .replace('export const', 'return');
  let hear = /** @type {any} */ (undefined);
  const listen = (/** @type {string} */ type, /** @type {any} */ listener) => (hear = [type, listener]);
  const unlisten = () => (hear = undefined);
  const body = `${code.slice(0, code.indexOf('return'))}${code.slice(code.indexOf('return')).replace('return hearFrame =', 'return')}`;
  const hearFrame = new Function('takeConsents', 'addEventListener', 'removeEventListener', body)(
    takeConsents,
    listen,
    unlisten,
  );
  const frame = { contentWindow: {} };
  let held = {};
  const order = /** @type {string[]} */ ([]);
  const keep = async (/** @type {any} */ change) => {
    held = change(held);
    order.push('kept');
  };
  const stop = hearFrame(frame, keep, () => []);
  const answers = /** @type {any[]} */ ([]);
  const port = {
    postMessage: (/** @type {any} */ answer) => {
      answers.push(answer);
      order.push('answered');
    },
  };
  const message = /** @type {any} */ (sampleMessage(bridge));
  const data = { ...message, nonce: 'n' };
  const event = { source: frame.contentWindow, origin: 'https://consent.example', data, ports: [port] };
  for (const changes of [
    { source: {} },
    { origin: 'https://evil.example' },
    { data: {} },
    { data: null },
    { ports: [] },
  ]) {
    await hear[1]({ ...event, ...changes });
  }
  assert.deepEqual(order, []);
  await hear[1](event);
  assert.deepEqual(order, ['kept', 'answered']);
  assert.deepEqual(answers, [{ schema, nonce: 'n', acked: message.id }]);
  assert.deepEqual(held, { ' sample': message });
  await hear[1]({ ...event, data: { schema, namespace: 'default', load: true, nonce: 'n' } });
  assert.deepEqual(answers[1], { schema, nonce: 'n', claims: [] });
  stop();
  assert.equal(hear, undefined);
});

test('the React Native view answers its own origin alone, and only what it kept', async () => {
  const { code } = transformSync(snippet('consent-web-view.tsx'), { loader: 'tsx', format: 'cjs' });
  const module = { exports: /** @type {any} */ ({}) };
  const modules = /** @type {Record<string, unknown>} */ ({ './consent-inbox': { takeConsents } });
  new Function('require', 'module', 'exports', code)(
    (/** @type {string} */ name) => modules[name] ?? {},
    module,
    module.exports,
  );
  const { answerTo } = module.exports;
  const texts = new Map();
  const store = {
    getItem: async (/** @type {string} */ key) => texts.get(key) ?? null,
    setItem: async (/** @type {string} */ key, /** @type {string} */ text) => void texts.set(key, text),
  };
  const [one, two] = [
    sampleMessage(bridge),
    sampleMessage(bridge, { request: { id: 'other', kind: 'separate' } }),
  ].map((message) => /** @type {any} */ (message));
  const say = (/** @type {any} */ message, url = 'https://h5.example.com/a?b') =>
    answerTo(JSON.stringify({ ...message, nonce: 'n' }), url, store);
  for (const url of ['https://h5.example.com.evil.example/', 'http://h5.example.com/', 'about:blank', '']) {
    assert.equal(await say(one, url), undefined);
  }
  assert.equal(texts.size, 0);
  assert.deepEqual(await Promise.all([say(one), say(two), say(one)]), [
    { schema, nonce: 'n', acked: one.id },
    { schema, nonce: 'n', acked: two.id },
    { schema, nonce: 'n', acked: one.id },
  ]);
  assert.deepEqual(JSON.parse(texts.get('consents')), { ' sample': one, ' other': two });
  const full = { ...store, setItem: () => Promise.reject(new Error('full')) };
  await assert.rejects(answerTo(JSON.stringify({ ...one, nonce: 'n' }), 'https://h5.example.com', full));
});
