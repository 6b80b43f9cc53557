import { startDriven, openPage } from '../harness/browser-tabs.mjs';
import { until } from './device.mjs';
import { openSends, pause, startSendingServer } from './sending-page.mjs';

/** Takes the network away and gives it back, every 50 ms to 2 s. */
async function flap({ page, random, milliseconds }) {
  const end = Date.now() + milliseconds;
  let switches = 0;
  for (let offline = true; Date.now() < end; offline = !offline) {
    await page.setOfflineMode(offline);
    switches += 1;
    await pause(random.integer(50, 2000));
  }
  await page.setOfflineMode(false);
  return switches;
}

/** The page goes on choosing by itself: a driver waits for no call as long as this takes. */
async function choicesWhile(page, work) {
  await page.evaluate(() => {
    window.made = [];
    window.flapping = true;
    window.making = (async () => {
      while (window.flapping) {
        window.made.push(...(await window.sends.choose(1)));
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
  });
  const result = await work();
  const events = await page.evaluate(async () => {
    window.flapping = false;
    await window.making;
    return window.made;
  });
  return { events, result };
}

async function sendThrough({ engine, random, report, milliseconds }) {
  const browser = await startDriven(engine);
  const server = await startSendingServer({ random, rate: 0.1, kinds: ['lost', 'late', 'http-500'] });
  try {
    const page = await openPage(browser);
    // What the browser says about the network is never believed.
    await page.evaluateOnNewDocument(() => Object.defineProperty(navigator, 'onLine', { get: () => true }));
    await openSends(page, server);
    const { events, result } = await choicesWhile(page, () => flap({ page, random, milliseconds }));
    for (const event of events) report.acked(event.id, event);
    server.faults.rate = 0;
    const stable = Date.now();
    await until(() => server.records().length >= events.length, 30_000, 'the last record');
    const drained = Date.now() - stable;
    report.check(drained <= 10_000, `it took ${drained} ms of a stable network`);
    const { most, requests } = await page.evaluate(() => window.sends.state);
    report.check(most <= 1, `${most} requests were under way at once`);
    // A second at least lies between two tries that fail, and a success carries everything that waits.
    report.check(requests <= events.length + result, `${requests} requests for ${events.length} choices`);
    report.note('switches', result);
    report.note('requests', requests);
    report.note('drained in ms', drained, { most: true });
    for (const event of server.records()) report.found(event.id, event);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function sendEagerly({ engine, random, report }) {
  const browser = await startDriven(engine);
  const server = await startSendingServer({ random });
  try {
    const page = await openSends(await openPage(browser), server);
    await page.evaluate(async () => window.sends.sendEagerly(await window.sends.makeChoices(20)));
    await pause(500);
    const { most } = await page.evaluate(() => window.sends.state);
    report.check(most <= 1, `${most} requests were under way at once`);
  } finally {
    await browser.close();
    await server.close();
  }
}

export const row = {
  id: 'F-N4',
  title: 'a network that comes and goes gets one request at a time, and everything within 10 s of staying',
  engines: ['chromium'],
  run: (context) => sendThrough({ ...context, milliseconds: context.scale === 'full' ? 300_000 : 8000 }),
  control: sendEagerly,
};
