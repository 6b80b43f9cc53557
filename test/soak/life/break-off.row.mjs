import { openPage, startDriven } from '../harness/browser-tabs.mjs';
import { startSoakServer } from '../harness/soak-server.mjs';

async function withPage(engine, work) {
  const server = await startSoakServer();
  const browser = await startDriven(engine);
  try {
    const page = await openPage(browser);
    await page.setViewport({ width: 900, height: 700 });
    await page.goto(`${server.origin}/break-off.html`);
    await page.waitForFunction(() => window.kinds !== undefined);
    await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** F-L2: any question, any end, at any moment of its first half second, with a store that answers soon, late or never. */
const breakOff = ({ engine, random, report, moments }) =>
  withPage(engine, async (page) => {
    const kinds = await page.evaluate(() => window.kinds);
    for (let moment = 0; moment < moments; moment += 1) {
      const step = {
        tag: kinds.tags[moment % kinds.tags.length],
        end: random.pick(kinds.ends),
        storage: random.pick(kinds.storages),
        delay: random.integer(0, random.pick([5, 60, 300])),
      };
      const faults = await page.evaluate(
        (one) => window.breakOff(one).catch((error) => [String(error)]),
        step,
      );
      report.check(faults.length === 0, `${JSON.stringify(step)}: ${faults.join('; ')}`);
    }
  });

export const row = {
  id: 'F-L2',
  title: 'a question that ends at any moment, in any way, leaves the page as it was and no promise unminded',
  engines: ['chromium', 'firefox'],
  run: (context) => breakOff({ ...context, moments: context.scale === 'full' ? 1000 : 30 }),
  control: ({ engine, report }) =>
    withPage(engine, async (page) => {
      const faults = await page.evaluate(() => window.breakOffBadly());
      if (
        !faults.some((fault) => fault.startsWith('unhandled')) ||
        !faults.some((fault) => fault.startsWith('the focus'))
      )
        throw new Error(`only this was found: ${faults.join('; ')}`);
      for (const fault of faults) report.check(false, fault);
    }),
};
