// The hosts of iOS in a real view of WebKit, which has the very interface of WKWebView, with and without reply.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { expect, test } from 'playwright/test';
import { startServer } from '../support/e2e-server.mjs';
import { openWebKitHost } from '../support/webkit-host/webkit-host.mjs';

const schema = 'mingshi.host/1';
const { resolve } = createRequire(import.meta.url);
const scriptOf = (name) => readFileSync(resolve(name), 'utf8');

const message = {
  schema,
  namespace: 'default',
  id: '0123456789abcdef0123456789abcdef',
  request: 'sample',
  decision: 'granted',
  version: '1',
};
const claim = {
  request: 'sample',
  decision: 'granted',
  version: '1',
  time: '2026-11-22T10:00:00Z',
  evidence: 'native-1',
};

/** An app that keeps what it is told, and says what it knows. */
const keeping = ({ body, answer }) => {
  const { nonce, id, load } = body;
  answer({ value: load ? { schema, nonce, claims: [claim] } : { schema, acked: id } });
};

let server;
let app;
const heard = [];

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.close());
test.afterEach(async () => {
  await app?.close();
  app = undefined;
  heard.length = 0;
});

/** Opens the page in the app; `take` is the native side. */
async function open(kind, { handlers, take = keeping, ...more }) {
  app = await openWebKitHost({
    handlers,
    onMessage: (said) => {
      heard.push(said);
      take(said);
    },
    ...more,
  });
  await app.open(`${server.origin}/host-bridges.html`);
  await app.run(`while (!window.ready) await new Promise((resolve) => setTimeout(resolve, 20))`);
  await app.run(`use(${JSON.stringify(kind)})`);
}

const send = (one = message) => app.run(`return await send(${JSON.stringify(one)})`);
const inject = (detail) =>
  app.run(`dispatchEvent(new CustomEvent('mingshi-host', { detail: ${JSON.stringify(detail)} }))`);
const isPresent = () => app.run('return await isPresent()');

test('a handler with reply acknowledges what it keeps, and says what it knows', async () => {
  await open('wkwebview', { handlers: { mingshi: 'reply' } });
  expect(await isPresent()).toBe(true);
  expect(await send()).toBe('acked');
  expect(heard.map(({ body }) => body)).toEqual([message]);
  expect(await app.run('return await load()')).toEqual([claim]);
  expect(heard[1].body).toMatchObject({ schema, namespace: 'default', load: true });
});

test('a handler without reply takes it, and nothing is known of it', async () => {
  await open('without reply', { handlers: { plain: 'plain' } });
  expect(await isPresent()).toBe(true);
  expect(await send()).toBe('queued');
  expect(heard.map(({ body }) => body)).toEqual([message]);
});

test('a handler without reply brings claims by a line of script, with the nonce, and not without', async () => {
  await open('without reply', { handlers: { plain: 'plain' } });
  const loaded = app.run('return await load()');
  await expect.poll(() => heard.length).toBe(1);
  const { nonce } = heard[0].body;
  await inject({ schema, nonce: 'f'.repeat(32), claims: [claim] });
  await inject({ schema, claims: [claim] });
  await inject({ schema, nonce, claims: [claim] });
  expect(await loaded).toEqual([claim]);
  await inject({ schema, nonce, claims: [{ ...claim, decision: 'denied' }] });
  expect(await app.run('return claims')).toEqual([
    'refused: host/refused-claims',
    'refused: host/refused-claims',
    [{ ...claim, decision: 'denied' }],
  ]);
});

for (const [name, take, expected] of [
  [
    'answers about another id',
    ({ answer }) => answer({ value: { schema, acked: 'f'.repeat(32) } }),
    'queued',
  ],
  ['answers nothing of ours', ({ answer }) => answer({ value: true }), 'queued'],
  [
    'answers with an error',
    ({ answer }) => answer({ error: 'the disk is full' }),
    'rejected: the disk is full',
  ],
  ['never answers', () => undefined, 'nothing'],
]) {
  test(`an app that ${name} has not acknowledged`, async () => {
    await open('wkwebview', { handlers: { mingshi: 'reply' }, take });
    expect(await send()).toBe(expected);
    expect(heard.length).toBe(1);
  });
}

test('an answer that comes late still acknowledges', async () => {
  await open('wkwebview', { handlers: { mingshi: 'reply' }, take: () => undefined });
  const script = `window.late = host.send(${JSON.stringify(message)}); void late.then((said) => (window.said = said))`;
  await app.run(script);
  expect(await app.run('return window.said ?? null')).toBeNull();
  await expect.poll(() => heard.length).toBe(1);
  keeping(heard[0]);
  expect(await app.run('return await late')).toBe('acked');
});

