// @ts-check

/** The middle one of some times. @param {readonly number[]} times */
export const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Milliseconds that one run takes. @param {() => unknown} run */
export async function timed(run) {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** The median of several runs, in milliseconds. @param {() => unknown} run @param {number} rounds */
export async function medianTime(run, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round += 1) times.push(await timed(run));
  return median(times);
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
