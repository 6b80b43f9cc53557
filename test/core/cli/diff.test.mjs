// `mingshi diff` as a person at a terminal, and a build, see it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { replaced, sampleText } from '../../support/compared.mjs';

const MAIN = fileURLToPath(new URL('../../../build/src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mingshi-diff-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const mingshi = (args, input) =>
  spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, input, encoding: 'utf8' });
const file = (name, words) => {
  writeFileSync(join(folder, name), words);
  return name;
};

const OLD = sampleText('clinic');
const MORE = replaced(OLD, '手机号码和预约时段', '手机号码、身份证号码和预约时段').replace('1.4.0', '1.5.0');
const SAME_MEANING = replaced(OLD, '柳叶路8号', '柳叶路9号');
file('old.md', OLD);
file('more.md', MORE);
file('address.md', SAME_MEANING);
mingshi(['compile', 'old.md', '-o', 'old.json']);

const placeIn = (text, words) => {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return `${before.length}:${before[before.length - 1].length + 1}`;
};

test('a material change exits with 10, and says why and where in both files, in the policy’s language', () => {
  const { status, stdout, stderr } = mingshi(['diff', 'old.md', 'more.md']);
  assert.deepEqual([status, stderr], [10, '']);
  assert.match(stdout, /^柳叶诊所预约隐私政策: 1\.4\.0 → 1\.5\.0$/m);
  assert.match(stdout, /^须重新征得同意（1 项理由）：$/m);
  const places = `old.md:${placeIn(OLD, '姓名、手机号码和')} → more.md:${placeIn(MORE, '姓名、手机号码、身')}`;
  assert.ok(stdout.includes(`! 新的信息种类  ${places}\n`), stdout);
  assert.match(stdout, /手机号码\{\+、身份证号码\+\}和预约时段/);
});

test('a change that asks nobody again exits with 0, and the same text says so', () => {
  const { status, stdout } = mingshi(['diff', 'old.md', 'address.md']);
  assert.equal(status, 0);
  assert.match(stdout, /无需重新征得同意/);
  assert.match(stdout, /柳叶路\[-8-\]\{\+9\+\}号/);
  const same = mingshi(['diff', 'old.json', 'old.md']);
  assert.deepEqual([same.status, same.stdout.trim().split('\n').pop()], [0, '没有变化。']);
});

test('an English policy is told of in English', () => {
  const english = sampleText('en');
  file('old.en.md', english);
  file('new.en.md', replaced(english, 'sign-in password and SMS', 'sign-in password, date of birth and SMS'));
  const { status, stdout } = mingshi(['diff', 'old.en.md', 'new.en.md']);
  assert.equal(status, 10);
  assert.match(
    stdout,
    /^Consent must be asked for again \(1 reason\):\n {2}! new data {2}old\.en\.md:\d+:\d+ → new/m,
  );
});

test('--format json gives the changes as comparePolicies does, and -o writes them', () => {
  const { status, stdout } = mingshi([
    'diff',
    'old.json',
    'more.md',
    '--format',
    'json',
    '-o',
    'changes.json',
  ]);
  assert.deepEqual([status, stdout], [10, '']);
  const found = JSON.parse(readFileSync(join(folder, 'changes.json'), 'utf8'));
  assert.deepEqual([found.material, found.before.version, found.after.version], [true, '1.4.0', '1.5.0']);
  assert.deepEqual(
    found.reasons.map(({ code }) => code),
    ['new-data'],
  );
  assert.ok(Array.isArray(found.pieces) && Array.isArray(found.facts));
});

