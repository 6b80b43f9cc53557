// @ts-check
// docs/hosts.md against the code: its table, its errors, and its snippets, which run here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { bridge } from '../../support/bridge-build.js';
import { makeDesk, ownMemory, sampleMessage } from '../../support/host-contract.js';
import { ROOT, filesUnder } from '../../support/module-imports.mjs';
import { randomToken, sampleEvent } from '../../support/sample-events.js';
import { manualTimer } from '../../support/storage-contract.js';

const page = readFileSync(join(ROOT, 'docs/hosts.md'), 'utf8');
const { exports, files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** The rows of the table whose first head is `head`. @param {string} head */
const tableOf = (head) => {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head}`));
  const rows = lines.slice(start + 2, lines.indexOf('', start));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

/** @type {Record<string, string>} */
const makers = {
  wechat: 'wechatHost',
  'work-wechat': 'workWechatHost',
  alipay: 'alipayHost',
  douyin: 'douyinHost',
  baidu: 'baiduHost',
  qq: 'qqHost',
  kuaishou: 'kuaishouHost',
  'uni-app': 'uniAppHost',
};

test('the table says of each host what its code declares', async () => {
  const rows = tableOf('Host');
  assert.deepEqual(
    rows.map(([, path]) => path),
    Object.keys(makers).map((name) => `\`mingshi/hosts/${name}\``),
  );
  for (const [, path = '', channel, , arrives, answers, claims, bytes, durability] of rows) {
    const name = path.slice('`mingshi/hosts/'.length, -1);
    const module = await import(`../../../build/src/bridge/hosts/${name}.js`);
    const host = module[makers[name] ?? '']();
    assert.equal(exports[`./hosts/${name}`].default, `./dist/src/bridge/hosts/${name}.js`);
    const yes = (/** @type {boolean} */ value) => (value ? 'yes' : 'no');
    const told = { name: host.name, channel: host.channel, ...host.capabilities };
    assert.deepEqual(
      { name, channel, arrives, answers, claims, bytes, durability },
      {
        name: told.name,
        channel: told.channel,
        arrives: told.immediate ? 'at once' : 'when the page is left',
        answers: yes(told.acknowledges),
        claims: yes(told.twoWay),
        bytes: String(told.maxBytes),
        durability: told.durability,
      },
    );
  }
});