test('an app without such a handler is absent', async () => {
  await open('absent', { handlers: { mingshi: 'reply' } });
  expect(await isPresent()).toBe(false);
  expect(await send()).toBe('unsupported');
  expect(heard).toEqual([]);
});

test('a frame sees the handlers of the page around it, and its host does not use them', async () => {
  await open('wkwebview', { handlers: { mingshi: 'reply' } });
  // A page around it without our policy for content, which allows no frames.
  const around = createServer((_, response) => response.end('<!doctype html><body></body>'));
  await new Promise((listening) => around.listen(0, '127.0.0.1', listening));
  await app.open(`http://127.0.0.1:${around.address().port}/`);
  const said = await app.run(`
    return await new Promise((resolve) => {
      addEventListener('message', ({ data }) => resolve(data));
      const frame = document.createElement('iframe');
      frame.src = '${server.origin}/host-bridges.html';
      document.body.append(frame);
    })`);
  around.close();
  expect(said).toEqual({ bridge: true, present: false });
  expect(heard).toEqual([]);
});

test('a script that puts its own call in the place of the handler later does not hear what is said', async () => {
  await open('wkwebview', { handlers: { mingshi: 'reply' } });
  const replaced = await app.run(`
    window.overheard = [];
    const value = async (said) => { overheard.push(said); return {} };
    UserMessageHandler.prototype.postMessage = value;
    Object.defineProperty(webkit.messageHandlers.mingshi, 'postMessage', { value });
    return webkit.messageHandlers.mingshi.postMessage === value`);
  expect(replaced).toBe(true);
  expect(await send()).toBe('acked');
  expect(await app.run('return await load()')).toEqual([claim]);
  expect(await app.run('return overheard')).toEqual([]);
});

test('React Native: its own shim over the handler takes text, and the app answers by a line of script', async () => {
  const shim = `window.ReactNativeWebView = { postMessage: (data) =>
    window.webkit.messageHandlers.ReactNativeWebView.postMessage(String(data)) }`;
  const take = ({ body }) => {
    const { nonce, id } = JSON.parse(body);
    void inject({ schema, nonce, acked: id });
  };
  await open('react-native', { handlers: { ReactNativeWebView: 'plain' }, scripts: [shim], take });
  expect(await isPresent()).toBe(true);
  expect(await send()).toBe('acked');
  expect(typeof heard[0].body).toBe('string');
});

test("DSBridge: the real client speaks to an iOS app by prompt(), and calls back with the app's answer", async () => {
  const said = [];
  const onPrompt = ({ text, default: given, answer }) => {
    const method = text.replace('_dsbridge=', '');
    const { data, _dscbstub: callback } = JSON.parse(given);
    said.push(method);
    if (method === '_dsb.hasNativeMethod') return answer(JSON.stringify({ data: true }));
    answer('{}');
    if (method !== 'mingshi.postMessage') return;
    // The app may be closed before the page took the answer.
    app
      .run(`window[${JSON.stringify(callback)}](${JSON.stringify({ schema, acked: data.id })})`)
      .catch(() => undefined);
  };
  const scripts = ['window._dswk = true', scriptOf('dsbridge/dist/dsbridge.js')];
  await open('dsbridge', { handlers: {}, scripts, onPrompt });
  expect(await isPresent()).toBe(true);
  expect(await send()).toBe('acked');
  expect(said.filter((method) => method === 'mingshi.postMessage')).toHaveLength(1);
});

test("Capacitor: its real client and bridge speak to an iOS app, and the plugin's promise is the answer", async () => {
  const headers = [{ name: 'Mingshi', methods: [{ name: 'postMessage', rtype: 'promise' }] }];
  const take = ({ body }) => {
    const { callbackId, pluginId, methodName, options } = body;
    if (pluginId !== 'Mingshi') return;
    const data = { schema, acked: options.id };
    const result = { callbackId, pluginId, methodName, success: true, data };
    app.run(`window.Capacitor.fromNative(${JSON.stringify(result)})`).catch(() => undefined);
  };
  const scripts = [
    `window.Capacitor = { PluginHeaders: ${JSON.stringify(headers)} }`,
    scriptOf('@capacitor/ios/Capacitor/Capacitor/assets/native-bridge.js'),
    scriptOf('@capacitor/core/dist/capacitor.js'),
  ];
  // The bridge asks in this way whether the app has replaced cookies and requests.
  const onPrompt = ({ answer }) => answer('false');
  await open('capacitor', { handlers: { bridge: 'plain' }, scripts, take, onPrompt });
  expect(await app.run('return [await isPresent(), host.channel]')).toEqual([true, 'ios']);
  expect(await send()).toBe('acked');
  const calls = heard.filter(({ body }) => body.pluginId === 'Mingshi');
  expect(calls.map(({ body }) => body.options)).toEqual([message]);
});
