// @ts-check
// How long compiling takes: against the length of the text, against `marked` on the same text, and on hostile lines. Ratios of times
// taken in one run, so that a slow machine changes nothing.
import { marked } from 'marked';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { hostileTexts } from './hostile-lines.mjs';
import { longPolicy } from './long-policies.mjs';
import { median, medianTime, printTable, timed, verdict, words } from './timing.mjs';

/** @typedef {import('./long-policies.mjs').Language} Language */
/** @typedef {import('./long-policies.mjs').Form} Form */

const KB = 1000;
const SIZES = [50, 100, 200, 400, 800, 1600, 3200, 6400].map((size) => size * KB);
/** The most that a text of twice the length may take. */
const DOUBLING = 2.3;
/** The most that compiling may take of `marked`'s time on the same text. */
const MARKED = 4;
/** Below this a time tells more about the machine than about the text. */
const TELLING = 40;

/** @type {readonly (readonly [string, Language, Form])[]} */
const DOCUMENTS = [
  ['Chinese, Markdown', 'zh-Hans', 'markdown'],
  ['Chinese, lines cut at a width', 'zh-Hans', 'wrapped'],
  ['Chinese, a web page', 'zh-Hans', 'html'],
  ['Chinese, one line', 'zh-Hans', 'one line'],
  ['English, Markdown', 'en', 'markdown'],
  ['English, lines cut at a width', 'en', 'wrapped'],
  ['English, a web page', 'en', 'html'],
  ['English, one line', 'en', 'one line'],
];

const roundsFor = (/** @type {number} */ bytes) => (bytes <= 800 * KB ? 5 : 3);

/** Times one kind of document at every length. @param {Language} language @param {Form} form */
async function growth(language, form) {
  const times = [];
  for (const size of SIZES) {
    const { markdown: _, ...source } = longPolicy(language, form, size);
    times.push(await medianTime(() => compilePolicy(source), roundsFor(size)));
  }
  const ratios = times
    .slice(1)
    .map((time, index) => ({
      ratio: time / (times[index] ?? time),
      telling: (times[index] ?? 0) >= TELLING,
    }));
  return {
    last: times[times.length - 1] ?? 0,
    worst: Math.max(...ratios.filter(({ telling }) => telling).map(({ ratio }) => ratio)),
  };
}

/** Times the compiler and `marked` in turns on one text. @param {Language} language @param {Form} form */
async function againstMarked(language, form) {
  const { markdown, ...source } = longPolicy(language, form, 800 * KB);
  const [ours, theirs] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  for (let round = 0; round < 7; round += 1) {
    ours.push(await timed(() => compilePolicy(source)));
    theirs.push(await timed(() => marked.parse(markdown)));
  }
  return median(ours) / median(theirs);
}

/** Times every hostile text of a megabyte, by its name; the slowest first. */
async function hostile() {
  const rows = [];
  for (const { name, mediaType, text } of hostileTexts()) {
    const source = { name, mediaType, text: text(1000 * KB) };
    rows.push({
      name,
      isLine: !/[\n\r\f]/.test(source.text),
      time: await medianTime(() => compilePolicy(source), 3),
    });
  }
  return rows.sort((a, b) => b.time - a.time);
}

/** An ordinary megabyte: the slowest of the forms that are no markup. */
async function ordinary() {
  const times = [];
  for (const language of /** @type {const} */ (['zh-Hans', 'en'])) {
    const { markdown: _, ...source } = longPolicy(language, 'wrapped', 1000 * KB);
    times.push(await medianTime(() => compilePolicy(source), 5));
  }
  return Math.max(...times);
}

/** Prints two tables. Resolves with the exit code: 1 where a limit is broken. */
export async function benchCompiler() {
  const broken = [];
  const rows = [];
  for (const [name, language, form] of DOCUMENTS) {
    const { worst, last } = await growth(language, form);
    const ratio = await againstMarked(language, form);
    rows.push([name, words(last), `${worst.toFixed(2)} ×`, `${ratio.toFixed(1)} ×`]);
    if (worst > DOUBLING)
      broken.push(`${name}: twice the text took ${worst.toFixed(2)} × the time, above ${DOUBLING} ×.`);
    if (ratio > MARKED) broken.push(`${name}: ${ratio.toFixed(1)} × the time of marked, above ${MARKED} ×.`);
  }
  printTable(['a policy', '6.4 MB', 'twice the text, at most', 'against marked'], rows);
  const usual = await ordinary();
  const slow = await hostile();
  const lines = slow.filter(({ isLine }) => isLine);
  process.stdout.write('\n');
  printTable(
    ['1 MB', 'time'],
    [
      ['of an ordinary policy', words(usual)],
      ...lines.slice(0, 3).map(({ name, time }) => [`in one line: ${name}`, words(time)]),
      ...slow
        .filter(({ isLine }) => !isLine)
        .slice(0, 3)
        .map(({ name, time }) => [`in short lines: ${name}`, words(time)]),
    ],
  );
  for (const { name, time } of lines.filter((one) => one.time > usual))
    broken.push(`a line of ${name} took ${words(time)}, an ordinary megabyte ${words(usual)}.`);
  return verdict(broken);
}
