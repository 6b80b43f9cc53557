import { seededRandom } from './random.mjs';
import { Report } from './report.mjs';

const START = Date.now();

async function attempt(part, context) {
  const report = new Report();
  const random = seededRandom(context.seed);
  const start = Date.now();
  const error = await part({ ...context, random, report }).then(
    () => undefined,
    (thrown) => thrown,
  );
  return { ...report.result, ...(error && { error, passed: false }), seconds: (Date.now() - start) / 1000 };
}

/** A control may lose by the moment it is killed at: a busy machine gives it more than one chance. */
const TRIES = 4;

async function tryControl(row, engine, seed) {
  let control;
  for (let turn = 0; turn < TRIES && !control?.foundOut; turn++) {
    control = await attempt(row.control, { engine, scale: 'short', seed: seed + turn });
    control = { ...control, foundOut: !control.error && control.faults > 0 };
  }
  return control;
}

/**
 * Runs a row in one engine, then its negative control, always in its short form: the same check on something that is known to
 * be bad. The row passed where nothing was lost, doubled, changed or broken, and the control was found out.
 */
export async function runRow(row, { engine = row.engines[0], scale = 'short', seed = START } = {}) {
  const run = await attempt(row.run, { engine, scale, seed });
  const control = await tryControl(row, engine, seed);
  return { row, engine, scale, seed, run, control, passed: run.passed && control.foundOut };
}

const NAMES = ['acked', 'found', 'lost', 'doubled', 'changed'];

const figures = (result, names) => names.map((name) => `${name} ${result[name]}`).join(' / ');

/** The words of a result: the figures, what did not hold, what the control showed, and how to run it again. */
export function describeResult({ row, engine, scale, seed, run, control, passed }) {
  const checks = run.checked > 0 ? ` / checked ${run.checked} / broken ${run.broken}` : '';
  const notes = Object.entries(run.notes).map(([name, value]) => `${name} ${value}`);
  const again = `npm run soak -- ${row.id} --engine ${engine} --seed ${seed}${scale === 'full' ? ' --full' : ''}`;
  return [
    `${passed ? 'ok' : 'FAILED'} ${row.id} in ${engine}: ${figures(run, NAMES)}${checks}  (${run.seconds.toFixed(1)} s, ${scale}, seed ${seed})`,
    ...(notes.length > 0 ? [`   ${notes.join(' / ')}`] : []),
    ...run.sentences.map((sentence) => `   broken: ${sentence}`),
    ...(run.error ? [`   ${run.error.stack ?? run.error}`] : []),
    `   negative control: ${control.foundOut ? 'found out' : 'NOT FOUND OUT'} (${figures(control, [...NAMES, 'broken'])})`,
    ...(control.error ? [`   ${control.error.stack ?? control.error}`] : []),
    ...(passed ? [] : [`   again: ${again}`]),
  ].join('\n');
}
