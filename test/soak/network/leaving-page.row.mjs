import { startDriven, openPage } from '../harness/browser-tabs.mjs';
import { until } from './device.mjs';
import { openSends, pause, startSendingServer } from './sending-page.mjs';

/** A person leaves the page while so many records wait because the receiver was down until this moment. */
async function leaveWith({ browser, random, report, count }) {
  const server = await startSendingServer({ random, rate: 1, kinds: ['http-503'] });
  const context = await browser.createBrowserContext();
  const page = await openSends(await openPage(context), server);
  const events = await page.evaluate((number) => window.sends.choose(number), count);
  for (const event of events) report.acked(event.id, event);
  // Two failed tries: it waits two seconds or more now, so what arrives next was sent by the leaving.
  await until(() => server.seen.requests >= 2, 30_000, 'two failed tries');
  server.faults.rate = 0;
  await page.goto('about:blank');
  await until(() => server.records().length > 0, 10_000, 'what was sent in leaving');
  await pause(300);
  const early = server.records().length;
  report.check(count > 1 || early === 1, 'the one record did not go with the page');
  report.check(server.seen.bytes <= 60_000, `a body had ${server.seen.bytes} bytes`);
  report.note(`arrived in leaving, of ${count}`, early);
  await openSends(page, server);
  await until(() => server.records().length >= count, 60_000, 'the rest');
  await pause(300);
  for (const event of server.records()) report.found(event.id, event);
  await context.close();
  await server.close();
}

async function leaveByBeacon({ browser, random, report }) {
  const server = await startSendingServer({ random });
  const context = await browser.createBrowserContext();
  const page = await openSends(await openPage(context), server);
  const events = await page.evaluate(async () => {
    const made = await window.sends.makeChoices(300);
    window.sends.sendByBeacon(made);
    return made;
  });
  for (const event of events) report.acked(event.id, event);
  await page.goto('about:blank');
  await pause(1000);
  for (const event of server.records()) report.found(event.id, event);
  await context.close();
  await server.close();
}

const inBrowser = (work) => async (context) => {
  const browser = await startDriven(context.engine);
  try {
    await work({ ...context, browser });
  } finally {
    await browser.close();
  }
};

export const row = {
  id: 'F-N8',
  title: 'who leaves the page sends what one request may carry; the rest stays and goes with the next start',
  engines: ['chromium'],
  run: inBrowser(async (context) => {
    for (const count of [1, 100, 1000]) await leaveWith({ ...context, count });
  }),
  control: inBrowser(leaveByBeacon),
};
