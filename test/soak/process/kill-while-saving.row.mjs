import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startKillable } from '../harness/killable-browser.mjs';
import { startSoakServer } from '../harness/soak-server.mjs';

const SAVES = 1000;

/** Saves after which the browser is killed, by round: half of them before the 500th. */
function momentsOf(rounds, random, most) {
  return Array.from({ length: rounds }, (_, round) =>
    round % 2 === 0 ? random.integer(0, Math.min(499, most)) : random.integer(Math.min(500, most), most),
  );
}

const isAck = ({ type, durability }) => type === 'acked' && durability === 'disk';

/** One save after another in a namespace of each round, the browser killed at its moment, the round before read first. */
async function killRounds({ engine, random, report, rounds, most, storage }) {
  const profile = mkdtempSync(join(tmpdir(), 'mingshi-soak-'));
  const server = await startSoakServer();
  const open = (query) =>
    startKillable({ engine, profile, url: `${server.origin}/saves.html?storage=${storage}&${query}` });
  try {
    for (const [round, moment] of [...momentsOf(rounds, random, most), 0].entries()) {
      const reads = round > 0 ? `read=round-${round - 1}&` : '';
      const saves = round < rounds ? `save=round-${round}&count=${SAVES}` : '';
      const browser = await open(reads + saves);
      if (round > 0) judge(await server.told(({ type }) => type === 'found'), report);
      if (round < rounds) {
        await server.told(({ type }) => type === 'saving');
        await reach(server, moment);
        await pause(random.integer(0, 25));
      }
      await browser.kill();
      const acks = server.messages().filter(isAck);
      server.forget();
      for (const { event } of acks) report.acked(event.id, event);
      report.note('kills', round < rounds ? 1 : 0);
      report.note('most saves before a kill', acks.length, { most: true });
    }
  } finally {
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Until so many saves are acknowledged, or all are. */
const reach = (server, moment) =>
  server.told(({ type }) => type === 'done' || server.messages().filter(isAck).length >= moment, 180_000);

function judge({ events, unreadable, result, broken, codes, opened, bare }, report) {
  for (const event of events) report.found(event.id, event);
  report.check(unreadable === 0, `${unreadable} torn record(s)`);
  report.check(result !== 'broken', `the ledger is broken: ${JSON.stringify(broken)}`);
  report.check(codes.length === 0, `the engine reported ${codes.join(', ')}`);
  report.note('slowest reopening in ms', Math.round(opened), { most: true });
  report.note('bare reading in ms', Math.round(bare), { most: true });
}

/** F-S1. Chromium and Firefox keep IndexedDB through a SIGKILL; a store that promises more than it keeps is found out. */
export const row = {
  id: 'F-S1',
  title: 'the browser killed in the middle of its saves loses no acknowledged choice',
  engines: ['chromium', 'firefox'],
  run: (context) =>
    killRounds({
      ...context,
      storage: 'indexeddb',
      ...(context.scale === 'full' ? { rounds: 50, most: SAVES } : { rounds: 3, most: 60 }),
    }),
  control: (context) => killRounds({ ...context, storage: 'local-as-disk', rounds: 1, most: 60 }),
};
