import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startKillable } from '../harness/killable-browser.mjs';
import { startSoakServer } from '../harness/soak-server.mjs';

const SIZES = {
  short: { tabs: 5, count: 4, think: 400, killEvery: 2500, kills: 1, limit: 60_000 },
  full: { tabs: 50, count: 20, think: 2000, killEvery: 10_000, kills: 6, limit: 420_000 },
};

const numbersTo = (count) => Array.from({ length: count }, (_, number) => number);

/** What was told of one tab, and of all. */
const soFar = (server) => {
  const acks = server.messages().filter(({ type, durability }) => type === 'acked' && durability === 'disk');
  const done = new Set(server.messages().flatMap(({ type, tab }) => (type === 'done' ? [tab] : [])));
  const of = (tab) => acks.filter((ack) => ack.tab === tab).length;
  return { acks, done, of };
};

/** The last state each tab told; one where they all agree. */
function agreement(server, tabs) {
  const states = new Map();
  for (const { type, tab, state } of server.messages()) if (type === 'state') states.set(tab, state);
  const [first] = states.values();
  return states.size === tabs && [...states.values()].every((state) => state === first);
}

async function waitFor(look, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!look() && Date.now() < end) await pause(50);
  return look();
}

/** Many tabs of one profile choose at once; the browser is killed again and again, until each tab has made its choices. */
async function chooseInTabs({
  engine,
  scale,
  report,
  random,
  storage = 'indexeddb',
  without = '',
  agree = true,
}) {
  const { tabs, count, think, killEvery, kills, limit } = SIZES[scale];
  const profile = mkdtempSync(join(tmpdir(), 'mingshi-soak-'));
  const server = await startSoakServer();
  const address = (tab) =>
    `${server.origin}/tab.html?storage=${storage}&namespace=tabs&tab=${tab}&from=${soFar(server).of(tab)}&count=${count}&think=${think}&without=${without}`;
  const end = Date.now() + limit;
  let browser;
  try {
    for (let start = 0; soFar(server).done.size < tabs && Date.now() < end; start += 1) {
      const addresses = encodeURIComponent(JSON.stringify(numbersTo(tabs).map(address)));
      browser = await startKillable({ engine, profile, url: `${server.origin}/open-tabs.html#${addresses}` });
      const life = start < kills ? killEvery * (0.7 + 0.6 * random.next()) : end - Date.now();
      await waitFor(() => soFar(server).done.size === tabs, life);
      if (soFar(server).done.size === tabs) break;
      await browser.kill();
      report.note('kills', 1);
    }
    await judgeAgreement({ server, tabs, report, agree });
    await browser.kill();
    await judgeStore({ engine, profile, server, report, storage });
    const failure = server.messages().find(({ type }) => type === 'failed');
    report.check(!failure, failure?.error);
  } finally {
    await browser?.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function judgeAgreement({ server, tabs, report, agree }) {
  const { done } = soFar(server);
  report.check(done.size === tabs, `${done.size} of ${tabs} tabs made all their choices`);
  if (!agree) return;
  const start = Date.now();
  const agreed = await waitFor(() => agreement(server, tabs), 15_000);
  report.check(agreed, 'the tabs do not agree on what was chosen last');
  report.note('tabs agreed after the last choice, ms', Date.now() - start, { most: true });
}

async function judgeStore({ engine, profile, server, report, storage }) {
  const url = `${server.origin}/saves.html?storage=${storage}&read=tabs`;
  const browser = await startKillable({ engine, profile, url });
  const { events, unreadable, result, broken } = await server.told(({ type }) => type === 'found');
  await browser.kill();
  for (const { event } of soFar(server).acks) report.acked(event.id, event);
  for (const event of events) report.found(event.id, event);
  report.check(unreadable === 0, `${unreadable} torn record(s)`);
  report.check(result !== 'broken', `the ledger is broken: ${JSON.stringify(broken)}`);
}

/** F-N5, on one device: what tabs do to each other's choices. */
export const rows = [
  {
    id: 'F-N5-local',
    title:
      'many tabs that choose at once, killed again and again, lose and double nothing, and agree on what was chosen last',
    engines: ['chromium', 'firefox'],
    run: chooseInTabs,
    control: (context) => chooseInTabs({ ...context, storage: 'local-as-disk', agree: false }),
  },
  {
    id: 'F-N5-bare',
    title: 'the same without Web Locks and without BroadcastChannel, but for the news',
    engines: ['chromium', 'firefox'],
    run: (context) => chooseInTabs({ ...context, without: 'locks,channel', agree: false }),
    control: (context) => chooseInTabs({ ...context, storage: 'local-as-disk', agree: false }),
  },
];
