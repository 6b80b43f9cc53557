// @ts-check
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** Frees what earlier runs left behind, so that nobody pays for another's garbage. */
const collectGarbage = runInNewContext('gc');

/** Milliseconds of processor time that one run takes, on all threads: other work on the machine counts less than by the clock. @param {() => unknown} run */
export async function timed(run) {
  collectGarbage();
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * The shortest time of each run, in milliseconds. The runs take turns, so that a slow minute of the machine is everybody's; the
 * first turn warms up and does not count.
 * @param {readonly (() => unknown)[]} runs @param {number} rounds
 */
export async function shortestTimes(runs, rounds) {
  const best = runs.map(() => Infinity);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, run] of runs.entries()) {
      const time = await timed(run);
      if (round > 0) best[index] = Math.min(best[index] ?? Infinity, time);
    }
  }
  return best;
}

/** Prints rows as a Markdown table. @param {readonly string[]} header @param {readonly (readonly string[])[]} rows */
export function printTable(header, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  process.stdout.write(line(header) + line(header.map(() => '---')));
  for (const row of rows) process.stdout.write(line(row));
}

/** Says each broken limit on a line of its own. Resolves to the exit code. @param {readonly string[]} broken */
export function verdict(broken) {
  for (const sentence of broken) process.stderr.write(`FAILED: ${sentence}\n`);
  return broken.length === 0 ? 0 : 1;
}

/** `1.2 s` or `34 ms`. @param {number} time */
export const words = (time) => (time >= 1000 ? `${(time / 1000).toFixed(1)} s` : `${time.toFixed(0)} ms`);
