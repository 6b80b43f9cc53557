import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENDS, openPage, startDriven } from '../harness/browser-tabs.mjs';
import { until } from './device.mjs';
import { openSends, pause, startSendingServer } from './sending-page.mjs';

/** Everything about tabs that a browser may lack. */
const WITHOUT = () => {
  delete window.BroadcastChannel;
};

async function openTabs({ browser, server, tabs, variant, outbox }) {
  const pages = [];
  for (let tab = 0; tab < tabs; tab += 1) {
    const page = await openPage(browser);
    if (variant === 'alone') await page.evaluateOnNewDocument(WITHOUT);
    const locks = variant === 'alone' ? '&locks=none' : '';
    pages.push(await openSends(page, server, `tab=${tab}&outbox=${outbox}${locks}`));
  }
  return pages;
}

const startOn = (engine, profile) => startDriven(engine, { args: [`--user-data-dir=${profile}`] });

/** The browser with all its processes, which are a group of their own. */
function killWhole(browser) {
  const child = browser.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  return gone;
}

/** Tabs of one profile choose side by side; the browser is killed again and again, until each tab has made its choices. */
async function chooseAndKill({
  engine,
  random,
  report,
  tabs,
  choices,
  between,
  variant,
  kills,
  outbox = 'disk',
}) {
  const profile = mkdtempSync(join(tmpdir(), 'mingshi-tabs-'));
  const server = await startSendingServer({ random, rate: 0.05, kinds: ['lost', 'late', 'http-503'] });
  const missing = (tab) => choices - server.acks.filter((ack) => ack.tab === String(tab)).length;
  let killed = 0;
  try {
    for (let open = true; open;) {
      const browser = await startOn(engine, profile);
      const pages = await openTabs({ browser, server, tabs, variant, outbox });
      for (const [tab, page] of pages.entries()) {
        // Not waited for: a driver waits for no call as long as this may take.
        const start = (count) => void window.sends.choose(count, 400);
        await page.evaluate(start, Math.max(0, missing(tab))).catch(() => undefined);
      }
      const end = Date.now() + (killed < kills ? between : 600_000);
      while (Date.now() < end && pages.some((_, tab) => missing(tab) > 0)) await pause(50);
      open = pages.some((_, tab) => missing(tab) > 0) || killed < kills;
      if (open) {
        killed += 1;
        await killWhole(browser);
        continue;
      }
      if (outbox === 'disk') await judgeEnd({ report, server, pages, variant });
      await killWhole(browser);
    }
    for (const { event } of server.acks) report.acked(event.id, event);
    for (const event of server.records()) report.found(event.id, event);
    report.note(`kills (${variant})`, killed);
    report.note(`requests (${variant})`, server.seen.requests);
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

async function judgeEnd({ report, server, pages, variant }) {
  const acked = new Set(server.acks.map(({ event }) => event.id));
  const left = () => server.records().reduce((count, { id }) => count - (acked.has(id) ? 1 : 0), acked.size);
  await until(() => left() === 0, 60_000, 'the last record of all tabs');
  if (variant === 'locks')
    report.check(server.seen.most <= 1, `${server.seen.most} requests were under way at once`);
  const ledgers = await Promise.all(
    pages.map((page) => page.evaluate(async () => (await window.sends.storage.read()).events.length)),
  );
  report.check(new Set(ledgers).size === 1, `the tabs read ${ledgers.join(', ')} events`);
}

/** The tab that was sending ends without a word, in the middle of its request; another one goes on. */
async function deadSender({ engine, random, report }) {
  const browser = await startDriven(engine);
  const server = await startSendingServer({ random, rate: 1, kinds: ['timeout'] });
  try {
    const [first, second] = [await openPage(browser), await openPage(browser)];
    await openSends(first, server, 'tab=0');
    await first.evaluate(() => window.sends.choose(1));
    await until(() => server.seen.requests === 1, 30_000, 'the request that hangs');
    await openSends(second, server, 'tab=1');
    await second.evaluate(() => window.sends.choose(2));
    await pause(1500);
    report.check(server.seen.requests === 1, 'the second tab sent beside the first');
    server.faults.rate = 0;
    const died = Date.now();
    const crash = ENDS.crash(first);
    await until(() => server.records().length === 3, 30_000, 'the records of both tabs');
    const gap = server.seen.at[1] - died;
    report.check(gap <= 2000, `nobody sent for ${gap} ms`);
    report.note('gap after a dead sender in ms', gap, { most: true });
    await crash;
  } finally {
    await browser.close();
    await server.close();
  }
}

const sizes = {
  short: { tabs: 4, choices: 6, between: 2500, kills: 1 },
  full: { tabs: 50, choices: 20, between: 10_000, kills: 4 },
};

export const row = {
  id: 'F-N5',
  title:
    'many tabs and a browser that is killed lose and double nothing; one tab sends, and another one when it dies',
  engines: ['chromium'],
  run: async (context) => {
    await deadSender(context);
    for (const variant of ['locks', 'alone'])
      await chooseAndKill({ ...context, ...sizes[context.scale], variant });
  },
  // A ledger in memory that says it is on disk.
  control: (context) =>
    chooseAndKill({
      ...context,
      ...sizes.short,
      choices: 12,
      between: 1500,
      variant: 'locks',
      outbox: 'forgetful',
    }),
};