test('a run of the real client is claimed only where the tests run it, in the version that is installed', () => {
  const tests = ['contract', 'mini-programs'].map((name) =>
    readFileSync(join(ROOT, `test/components/bridge/${name}.test.js`), 'utf8'),
  );
  for (const row of tableOf('Host')) {
    const evidence = row.at(-1) ?? '';
    assert.match(evidence, /untested on a device$/);
    const client = /recorded run of the real client \(`(?<name>[^`]+)` (?<version>[\d.]+)\)/.exec(
      evidence,
    )?.groups;
    if (!client) continue;
    const installed = JSON.parse(
      readFileSync(join(ROOT, 'node_modules', client.name ?? '', 'package.json'), 'utf8'),
    );
    assert.equal(installed.version, client.version);
    assert.ok(tests.every((text) => text.includes(`node_modules/${client.name}/index.js`)));
  }
});

test('every error of a host is on the page, and no other', () => {
  const sources = filesUnder('src', /\.ts$/).map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const codes = new Set(
    sources.flatMap((text) => [...text.matchAll(/'(host\/[a-z-]+)'/g)].map(([, code]) => code)),
  );
  const told = tableOf('Code').map(([code = '']) => code.slice(1, -1));
  assert.deepEqual([...codes].sort(), told.sort());
});

test('the page is in the package', () => assert.ok(files.includes('docs')));

/** The code of a snippet by its first line. @param {string} first */
const snippet = (first) => {
  const block = page
    .split('```js\n')
    .map((text) => text.slice(0, text.indexOf('```')))
    .find((text) => text.startsWith(`// ${first}`));
  assert.ok(block, first);
  return block;
};

const inbox = await import(`data:text/javascript,${encodeURIComponent(snippet('consent-inbox.js'))}`);

/** Runs a page of a mini-program with what its vendor gives it. @param {string} code @param {Record<string, unknown>} world */
const runPage = (code, world) => {
  const names = ['takeConsents', ...Object.keys(world)];
  const body = code.replace(/^import .*$/gm, '').replace('export default', 'return');
  return new Function(...names, body)(inbox.takeConsents, ...Object.values(world));
};

/** @param {any} [changes] */
const message = (changes) => /** @type {any} */ (sampleMessage(bridge, changes));

test('the inbox takes each message once, an array or one, and nothing else', () => {
  const one = message();
  const held = inbox.takeConsents(undefined, [
    one,
    one,
    null,
    'x',
    { ...one, schema: 'other/1' },
    { schema: one.schema },
  ]);
  assert.deepEqual(held, { ' sample': one });
  assert.deepEqual(inbox.takeConsents(held, one), held);
  assert.deepEqual(inbox.takeConsents(held, undefined), held);
});

test('the inbox keeps the newest choice about each request, whatever the order and the clock', () => {
  const granted = message({ time: '2027-01-01T00:00:00.000Z' });
  const withdrawn = message({
    decision: 'withdrawn',
    time: '2026-01-01T00:00:00.000Z',
    supersedes: [granted.id],
  });
  for (const order of [
    [granted, withdrawn],
    [withdrawn, granted],
    [withdrawn, granted, withdrawn, granted],
  ]) {
    const held = order.reduce((before, one) => inbox.takeConsents(before, [one]), {});
    assert.equal(held[' sample'].decision, 'withdrawn');
    assert.equal(inbox.isGranted(held, 'sample'), false);
  }
  const writer = randomToken();
  const [first, second] = [
    message({ writer, sequence: 1 }),
    message({ writer, sequence: 2, decision: 'denied' }),
  ];
  assert.equal(inbox.takeConsents({}, [second, first])[' sample'].decision, 'denied');
});

test('the inbox says granted only for a grant that stands', () => {
  const now = Date.parse('2026-11-22T10:00:00.000Z');
  const isGranted = (/** @type {any} */ changes) =>
    inbox.isGranted(inbox.takeConsents({}, message(changes)), 'sample', now);
  assert.equal(isGranted({}), true);
  assert.equal(isGranted({ validity: 'once' }), false);
  assert.equal(isGranted({ validity: 'until', until: '2026-11-22T10:00:01.000Z' }), true);
  assert.equal(isGranted({ validity: 'until', until: '2026-11-22T09:59:59.000Z' }), false);
  assert.equal(isGranted({ decision: 'requested' }), false);
  assert.equal(isGranted({ subject: { id: 'me', actsFor: { kind: 'child', reference: 'c' } } }), false);
  assert.equal(inbox.isGranted({}, 'sample', now), false);
});

test('the pages for WeChat and Douyin keep what an event brings', () => {
  const blocks = page.split('```js\n').filter((text) => text.startsWith('// pages/h5/h5.js'));
  for (const [index, name] of [
    [0, 'wx'],
    [2, 'tt'],
  ]) {
    const stored = new Map();
    const vendor = {
      getStorageSync: (/** @type {string} */ key) => stored.get(key) ?? '',
      setStorageSync: (/** @type {string} */ key, /** @type {unknown} */ value) => stored.set(key, value),
    };
    let made = /** @type {any} */ (undefined);
    const code = String(blocks[Number(index)]).split('```')[0] ?? '';
    runPage(code, { Page: (/** @type {any} */ given) => (made = given), [String(name)]: vendor });
    const one = message();
    made.onMessage({ detail: { data: [one, one] } });
    made.onMessage({ detail: { data: [message({ request: { id: 'other', kind: 'separate' } })] } });
    assert.deepEqual(Object.keys(stored.get('consents')), [' sample', ' other']);
  }
});

test("the page for receipts asks the server, and acts only on the server's word", () => {
  const asked = /** @type {any[]} */ ([]);
  const acted = /** @type {any[]} */ ([]);
  let left = 0;
  let made = /** @type {any} */ (undefined);
  const wx = {
    request: (/** @type {any} */ call) => asked.push(call),
    navigateBack: () => left++,
  };
  runPage(snippet('pages/consent/consent.js'), { Page: (/** @type {any} */ given) => (made = given), wx });
  made.act = (/** @type {any} */ choice) => acted.push(choice);
  made.onLoad({ forged: '1' });
  assert.equal(asked.length, 0);
  made.onLoad({ mingshi: '1', id: 'a1', decision: 'granted', time: '2026-11-22T10%3A00%3A00.000Z' });
  assert.equal(asked[0].url, 'https://api.example.com/consents/a1');
  asked[0].success({ statusCode: 404, data: {} });
  assert.deepEqual([acted.length, left], [0, 1]);
  asked[0].success({ statusCode: 200, data: { id: 'a1' } });
  assert.deepEqual([acted.length, left], [1, 2]);
});

/** A desk that speaks with a page of a snippet by the library's own exchange. @param {(page: any, wire: any) => void} tell */
const deskOver = async (tell) => {
  const exchange = new bridge.Exchange(randomToken());
  const native = /** @type {any} */ ({ take: (/** @type {any} */ reply) => exchange.take(reply) });
  const post = (/** @type {any} */ wire) => tell(native, JSON.parse(JSON.stringify(wire)));
  const host = {
    name: 'snippet',
    channel: 'mini-program',
    capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
    isPresent: async () => true,
    send: (/** @type {any} */ sent) => exchange.send(sent, post),
    load: (/** @type {string} */ namespace) => exchange.load(namespace, post),
    close: () => exchange.close(),
  };
  const clock = manualTimer();
  const made = makeDesk(bridge, host, { memory: ownMemory(), timer: clock.timer });
  const started = made.desk.start();
  await new Promise((resolve) => setTimeout(resolve, 5));
  clock.elapse(50);
  await started;
  return { ...made, native };
};

test("Alipay's page keeps a choice, then answers, and answers nothing it did not keep", async () => {
  const code = String(page.split('```js\n').filter((text) => text.startsWith('// pages/h5/h5.js'))[1]).split(
    '```',
  )[0];
  for (const full of [false, true]) {
    const stored = new Map();
    let made = /** @type {any} */ (undefined);
    const { desk, native, codes } = await deskOver((_, wire) => made?.onMessage({ detail: wire }));
    const my = {
      createWebViewContext: () => ({ postMessage: native.take }),
      getStorageSync: (/** @type {any} */ { key }) => ({ data: stored.get(key) ?? null }),
      setStorageSync: (/** @type {any} */ { key, data }) =>
        full ? { error: 11 } : void stored.set(key, data),
    };
    runPage(code ?? '', { Page: (/** @type {any} */ given) => (made = given), my });
    made.onLoad();
    const event = sampleEvent();
    desk.deliver(event);
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal((stored.get('consents') ?? {})[' sample']?.id, full ? undefined : event.id);
    const waiting = await Promise.race([
      desk.flush(),
      new Promise((resolve) => setTimeout(resolve, 50, 'waits')),
    ]);
    assert.deepEqual(waiting, full ? 'waits' : []);
    assert.deepEqual(codes(), []);
    desk.close();
  }
});

test("uni-app's page keeps a choice, then answers into the web-view", async () => {
  const stored = new Map();
  let made = /** @type {any} */ (undefined);
  const { desk, native } = await deskOver((_, wire) => made?.onMessage({ detail: { data: [wire] } }));
  const uni = {
    getStorageSync: (/** @type {string} */ key) => stored.get(key) ?? '',
    setStorageSync: (/** @type {string} */ key, /** @type {unknown} */ value) => stored.set(key, value),
  };
  const { methods } = runPage(snippet('pages/h5/h5.vue'), { uni });
  const evalJS = (/** @type {string} */ code) =>
    new Function('dispatchEvent', 'CustomEvent', code)(
      (/** @type {any} */ event) => native.take(event.detail),
      class {
        constructor(/** @type {string} */ type, /** @type {any} */ { detail }) {
          assert.equal(type, 'mingshi-host');
          Object.assign(this, { detail });
        }
      },
    );
  made = { ...methods, $scope: { $getAppWebview: () => ({ children: () => [{ evalJS }] }) } };
  const event = sampleEvent();
  desk.deliver(event);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal(stored.get('consents')[' sample'].id, event.id);
  assert.deepEqual(await desk.flush(), []);
});
