// The real policies are test input: none of their sentences may stand in the project.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEEDS = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** Characters of a run that make it a sentence's, not a label's or a law's name. */
const RUN = 16;
const HAN = /[\u4e00-\u9fff]/g;

const bare = (text) => text.replace(/[^\u4e00-\u9fffA-Za-z0-9]/g, '');
const isWords = (run) => (run.match(HAN)?.length ?? 0) >= RUN - 2;

function runsOf(text) {
  const words = bare(text);
  return Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => words.slice(at, at + RUN));
}

/** What git would commit, but for pictures and the lock file. */
function committedFiles() {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
  });
  return `${listed}`
    .split('\n')
    .filter((name) => name && !/\.png$|package-lock/.test(name) && existsSync(ROOT + name));
}

test('no sentence of a real policy stands in the project', (context) => {
  if (!existsSync(SEEDS)) return context.skip('the folder of real policies (../shared/seeds) is absent');
  if (!existsSync(`${ROOT}.git`))
    return context.skip('this is no git checkout: what is committed cannot be told');
  const theirs = new Set(
    readdirSync(SEEDS).flatMap((name) => runsOf(readFileSync(`${SEEDS}/${name}`, 'utf8'))),
  );
  const taken = committedFiles().filter((name) =>
    runsOf(readFileSync(ROOT + name, 'utf8')).some((run) => isWords(run) && theirs.has(run)),
  );
  assert.deepEqual(taken, []);
  assert.ok(theirs.size > 10_000, 'the check has something to compare with');
});
