// `mingshi audit` as a person at a terminal, and a CI service, see it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../support/command-line.mjs';
import Ajv from 'ajv';
import { sarifShape } from '../../support/sarif-shape.mjs';

const SAMPLE = fileURLToPath(new URL('../../../demo/policies/sample-bank.zh-Hans.md', import.meta.url));
const { folder, run: mingshi, file } = commandLine('audit');
const sample = readFileSync(SAMPLE, 'utf8');
const GOOD = file('good policy.md', sample);
const BAD = file(
  'bad.md',
  sample.replace(
    '## 十四、联系我们与投诉',
    '更新后您继续使用手机银行的，即视为同意更新后的政策。\n\n手机银行不提供注销服务。\n\n## 十四、联系我们与投诉',
  ),
);
const lineOf = (words) =>
  readFileSync(join(folder, BAD), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(words)) + 1;

test('a clean policy exits with 0 and says so', () => {
  const { status, stdout, stderr } = mingshi(['audit', GOOD]);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /示例银行手机银行隐私政策 \(good policy\.md, pipl\)\n没有发现问题/);
});

test('errors come first, each with line and column, words, law and mend; the exit code is 11', () => {
  const { status, stdout } = mingshi(['audit', BAD]);
  assert.equal(status, 11);
  const line = lineOf('继续使用手机银行的，即视为');
  assert.match(
    stdout,
    new RegExp(`错误[^\\n]*\\(1\\)\\n\\n {2}bad\\.md:${line}:\\d+ {2}R-C2 consent/assumed\\n`),
  );
  assert.match(stdout, /“继续使用手机银行的，即视为同意/);
  assert.match(stdout, /改法：.+\n {4}依据：《个人信息保护法》第14条/);
  assert.ok(stdout.indexOf('错误') < stdout.indexOf('警告'));
});

test('warnings alone exit with 0', () => {
  const only = file('warned.md', sample.replace('## 十四、', '手机银行不提供注销服务。\n\n## 十四、'));
  const { status, stdout } = mingshi(['audit', only]);
  assert.equal(status, 0);
  assert.match(stdout, /R-C11 rights\/no-closure-in-app/);
});

test('a compiled policy is audited like its text, by the lines of that text', () => {
  mingshi(['compile', BAD, '-o', 'bad.json']);
  const [compiled, text] = [mingshi(['audit', 'bad.json']), mingshi(['audit', BAD])];
  assert.deepEqual(compiled, text);
});

test('JSON has the findings with their places, in both languages', () => {
  const { stdout } = mingshi(['audit', BAD, '--format', 'json']);
  const report = JSON.parse(stdout);
  assert.deepEqual(
    [report.schema, report.profile, report.counts],
    ['mingshi.audit/1', 'pipl', { error: 1, warning: 1, info: 0 }],
  );
  const [first] = report.findings;
  assert.equal(first.source.line, lineOf('继续使用手机银行的，即视为'));
  assert.ok(first.sentence.zh && first.sentence.en && first.law.en && first.mend.en);
});

test('SARIF fits the 2.1.0 schema, and each result points at its rule and its words', () => {
  mingshi(['audit', BAD, file('app.json', '{"gate": false}'), '--format', 'sarif', '-o', 'out.sarif']);
  const log = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8'));
  const validate = new Ajv({ strict: false, allErrors: true }).compile(sarifShape);
  assert.ok(validate(log), JSON.stringify(validate.errors));
  const [{ tool, results }] = log.runs;
  assert.equal(results.length, 3);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
  const assumed = results.find(({ ruleId }) => ruleId === 'R-C2/consent/assumed');
  const { region, artifactLocation } = assumed.locations[0].physicalLocation;
  const line = readFileSync(join(folder, BAD), 'utf8').split('\n')[region.startLine - 1];
  assert.equal(line.slice(region.startColumn - 1, region.endColumn - 1), region.snippet.text);
  assert.deepEqual([assumed.level, artifactLocation.uri], ['error', 'bad.md']);
  const declared = results.find(({ ruleId }) => ruleId === 'R-N1/gate/none').locations[0];
  assert.equal(declared.physicalLocation.artifactLocation.uri, 'app.json');
  assert.equal(declared.logicalLocations[0].fullyQualifiedName, 'gate');
});

