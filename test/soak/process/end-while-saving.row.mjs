import { setTimeout as pause } from 'node:timers/promises';
import { ENDS, openPage, startDriven } from '../harness/browser-tabs.mjs';
import { startSoakServer } from '../harness/soak-server.mjs';

const WORKERS = 3;

/** One press on an answer of the gate, the end of its page a moment later, and what the next visit finds. */
async function endOnce({ context, server, random, report, end, namespace, storage, longest }) {
  const at = (visit) => `${server.origin}/asks.html?storage=${storage}&namespace=${namespace}&visit=${visit}`;
  const opened = (visit) =>
    server.told((told) => told.type === 'opened' && told.namespace === namespace && told.visit === visit);
  const page = await openPage(context);
  await page.setViewport({ width: 900, height: 700 });
  await page.goto(at(1));
  const first = await opened(1);
  report.check(first.asking, `${namespace}: nobody was asked`);
  // A refusal counts at once, an agreement once the answers were in view: that takes longer, so it is the rarer of the two.
  const index = random.integer(0, 2) === 0 ? 1 : 0;
  const place = await page.waitForFunction((one) => window.placeOf(one), { timeout: 20_000 }, index);
  const pressed = page.mouse.click(...(await place.jsonValue())).catch(() => undefined);
  await pause(random.next() * longest);
  await ENDS[end](page, server.origin);
  await Promise.race([pressed, pause(500)]);
  await judge({ context, server, report, namespace, at, opened });
  await Promise.race([page.close().catch(() => undefined), pause(1000)]);
}

async function judge({ context, server, report, namespace, at, opened }) {
  const next = await openPage(context);
  await next.goto(at(2));
  const { events, unreadable, asking, decision } = await opened(2);
  await next.close();
  const told = (type) => server.messages().filter((one) => one.type === type && one.namespace === namespace);
  const acks = told('acked').filter(({ durability }) => durability === 'disk');
  for (const { event } of acks) report.acked(event.id, event);
  for (const event of events) report.found(event.id, event);
  report.check(unreadable === 0, `${namespace}: a torn record`);
  report.check(
    asking === (events.length === 0),
    `${namespace}: ${events.length} kept, and asking is ${asking}`,
  );
  report.check(
    decision === (events[0]?.decision ?? 'none'),
    `${namespace}: ${decision} of ${events[0]?.decision}`,
  );
  report.note('pressed', told('answered').length);
  report.note('pressed and kept', told('answered').length > 0 ? events.length : 0);
  report.note('never pressed', told('answered').length === 0 ? 1 : 0);
}

/** Every end so often, a few side by side, each in a window of its own. */
async function endRounds({ engine, random, report, ends, rounds, storage, longest }) {
  const server = await startSoakServer();
  const browser = await startDriven(engine);
  const open = ends.flatMap((end) =>
    Array.from({ length: rounds }, (_, round) => ({ end, namespace: `${end}-${round}` })),
  );
  const work = async () => {
    const context = await browser.createBrowserContext();
    const own = random.fork();
    for (let next = open.shift(); next; next = open.shift())
      await endOnce({ context, server, random: own, report, storage, longest, ...next });
  };
  try {
    await Promise.all(Array.from({ length: WORKERS }, work));
    report.note('rounds', ends.length * rounds);
  } finally {
    await browser.close().catch(() => undefined);
    await server.close();
  }
}

const endsIn = (engine) => Object.keys(ENDS).filter((end) => end !== 'crash' || engine === 'chromium');

const control = (context) =>
  endRounds({ ...context, ends: ['close'], rounds: 3, storage: 'acks-first', longest: 100 });

export const rows = [
  /** F-S2. Firefox has no command that crashes a tab: there it is closed, reloaded and left. */
  {
    id: 'F-S2',
    title:
      'a tab that crashes, closes, reloads or leaves in the middle of a save loses no acknowledged choice, and asks again where none was kept',
    engines: ['chromium', 'firefox'],
    run: (context) =>
      endRounds({
        ...context,
        ends: endsIn(context.engine),
        rounds: context.scale === 'full' ? 200 : 2,
        storage: 'indexeddb',
        longest: 40,
      }),
    control,
  },
  /** F-S3. */
  {
    id: 'F-S3',
    title: 'a page that ends within 50 ms of the press loses no choice it said was saved',
    engines: ['chromium', 'firefox'],
    run: (context) =>
      endRounds({
        ...context,
        ends: ['close', 'navigate'],
        rounds: context.scale === 'full' ? 250 : 3,
        storage: 'indexeddb',
        longest: 50,
      }),
    control,
  },
];
