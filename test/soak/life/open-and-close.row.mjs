import { startDriven } from '../harness/browser-tabs.mjs';
import { startSoakServer } from '../harness/soak-server.mjs';

/** Cycles that warm up, before anything is measured; and how often it is measured after. */
const SIZES = {
  short: { warm: 60, every: 120, times: 2 },
  full: { warm: 1000, every: 1000, times: 9 },
};

/** Bytes of heap a cycle may leave behind; where few are measured, the noise of a heap is allowed for. */
const SLOPE = { short: 1500, full: 50 };

const HELD = ['nodes', 'jsEventListeners', 'documents', 'timers', 'observers', 'channels', 'locks'];

async function measure(page, session) {
  // A timer that ends by itself is no leak: an element waits two seconds for its engine.
  await page.waitForFunction(() => window.held().timers === 0, { timeout: 3000 }).catch(() => undefined);
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const counters = await session.send('Memory.getDOMCounters');
  return { usedSize, ...counters, ...(await page.evaluate(() => window.held())) };
}

/** The slope of a line through equally distant values, by least squares. */
function slopeOf(values) {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rise = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  return rise / values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0);
}

async function soakKind({ browser, server, kind, scale, report }) {
  const { warm, every, times } = SIZES[scale];
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await page.goto(`${server.origin}/cycles.html`);
  await page.waitForFunction(() => window.kinds !== undefined);
  await page.evaluate((name) => window.start(name), kind);
  const first = await page.evaluate((count) => window.run(count), Math.min(100, warm));
  if (warm > 100) await page.evaluate((count) => window.run(count), warm - 100);
  const start = await measure(page, session);
  const heaps = [start.usedSize];
  let now = start;
  let last = first;
  for (let time = 0; time < times; time += 1) {
    last = await page.evaluate((count) => window.run(count), every);
    now = await measure(page, session);
    heaps.push(now.usedSize);
  }
  for (const name of HELD)
    report.check(now[name] === start[name], `${kind}: ${name} went from ${start[name]} to ${now[name]}`);
  const slope = slopeOf(heaps) / every;
  report.check(slope < SLOPE[scale], `${kind}: ${slope.toFixed(0)} bytes of heap stay with each cycle`);
  report.note(
    kind,
    `${(times * every + warm).toLocaleString('en')} cycles, ${slope.toFixed(0)} B each, last ${(last / first).toFixed(2)}× the first`,
  );
  await page.close();
}

async function soak({ kinds, ...context }) {
  const server = await startSoakServer();
  const browser = await startDriven('chromium', { args: ['--js-flags=--expose-gc'] });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/cycles.html`);
    await page.waitForFunction(() => window.kinds !== undefined);
    const all = kinds ?? (await page.evaluate(() => window.kinds));
    for (const kind of all) await soakKind({ browser, server, kind, ...context });
  } finally {
    await browser.close();
    await server.close();
  }
}

/** F-L1. Only Chromium tells its counters. */
export const row = {
  id: 'F-L1',
  title:
    'opening and closing each question again and again leaves no node, listener, observer, timer, channel, lock or heap behind',
  engines: ['chromium'],
  run: (context) => soak(context),
  control: (context) => soak({ ...context, kinds: ['leak'] }),
};
