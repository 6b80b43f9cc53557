// Compiles the examination documents and compares them with their readings.
//
//   node test/support/exam.mjs [--missed] [--only 01,03] [FOLDER]     figures per kind, with --missed each miss and each wrong fact
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { scoreExam } from './exam-score.mjs';
import { totalOf } from './reading-score.mjs';

export const examFolder = fileURLToPath(new URL('../fixtures/exam/', import.meta.url));

const TYPES = { txt: 'text/plain', md: 'text/markdown', html: 'text/html' };

/** The documents of a folder that have a reading: `{name, file, mediaType, reading}`, in the order of their names. */
export function examDocuments(/** @type {string} */ folder = examFolder) {
  return readdirSync(folder)
    .filter((file) => /^\d.*\.(?:txt|md|html)$/.test(file))
    .sort()
    .map((file) => {
      const [, name = '', extension = ''] = /^(.*)\.(txt|md|html)$/.exec(file) ?? [];
      const reading = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
      return { name, file: join(folder, file), mediaType: TYPES[extension], reading };
    });
}

/** Scores of every document, by its name. */
export async function sitExam(/** @type {string} */ folder = examFolder) {
  const results = [];
  for (const { name, file, mediaType, reading } of examDocuments(folder)) {
    const policy = await compilePolicy({ name: file, mediaType, bytes: new Uint8Array(readFileSync(file)) });
    results.push({ name, policy, scores: scoreExam(policy, reading) });
  }
  return results;
}

/** The scores of several documents as one map by kind. */
export function joined(/** @type {Map<string, any>[]} */ all) {
  const kinds = [...new Set(all.flatMap((scores) => [...scores.keys()]))];
  return new Map(
    kinds.map((kind) => [
      kind,
      totalOf(new Map(all.map((scores, index) => [index, scores.get(kind)]).filter(([, one]) => one))),
    ]),
  );
}

const figure = (/** @type {number} */ part, /** @type {number} */ whole) =>
  whole === 0 ? '   —' : (part / whole).toFixed(2);

/** One line a kind: precision and recall, with the counts. */
export const tableOf = (/** @type {Map<string, any>} */ scores) =>
  [...scores].map(([kind, { right, given, found, wanted }]) => {
    const counts = `P ${figure(right, given)} (${right}/${given})`.padEnd(18);
    return `${kind.padEnd(24)} ${counts} R ${figure(found, wanted)} (${found}/${wanted})`;
  });

async function main(/** @type {string[]} */ args) {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]?.split(',') : undefined;
  const folder = args.find((one, index) => !one.startsWith('-') && args[index - 1] !== '--only');
  const all = await sitExam(folder ? resolve(folder) : examFolder);
  const results = all.filter(({ name }) => !only || only.some((one) => name.startsWith(one)));
  for (const { name, scores } of results) {
    if (args.includes('--missed'))
      for (const [kind, { notes }] of scores)
        for (const note of notes) console.log(`${name} ${kind}: ${note}`);
    const sum = totalOf(scores);
    console.log(
      `== ${name}: precision ${figure(sum.right, sum.given)} recall ${figure(sum.found, sum.wanted)}`,
    );
  }
  console.log(tableOf(joined(results.map(({ scores }) => scores))).join('\n'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  await main(process.argv.slice(2));