test('--format markdown strikes out what went and makes bold what came', () => {
  const { stdout } = mingshi(['diff', 'old.md', 'address.md', '--format', 'markdown']);
  assert.match(stdout, /^# 柳叶诊所预约隐私政策/);
  assert.match(stdout, /^- \*\*改写\*\* \(`old\.md:\d+:1` → `address\.md:\d+:1`\): .*~~8~~ \*\*9\*\* 号$/m);
});

test('one of the two may be standard input', () => {
  assert.equal(mingshi(['diff', 'old.md', '-', '--media-type', 'text/markdown'], MORE).status, 10);
});

test('a file that is not there, no JSON, no policy, or changed by hand is one sentence with its name and code', () => {
  file('broken.json', '{');
  file('other.json', '{"schema": "other/1"}');
  file(
    'forged.json',
    readFileSync(join(folder, 'old.json'), 'utf8').replace('"text": "相机权限"', '"text": "短信权限"'),
  );
  file('weather.txt', '今天天气很好。');
  const policy = JSON.parse(readFileSync(join(folder, 'old.json'), 'utf8'));
  file(
    'rehashed.json',
    JSON.stringify({ ...policy, hash: policy.hash.replace(/.$/, (last) => (last === '0' ? '1' : '0')) }),
  );
  for (const [name, sentence] of [
    ['nowhere.md', /^mingshi: nowhere\.md cannot be read: there is no such file/],
    ['broken.json', /^mingshi: broken\.json is no JSON: /],
    ['other.json', /^mingshi: other\.json: policy\/unknown-schema .+ \(other\/1\)$/m],
    ['forged.json', /^mingshi: forged\.json: policy\/words-mismatch /],
    ['rehashed.json', /^mingshi: rehashed\.json: policy\/hash-mismatch .+ \(sha256:[0-9a-f]+\)$/m],
    [
      'weather.txt',
      /^weather\.txt:1:1: error policy\/not-a-policy .+\nmingshi: weather\.txt is not compared\.$/m,
    ],
  ]) {
    const { status, stdout, stderr } = mingshi(['diff', 'old.md', name]);
    assert.deepEqual([status, stdout], [1, ''], name);
    assert.match(stderr, sentence);
  }
});

test('a material change under the same version is told to ask nobody again, in every format', () => {
  file('kept.md', replaced(OLD, '手机号码和预约时段', '手机号码、身份证号码和预约时段'));
  const words = '版本号未变（1.4.0）：应用不会再次征求同意，请先更改版本号。';
  const told = (...args) => mingshi(['diff', ...args]);
  const text = told('old.md', 'kept.md');
  assert.equal(text.status, 10);
  assert.ok(text.stdout.includes(`\n\n${words}\n须重新征得同意`), text.stdout);
  assert.match(told('old.md', 'kept.md', '--format', 'markdown').stdout, /^版本号未变（1\\?\.4\\?\.0）/m);
  const json = JSON.parse(told('old.md', 'kept.md', '--format', 'json').stdout);
  assert.deepEqual(json.hints, [{ code: 'version-kept', sentence: words }]);
  for (const other of ['more.md', 'address.md'])
    assert.ok(!told('old.md', other).stdout.includes('版本号未变'));
  const english = sampleText('en');
  file(
    'kept.en.md',
    replaced(english, 'sign-in password and SMS', 'sign-in password, date of birth and SMS'),
  );
  file('first.en.md', english);
  assert.match(
    told('first.en.md', 'kept.en.md').stdout,
    /^The version is the same \(.+\): the app will not ask/m,
  );
});

test('two versions named the wrong way round are told so at the top', () => {
  const swapped = mingshi(['diff', 'more.md', 'old.md']).stdout;
  assert.equal(swapped.split('\n')[2], '第二个文件比第一个旧：应先写旧的、后写新的，是否写反了？');
  assert.ok(!mingshi(['diff', 'old.md', 'more.md']).stdout.includes('是否写反了'));
});

test('neither policy is written over, and two languages are refused as no two versions', () => {
  const over = mingshi(['diff', 'old.md', 'more.md', '-o', './more.md']);
  assert.deepEqual([over.status, readFileSync(join(folder, 'more.md'), 'utf8')], [1, MORE]);
  file('english.md', sampleText('en'));
  const { status, stdout, stderr } = mingshi(['diff', 'old.md', 'english.md']);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(
    stderr,
    /^mingshi: old\.md is in zh-Hans, .* in en: these are no two versions of one document\.\n$/,
  );
});

test('wrong use exits with 2', () => {
  for (const args of [
    ['diff'],
    ['diff', 'old.md'],
    ['diff', 'a', 'b', 'c'],
    ['diff', '-', '-'],
    ['diff', 'old.md', 'more.md', '--format', 'pdf'],
    ['diff', 'old.md', 'more.md', '--id', 'x'],
    ['compile', 'old.md', '--format', 'sarif'],
  ]) {
    const { status, stdout, stderr } = mingshi(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^mingshi: .+\nTry `mingshi --help`\.\n$/);
  }
});

test('--help tells of diff, its formats and its exit code', () => {
  const { stdout } = mingshi(['--help']);
  for (const words of [
    'mingshi diff <old> <new>',
    '--format <format>',
    'text',
    'json',
    'markdown',
    '10 diff found',
  ])
    assert.ok(stdout.includes(words), words);
});
