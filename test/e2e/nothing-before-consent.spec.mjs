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
  expectOnlyWitness(after);
  const events = eventsIn(after);
  expect(events.map((event) => event.decision)).toEqual(['denied', 'granted']);
  expectDeclared(events);
});

/** Outside the databases there is one line, which says how much is in them and names nobody. */
function expectOnlyWitness({ localStorage, sessionStorage, caches }) {
  const { 'mingshi/default:witness': line, ...others } = localStorage;
  expect(line).toMatch(/^\d+ [0-9a-f]{32}\/\d+ sha256:[0-9a-f]{64}$/);
  expect([others, sessionStorage, caches]).toEqual([{}, {}, []]);
}

/** Each event has the fields that are declared, maybe those declared as optional, and no other; its request likewise. */
function expectDeclared(events) {
  const { fields, optionalFields, requestFields } = disclosure.stored.find(
    ({ record }) => record === 'mingshi.event/1',
  );
  for (const event of events) {
    const optional = Object.keys(optionalFields).filter((name) => name in event);
    expect(Object.keys(event).sort()).toEqual([...fields, ...optional].sort());
    expect(Object.keys(requestFields)).toEqual(expect.arrayContaining(Object.keys(event.request)));
  }
}

/** Adds the prompts of permissions and jumps to the page. */
const addPrompts = (page) =>
  page.evaluate(() => {
    const provider = document.querySelector('ming-provider');
    for (const tag of ['ming-permission-prompt', 'ming-jump-confirm'])
      provider.append(document.createElement(tag));
  });

/** Presses agree in the open prompt of a kind, once it may be pressed. */
async function agreeIn(page, tag) {
  const agree = page.locator(tag).getByRole('button', { name: '同意', exact: true });
  await expect(agree).not.toHaveAttribute('aria-disabled', 'true');
  await agree.click();
}

test('a permission and a jump store what disclosure.json says, never the whole address, and send nothing', async ({
  page,
  gate,
  server,
  context,
}) => {
  await context.grantPermissions(['geolocation'], { origin: server.origin });
  await context.setGeolocation({ latitude: 31.25, longitude: 121.5 });
  await gate.open(`${server.origin}/page.html?policy=/policies/traps.json`);
  await addPrompts(page);
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  const requests = await record(page);

  await page.evaluate(() => {
    const { engine } = document.querySelector('ming-provider');
    const words = { purpose: '找到附近的网点', scene: '附近网点', data: '位置', refusal: '可以按城市查找' };
    window.outcome = engine.askPermission('location', { trigger: 'user', ...words });
  });
  await agreeIn(page, 'ming-permission-prompt');
  const outcome = await page.evaluate(async () => {
    const { value, ...rest } = await window.outcome;
    return { ...rest, latitude: value.coords.latitude };
  });
  expect(outcome).toMatchObject({ granted: true, platform: { verdict: 'granted' }, latitude: 31.25 });

  await page.evaluate(() => {
    const { engine } = document.querySelector('ming-provider');
    window.opened = [];
    const url = 'https://partner.example/offer?customer=12345';
    window.outcome = engine.confirmJump({
      url,
      name: '合作机构',
      operator: '示例合作公司',
      open: (href) => window.opened.push(href),
    });
  });
  await agreeIn(page, 'ming-jump-confirm');
  expect(await page.evaluate(() => window.opened)).toEqual(['https://partner.example/offer?customer=12345']);
  await page.waitForTimeout(500);

  for (const request of requests) {
    expect([request.method(), request.postData()]).toEqual(['GET', null]);
    expect([new URL(request.url()).origin, new URL(request.url()).search]).toEqual([server.origin, '']);
  }
  const after = await stored(page);
  expectOnlyWitness(after);
  const events = eventsIn(after);
  expect(
    events.map(({ request, decision, platform, validity }) => [
      request.id,
      decision,
      platform?.verdict,
      validity,
    ]),
  ).toEqual([
    ['traps.zh-Hans', 'granted', undefined, 'standing'],
    ['permission:location', 'granted', undefined, 'once'],
    ['permission:location', 'granted', 'granted', 'standing'],
    ['jump:website:partner.example', 'granted', undefined, 'once'],
  ]);
  expect(events[3].request.recipient).toBe('示例合作公司');
  expectDeclared(events);
  expect(JSON.stringify(events)).not.toMatch(/12345|31\.25|合作机构/);
});
