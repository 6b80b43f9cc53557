import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { verifyLedger } from '../../dist/src/ledger/index.js';
import { findBrowsers } from '../support/browsers.mjs';
import { compiledPolicies, seeds, SEEDS_ABSENT, trapDocument } from '../support/compiled-policies.mjs';
import { startServer } from '../support/e2e-server.mjs';
import { GatePage } from '../support/gate-page.mjs';
import { openKillableChromium } from '../support/killable-chromium.mjs';

let policies;
let server;
let profile;

test.beforeAll(async () => {
  policies = compiledPolicies();
  server = await startServer({ '/policies/': policies.folder });
});

test.afterAll(async () => {
  await server.close();
  policies.remove();
});

test.beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'mingshi-profile-'));
});

test.afterEach(() => {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function openOn(url) {
  const { chromium } = await findBrowsers(['chromium']);
  const browser = await openKillableChromium({ binary: chromium, profile });
  const gate = new GatePage(browser.page);
  await gate.open(url);
  return { ...browser, gate };
}

/** From a policy's raw text to a withdrawn consent, through a killed browser. */
async function goTheWholeWay(source) {
  const name = policies.compile(source, `${basename(source)}.json`, '--policy-version', '1');
  const policy = JSON.parse(readFileSync(join(policies.folder, name), 'utf8'));
  const url = `${server.origin}/page.html?with=centre&policy=/policies/${encodeURIComponent(name)}`;

  let { gate, kill, page } = await openOn(url);
  await gate.expectAsking();
  await gate.pressRefuse();
  await gate.expectStatus({ decision: 'denied' });
  await page.reload();
  await gate.expectNotAsking();
  await gate.entry.click();
  await gate.expectAsking();
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await gate.expectStatus({
    decision: 'granted',
    durability: 'disk',
    answeredVersion: '1',
  });
  await kill();

  ({ gate, kill, page } = await openOn(url));
  await gate.expectNotAsking();
  const [refused, agreed] = await gate.history();
  expect(refused).toMatchObject({ decision: 'denied', act: 'pointer', policyHash: policy.hash });
  expect(agreed).toMatchObject({ decision: 'granted', act: 'pointer', policyHash: policy.hash });
  expect(agreed.supersedes).toEqual([refused.id]);

  await expect(gate.centre.getByRole('listitem').filter({ hasText: '不同意' })).not.toHaveCount(0);
  await gate.centre.getByRole('button', { name: '撤回同意', exact: true }).click();
  await expect(gate.entry).toBeVisible();
  await gate.expectStatus({ decision: 'withdrawn' });

  const { events, heads } = await gate.ledger();
  expect(events.map((event) => event.decision)).toEqual(['denied', 'granted', 'withdrawn']);
  expect((await verifyLedger(events)).result).toBe('consistent');
  expect((await verifyLedger(events, { heads })).result).toBe('authentic');
  const forged = events.map((event) =>
    event.decision === 'denied' ? { ...event, decision: 'granted' } : event,
  );
  expect((await verifyLedger(forged, { heads })).result).toBe('broken');
  await kill();
}

test('a policy with every trap goes from raw text to a withdrawn consent through a killed browser', async () => {
  await goTheWholeWay(trapDocument);
});

test('a real policy goes from raw text to a withdrawn consent through a killed browser', async () => {
  test.skip(seeds.length === 0, SEEDS_ABSENT);
  await goTheWholeWay(seeds[0]);
});

for (const source of seeds.slice(1)) {
  test(`the real policy ${basename(source).slice(0, 3)} is shown, refused, agreed to and kept`, async ({
    page,
  }) => {
    const name = policies.compile(source, `${basename(source)}.json`, '--policy-version', '1');
    const gate = new GatePage(page);
    await gate.open(`${server.origin}/page.html?policy=/policies/${encodeURIComponent(name)}`);
    await gate.expectAsking();
    await gate.pressRefuse();
    await gate.entry.click();
    await gate.pressAgree();
    await expect(gate.dialog).toBeHidden();
    await page.reload();
    await gate.expectNotAsking();
    expect((await gate.history()).map((event) => event.decision)).toEqual(['denied', 'granted']);
  });
}