test('the paths of a SARIF log are addresses, and contradictions show their other place', () => {
  const twice = file('two words.md', sample.split('400-000-1114').join('400-000-1113'));
  const log = JSON.parse(mingshi(['audit', twice, '--format', 'sarif']).stdout);
  const validate = new Ajv({ strict: false }).compile(sarifShape);
  assert.ok(validate(log), JSON.stringify(validate.errors));
  const [result] = log.runs[0].results;
  assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, 'two%20words.md');
  assert.equal(result.relatedLocations[0].physicalLocation.region.snippet.text, '400-000-1113');
  const absolute = JSON.parse(mingshi(['audit', join(folder, twice), '--format', 'sarif']).stdout);
  assert.match(
    absolute.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri,
    /^file:\/\/\/.+two%20words\.md$/,
  );
});

test('the configuration’s findings name its file and field', () => {
  const config = file('config.json', '{"permissions": [{"kind": "camera", "when": "launch"}]}');
  const { status, stdout } = mingshi(['audit', GOOD, config]);
  assert.equal(status, 11);
  assert.match(stdout, /config\.json: permissions\[0\]\.when {2}R-P1 permission\/asked-at-launch/);
});

test('--profile gdpr holds it against the GDPR', () => {
  assert.match(mingshi(['audit', BAD, '--profile', 'gdpr']).stdout, /依据：GDPR 第4条第11项/);
});

test('the text may come from standard input', () => {
  const { status, stdout } = mingshi(['audit', '-', '--media-type', 'text/markdown'], sample);
  assert.equal(status, 0);
  assert.match(stdout, /\(standard input, pipl\)/);
});

test('what cannot be read is one sentence with the file, the code and the value, no stack', () => {
  mingshi(['compile', GOOD, '-o', 'good.json']);
  const tampered = JSON.parse(readFileSync(join(folder, 'good.json'), 'utf8'));
  tampered.text = tampered.text.replace('示例银行手机银行 App', '示例银行手机银行 Apq');
  for (const [args, words] of [
    [['nowhere.md'], /nowhere\.md cannot be read: there is no such file/],
    [[file('broken.json', '{')], /broken\.json is no JSON/],
    [[file('other.json', '{"schema": "x"}')], /other\.json: policy\/unknown-schema .+\(x\)/],
    [[file('tampered.json', JSON.stringify(tampered))], /tampered\.json: policy\//],
    [
      [GOOD, file('typo.json', '{"gatte": true}')],
      /typo\.json: audit\/invalid-configuration .+no field gatte/,
    ],
    [[GOOD, '-o', GOOD], /is the policy or the configuration: name another file/],
    [[file('poem.txt', '今天天气很好。')], /poem\.txt is not audited/],
  ]) {
    const { status, stdout, stderr } = mingshi(['audit', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
    assert.doesNotMatch(stderr, /\bat .+:\d+:\d+\)?$/m);
  }
});

test('wrong use exits with 2, and --help tells the options and exit codes', () => {
  for (const args of [
    [],
    [GOOD, 'a', 'b'],
    [GOOD, '--profile', 'ccpa'],
    [GOOD, '--format', 'xml'],
    [GOOD, '--id', 'a'],
  ]) {
    const { status, stdout, stderr } = mingshi(['audit', ...args]);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /Try `mingshi --help`/);
  }
  const { stdout } = mingshi(['--help']);
  for (const words of [
    '--profile',
    'sarif',
    '11 audit found an error',
    'mingshi audit <policy> [configuration]',
  ])
    assert.ok(stdout.includes(words), words);
});
