// A gate in a stand-in for an Android app: what the page calls is a native function of one text, made by the browser itself.
import { expect, test } from 'playwright/test';
import { compiledPolicies, trapDocument } from '../support/compiled-policies.mjs';
import { startServer } from '../support/e2e-server.mjs';
import { GatePage } from '../support/gate-page.mjs';

const schema = 'mingshi.host/1';

let policies;
let server;

test.beforeAll(async () => {
  policies = compiledPolicies();
  policies.compile(trapDocument, 'traps.json');
  server = await startServer({ '/policies/': policies.folder });
});
test.afterAll(async () => {
  await server.close();
  policies.remove();
});

/** What Android injects, around the binding: it takes one text, and gives nothing back. */
const INTERFACE = 'window.mingshi = { postMessage: (text) => void native(text) };';
const LISTENER = `{
  const listeners = new Set();
  window.answer = (data) => listeners.forEach((hear) => hear(new MessageEvent('message', { data })));
  window.mingshi = {
    postMessage: (text) => void native(text),
    addEventListener: (type, hear) => listeners.add(hear),
    removeEventListener: (type, hear) => listeners.delete(hear),
  };
}`;

/** Puts the app around the page. Resolves with what it was told; `take` gives its answer, or nothing. */
async function putApp(page, script, take = () => undefined) {
  const told = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'native' });
  await page.addInitScript(script);
  session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const wire = JSON.parse(payload);
    if (!wire.load) told.push(wire);
    const answer = take(wire);
    if (answer === undefined) return;
    const expression = `answer(${JSON.stringify(JSON.stringify(answer))})`;
    session.send('Runtime.evaluate', { expression, contextId: executionContextId }).catch(() => undefined);
  });
  return told;
}

const keeping = ({ nonce, id, load }) =>
  load ? { schema, nonce, claims: [] } : { schema, nonce, acked: id };

const deliveries = (page) => page.evaluate(() => window.deliveries);
const urlOf = (host) => `${server.origin}/host.html?policy=/policies/traps.json&host=${host}`;

test('an app with a listener is told once, and the page sees it acknowledged', async ({ page }) => {
  const told = await putApp(page, LISTENER, keeping);
  const gate = new GatePage(page);
  await gate.open(urlOf('android-listener'));
  await gate.pressAgree();
  await expect.poll(() => deliveries(page)).toEqual([{ id: told[0]?.id, delivery: 'acked' }]);
  await gate.expectStatus({ decision: 'granted', durability: 'disk' });
  await page.reload();
  await gate.expectNotAsking();
  await page.waitForTimeout(300);
  expect(told).toHaveLength(1);
});

test('an app with an interface that gives nothing back is told at each start, with the same id', async ({
  page,
}) => {
  const told = await putApp(page, INTERFACE);
  const gate = new GatePage(page);
  await gate.open(urlOf('android-interface'));
  await gate.pressAgree();
  await expect.poll(() => deliveries(page)).toEqual([{ id: told[0]?.id, delivery: 'queued' }]);
  await page.reload();
  await gate.expectNotAsking();
  await expect.poll(() => told.length).toBe(2);
  expect(told[1]).toEqual(told[0]);
});

test('an app that answers about another id, or without the nonce, has not acknowledged', async ({ page }) => {
  const told = await putApp(page, LISTENER, ({ nonce, id, load }) =>
    load
      ? { schema, claims: [] }
      : told.length === 1
        ? { schema, acked: id }
        : { schema, nonce, acked: 'f'.repeat(32) },
  );
  const gate = new GatePage(page);
  await gate.open(urlOf('android-listener'));
  await gate.pressAgree();
  await expect.poll(() => told.length).toBe(1);
  await page.reload();
  await gate.expectNotAsking();
  await expect.poll(() => told.length).toBe(2);
  await page.waitForTimeout(300);
  expect(await deliveries(page)).toEqual([]);
});

test('refusing is not told, and nothing is told before the person agreed', async ({ page }) => {
  const told = await putApp(page, LISTENER, keeping);
  const gate = new GatePage(page);
  await gate.open(urlOf('android-listener'));
  await gate.expectAsking();
  expect(told).toEqual([]);
  await gate.pressRefuse();
  await page.waitForTimeout(300);
  expect(told).toEqual([]);
});
