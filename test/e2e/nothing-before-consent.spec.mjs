import { readFileSync } from 'node:fs';
import { expect, test } from '../support/watched-test.mjs';

const disclosure = JSON.parse(readFileSync(new URL('../../disclosure.json', import.meta.url), 'utf8'));

/** Everything the page's origin keeps, by place. */
const stored = (page) =>
  page.evaluate(async () => {
    const databases = {};
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      databases[name] = {};
      for (const store of database.objectStoreNames) {
        databases[name][store] = await new Promise((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      }
      database.close();
    }
    return {
      databases,
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      cookies: document.cookie,
      caches: 'caches' in window ? await caches.keys() : [],
    };
  });

const recordsIn = ({ databases }) =>
  Object.values(databases).flatMap((stores) => Object.values(stores).flat());

const eventsIn = (kept) => recordsIn(kept).filter(({ schema }) => schema === 'mingshi.event/1');

async function record(page) {
  const requests = [];
  page.on('request', (request) => requests.push(request));
  return requests;
}

test('before an answer the page only gets its own files: no query of ours, no body, no credentials, nothing stored', async ({
  page,
  gate,
  server,
  context,
}) => {
  await context.addCookies([{ name: 'session', value: 'secret', url: server.origin }]);
  const requests = await record(page);
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.expectAsking();
  await gate.gate.locator('ming-policy-summary').getByRole('button').nth(1).click();
  await expect(gate.gate.locator('ming-policy-reader')).toBeVisible();

  for (const request of requests) {
    expect([request.method(), request.postData()]).toEqual(['GET', null]);
    expect(new URL(request.url()).origin).toBe(server.origin);
  }
  const [policy] = server.requests.filter(({ path }) => path.endsWith('traps.json')).slice(-1);
  expect(policy).toEqual({
    method: 'GET',
    path: '/policies/traps.json',
    cookie: undefined,
    referer: undefined,
  });

  const before = await stored(page);
  // The text that is being shown may be archived: it says nothing about the person.
  for (const { schema } of recordsIn(before)) expect(schema).toBe('mingshi.policy/1');
  expect([before.localStorage, before.sessionStorage, before.caches]).toEqual([{}, {}, []]);
});

test('what is stored after an answer is what disclosure.json says, field by field, and nothing is sent', async ({
  page,
  gate,
  server,
}) => {
  const requests = await record(page);
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await gate.pressRefuse();
  const sent = requests.length;
  await gate.entry.click();
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await page.waitForTimeout(500);
  expect(requests.slice(sent).filter((request) => request.method() !== 'GET')).toEqual([]);

  const after = await stored(page);
  expect([after.localStorage, after.sessionStorage, after.caches]).toEqual([{}, {}, []]);
  const events = eventsIn(after);
  expect(events.map((event) => event.decision)).toEqual(['denied', 'granted']);
  const declared = disclosure.stored.find((entry) => entry.record === 'mingshi.event/1').fields;
  for (const event of events) expect(Object.keys(event).sort()).toEqual([...declared].sort());
});
