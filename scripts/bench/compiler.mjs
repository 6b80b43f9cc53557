// @ts-check
// How long compiling takes: against the length of the text, against `marked` on the same text, and on hostile lines. Ratios of
// processor times taken in turns in one run, the shortest of several, so that a slow machine changes little.
import { marked } from 'marked';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { hostileTexts } from './hostile-lines.mjs';
import { longPolicy } from './long-policies.mjs';
import { printTable, shortestTimes, verdict, words } from './timing.mjs';

/** @typedef {import('./long-policies.mjs').Language} Language */
/** @typedef {import('./long-policies.mjs').Form} Form */

const KB = 1000;
const SIZES = [50, 100, 200, 400, 800, 1600, 3200, 6400].map((size) => size * KB);
/** The most that a text of twice the length may take. */
const DOUBLING = 2.3;
/** The most that reading a text, up to its clauses, may take of `marked`'s time on it; a web page has a parser of its own. */
const READING = { text: 4, html: 11 };
/** The most that finding the facts in it may take: some 250 kinds of sentence are looked for, where `marked` looks for none. */
const FACTS = 8;
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

const roundsFor = (/** @type {number} */ bytes) => (bytes <= 800 * KB ? 5 : 2);

/** Times one kind of document at every length, each in turns with half of it. @param {Language} language @param {Form} form */
async function growth(language, form) {
  let [worst, last] = [0, 0];
  let half = compiling(language, form, SIZES[0] ?? 0);
  for (const size of SIZES.slice(1)) {
    const whole = compiling(language, form, size);
    const [short = 0, long = 0] = await shortestTimes([half, whole], roundsFor(size));
    if (short >= TELLING) worst = Math.max(worst, long / short);
    [half, last] = [whole, long];
  }
  return { last, worst };
}

/** @param {Language} language @param {Form} form @param {number} bytes */
function compiling(language, form, bytes) {
  const { markdown: _, ...source } = longPolicy(language, form, bytes);
  return () => compilePolicy(source);
}

/** Times the two halves of compiling, and `marked`, in turns on one text. @param {Language} language @param {Form} form */
async function againstMarked(language, form) {
  const { markdown, ...source } = longPolicy(language, form, 800 * KB);
  const best = { reading: Infinity, facts: Infinity };
  const compile = async () => {
    const { reading, facts } = await halves(source);
    best.reading = Math.min(best.reading, reading);
    best.facts = Math.min(best.facts, facts);
  };
  const [, theirs = 1] = await shortestTimes([compile, () => marked.parse(markdown)], 7);
  return { reading: best.reading / theirs, facts: best.facts / theirs };
}

/** Milliseconds of processor time up to the clauses, and from there to the end. @param {Parameters<typeof compilePolicy>[0]} source */
async function halves(source) {
  const start = process.cpuUsage();
  const elapsed = () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  let reading = 0;
  await compilePolicy(source, { onProgress: (step) => step === 'facts' && (reading = elapsed()) });
  return { reading, facts: elapsed() - reading };
}

/** Times every hostile text of a megabyte, by its name; the slowest first. */
async function hostile() {
  const rows = [];
  for (const { name, mediaType, text } of hostileTexts()) {
    const source = { name, mediaType, text: text(1000 * KB) };
    const [time = 0] = await shortestTimes([() => compilePolicy(source)], 2);
    rows.push({ name, isLine: !/[\n\r\f]/.test(source.text), time });
  }
  return rows.sort((a, b) => b.time - a.time);
}

/** An ordinary megabyte: the slowest of the forms that are no markup. */
async function ordinary() {
  const languages = /** @type {const} */ (['zh-Hans', 'en']);
  return Math.max(
    ...(await shortestTimes(
      languages.map((language) => compiling(language, 'wrapped', 1000 * KB)),
      4,
    )),
  );
}

/** Prints two tables. Resolves with the exit code: 1 where a limit is broken. */
export async function benchCompiler() {
  const broken = [];
  const rows = [];
  for (const [name, language, form] of DOCUMENTS) {
    const { worst, last } = await growth(language, form);
    const { reading, facts } = await againstMarked(language, form);
    rows.push([
      name,
      words(last),
      ...[worst.toFixed(2), reading.toFixed(1), facts.toFixed(1)].map((x) => `${x} ×`),
    ]);
    if (worst > DOUBLING)
      broken.push(`${name}: twice the text took ${worst.toFixed(2)} × the time, above ${DOUBLING} ×.`);
    const most = READING[form === 'html' ? 'html' : 'text'];
    if (reading > most) broken.push(`${name}: reading took ${reading.toFixed(1)} × marked, above ${most} ×.`);
    if (facts > FACTS) broken.push(`${name}: the facts took ${facts.toFixed(1)} × marked, above ${FACTS} ×.`);
  }
  printTable(['a policy', '6.4 MB', 'twice the text, at most', 'reading / marked', 'facts / marked'], rows);
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
