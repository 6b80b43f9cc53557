// @ts-check
// How the time of comparing two versions grows with their length: twice the text should take about twice the time.
// Prints a ratio a doubling.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { comparePolicies } from '../../build/src/policy/index.js';
import { verdict } from './timing.mjs';

const HIGHEST = 2.6;
const ROUNDS = 5;

const sample = readFileSync(
  fileURLToPath(new URL('../../demo/policies/sample-bank.zh-Hans.md', import.meta.url)),
  'utf8',
);
const compile = (/** @type {string} */ text) =>
  compilePolicy({ name: 'bench', mediaType: 'text/plain', text });

/** Policies of other firms: the numbers differ from copy to copy, so that clauses are not all alike. */
const longText = (/** @type {number} */ copies) =>
  Array.from({ length: copies }, (_, copy) =>
    sample.replace(/\d{2,}/g, (number) => String(Number(number) + copy)),
  ).join('\n');

/** Every seventh name is called otherwise, and one clause in forty is gone. */
function edited(/** @type {string} */ text) {
  let [names, lines] = [0, 0];
  const renamed = text.replace(/姓名/g, (name) => ((names += 1) % 7 === 0 ? '名字' : name));
  return renamed.replace(/[^\n]+\n/g, (line) => ((lines += 1) % 40 === 0 ? '' : line));
}

/** One clause of the whole length, with a word changed here and there. */
function oneLine(/** @type {string} */ text) {
  let words = 0;
  const line = text.replace(/\s+/g, '');
  return [line, line.replace(/我行/g, (word) => ((words += 1) % 50 === 0 ? '我们' : word))];
}

/** @param {Awaited<ReturnType<typeof compile>>} policy @param {string} text */
const asOneClause = (policy, text) => ({
  ...policy,
  text,
  sections: [],
  clauses: [{ id: 'c1', span: { start: 0, end: text.length }, topics: [], emphasis: [] }],
});

/** @param {() => unknown} run */
function fastest(run) {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

let worst = 0;
/** @param {string} name @param {readonly number[]} copies @param {(text: string) => Promise<() => unknown>} prepare */
async function measure(name, copies, prepare) {
  let last = 0;
  for (const count of copies) {
    const text = longText(count);
    const time = fastest(await prepare(text));
    const ratio = last === 0 ? undefined : time / last;
    if (ratio !== undefined && time > 100) worst = Math.max(worst, ratio);
    console.log(
      `${name}: ${text.length} characters, ${time.toFixed(0)} ms${ratio ? `, ${ratio.toFixed(2)} ×` : ''}`,
    );
    last = time;
  }
}

/** Prints how comparing grows. Resolves with the exit code: 1 where a doubling is above the limit. */
export async function benchCompare() {
  const empty = await compile('');
  await measure('edited versions', [4, 8, 16, 32], async (text) => {
    const [before, after] = [await compile(text), await compile(edited(text))];
    return () => comparePolicies(before, after);
  });
  await measure('one endless line', [8, 16, 32, 64], async (text) => {
    const [old, young] = oneLine(text);
    const [before, after] = [asOneClause(empty, old ?? ''), asOneClause(empty, young ?? '')];
    return () => comparePolicies(before, after);
  });
  console.log(`worst: ${worst.toFixed(2)} × for twice the text (at most ${HIGHEST})`);
  return verdict(
    worst > HIGHEST
      ? [`comparing twice the text took ${worst.toFixed(2)} × the time, above ${HIGHEST} ×.`]
      : [],
  );
}
