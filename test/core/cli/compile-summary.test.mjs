// What `mingshi compile --format text|markdown` tells a person, and whether each line can be traced.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { EN } from '../../../build/src/cli/compile/summary/words-en.js';
import { ZH } from '../../../build/src/cli/compile/summary/words-zh.js';
import { renderMarkdown } from '../../../build/src/cli/compile/summary/render-markdown.js';
import { renderText } from '../../../build/src/cli/compile/summary/render-text.js';
import { summarise } from '../../../build/src/cli/compile/summary/summarise.js';
import { unpainted } from '../../../build/src/cli/people/colours.js';
import { oneLine } from '../../../build/src/cli/people/one-line.js';
import { columnsOf } from '../../../build/src/cli/people/wrap.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { sourcePosition } from '../../../build/src/policy/source-position.js';

const fromRoot = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const MAIN = fromRoot('build/src/cli/main.js');
const SEEDS = fromRoot('../shared/seeds');
const folder = mkdtempSync(join(tmpdir(), 'mingshi-summary-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const mingshi = (args) => spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
const read = async (path) => {
  const mediaType = path.endsWith('.md') ? 'text/markdown' : 'text/plain';
  return compilePolicy({ name: path.split('/').pop(), mediaType, bytes: new Uint8Array(readFileSync(path)) });
};
const cellsOf = ({ facts, parts }) => [
  ...facts.map(({ cell }) => cell),
  ...parts.flatMap(({ groups }) =>
    groups.flatMap(({ title, entries }) => [
      ...(title ? [[title]] : []),
      ...entries.flatMap(({ head, fields }) => [head, ...fields.map(({ cell }) => cell)]),
    ]),
  ),
];
const tablesOf = (markdown) =>
  fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  }).children.filter(({ type }) => type === 'table');

const SAMPLES = ['sample-bank.zh-Hans.md', 'sample-bank.en.md', 'sample-clinic.zh-Hans.md'].map((name) =>
  fromRoot(`demo/policies/${name}`),
);
const documents = [
  ...SAMPLES,
  ...(existsSync(SEEDS) ? readdirSync(SEEDS).map((name) => join(SEEDS, name)) : []),
];

describe('whatever the document', () => {
  for (const path of documents) {
    const name = path.split('/').pop();

    test(`${name}: every line with words of the policy says where in the source they begin`, async () => {
      const policy = await read(path);
      const source = readFileSync(path, 'utf8');
      const starts = policy.source.lines;
      const pieces = cellsOf(summarise(policy)).flat();
      const placed = pieces.filter(({ where }) => where);
      assert.ok(placed.length > 20, 'facts are told');
      for (const { words, where } of placed) {
        const offset = starts[where.line - 1] + where.column - 1;
        assert.equal(where.shown, `${where.line}:${where.column}`);
        const letter = [...words.replace(/^\d{4}-\d\d-\d\d（?(?: \()?/, '')][0] ?? source[offset];
        assert.equal(source.slice(offset, offset + letter.length), letter, `${where.shown} ${words}`);
      }
    });

    test(`${name}: no fact is left out, and the same is told as text and as Markdown`, async () => {
      const policy = await read(path);
      const summary = summarise(policy);
      const [text, markdown] = [renderText(summary, unpainted), renderMarkdown(summary)];
      const said = text.replace(/\s+/g, '');
      const plain = markdown.replace(/\\([\\`*_~[\]<>#|])/g, '$1').replace(/\s+/g, '');
      for (const words of [
        ...policy.permissions.flatMap(({ name, purpose, refusal }) => [name, purpose, refusal]),
        ...policy.thirdParties.flatMap((party) => Object.values(party)),
        ...policy.dataUses.flatMap((use) => Object.values(use)),
        ...policy.sensitive.items,
        ...policy.sensitive.statements,
        ...policy.crossBorder,
        ...policy.retention,
        ...policy.minors.statements,
        ...policy.rights.flatMap(({ way, deadline }) => [way, deadline]),
        ...policy.withdrawals.flatMap(({ text, path }) => [{ text }, path]),
        ...policy.contacts.map(({ value }) => ({ text: value })),
        ...policy.separateConsents,
        ...policy.alternatives,
        ...policy.jumps,
        ...policy.exemptions,
      ].filter(Boolean)) {
        const line = oneLine(words.text).replace(/\s+/g, '');
        assert.ok(said.includes(line), `text: ${line}`);
        assert.ok(plain.includes(line), `Markdown: ${line}`);
      }
    });

    test(`${name}: lines keep to a hundred columns, tables to their columns`, async () => {
      const summary = summarise(await read(path));
      for (const line of renderText(summary, unpainted).split('\n'))
        assert.ok(
          columnsOf(line) <= 100 ||
            /^\s*(?:\S+：)?[!-~]+(?:（[\d:]+）|\s\([\d:]+\))?$/.test(line) ||
            /sha256:/.test(line),
          line,
        );
      const tables = tablesOf(renderMarkdown(summary));
      assert.ok(tables.length >= 2);
      for (const { children } of tables)
        for (const row of children) assert.equal(row.children.length, children[0].children.length);
    });
  }

  test('the seeds are read too', { skip: !existsSync(SEEDS) && 'no ../shared/seeds here' }, () =>
    assert.equal(documents.length, SAMPLES.length + 5),
  );
});

const SPARSE = [
  '青禾隐私政策',
  '',
  '青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。',
  '',
  '一、权限',
  '',
  '1. 相机权限：用于扫描二维码。',
  '2. 麦克风权限',
  '',
  '二、收集',
  '',
  '当您登录时，我们收集您的手机号码，用于核对您的身份。',
  '',
].join('\n');

describe('what is missing', () => {
  const file = (name, words) => {
    writeFileSync(join(folder, name), words);
    return name;
  };

  test('is said to be missing, thing by thing and together, and never filled', () => {
    const { status, stdout } = mingshi(['compile', file('sparse.txt', SPARSE), '--format', 'text']);
    assert.equal(status, 0);
    for (const line of [
      /^个人信息处理者 {2}青禾科技有限公司（3:1）$/m,
      /^产品 +未说明$/m,
      /^版本 +未说明$/m,
      /^生效日期 +未说明$/m,
      /^撤回同意：未说明$/m,
      /^第三方：未说明$/m,
      /^ {2}1\. {2}相机权限（7:4）\n {6}种类：相机\n {6}目的：用于扫描二维码（7:9）\n {6}未说明：拒绝的影响$/m,
      /^文本没有说明的事项（\d+）$/m,
      /^ {2}- 如何撤回同意$/m,
      /^ {2}- 版本号$/m,
      /^ {2}- 处理者的联系方式$/m,
    ])
      assert.match(stdout, line);
  });

  test('a version that is only the date says so', () => {
    const dated = `${SPARSE}\n更新日期：2026年3月1日\n生效日期：2026年4月1日\n`;
    const { stdout } = mingshi(['compile', file('dated.txt', dated), '--format', 'text']);
    assert.match(stdout, /^版本 +2026-04-01（文本未写版本号，以最近的日期区分）$/m);
    assert.match(stdout, /^更新日期 +2026-03-01（2026年3月1日）（\d+:6）$/m);
    assert.match(stdout, /^ {2}- 版本号$/m);
  });

  test('an English policy is told of in English', () => {
    const { stdout } = mingshi(['compile', SAMPLES[1], '--format', 'text']);
    assert.match(stdout, /^Handler of the data {2}Sample Bank Co\., Ltd\. \(\d+:\d+\)$/m);
    assert.match(stdout, /^ {6}Not stated: If refused$/m);
    assert.match(stdout, /^ {2}\d+ of \d+ collections: purpose not stated\. /m);
    assert.match(stdout, /^What the text does not state \(\d+\)$/m);
    const ours = stdout.split('\n').filter((line) => /[\u4e00-\u9fff]/.test(line));
    assert.deepEqual(ours, [], 'no Chinese of ours');
  });
});

test('third parties stand under the headings they are listed under, with their number', async () => {
  const { thirdParties } = await read(SAMPLES[0]);
  const { stdout } = mingshi(['compile', SAMPLES[0], '--format', 'markdown']);
  const heads = [...stdout.matchAll(/^### (.+)（(\d+)）（\d+:\d+）$/gm)].map(([, head, count]) => [
    head,
    Number(count),
  ]);
  assert.ok(heads.length >= 2, stdout.slice(0, 400));
  assert.equal(
    heads.reduce((sum, [, count]) => sum + count, 0),
    thirdParties.length,
  );
  assert.match(stdout, /^\| 名称 \| 主体 \| 目的 \| 信息 \| 联系方式 \| 隐私政策 \| 其他说明 \| 出处 \|$/m);
});

test('marked clauses are the author’s or a rule’s, which is named with what it means', () => {
  const { stdout } = mingshi(['compile', SAMPLES[0], '--format', 'text']);
  assert.match(stdout, /^ {2}作者加粗或加下划线（\d+）$/m);
  assert.match(stdout, /^ {2}R-N6 敏感个人信息（\d+）$/m);
  assert.match(stdout, /^ {2}R-C5 拒绝的后果（\d+）$/m);
});

test('rights that one sentence serves are told together', () => {
  const { stdout } = mingshi(['compile', SAMPLES[2], '--format', 'text']);
  assert.match(stdout, /^ {2}1\. {2}.*查阅.*\n {6}途径：/m);
  assert.match(stdout, /^ {6}期限：10个工作日内（\d+:\d+）$/m);
});

test('-o writes the summary; signs of Markdown in a policy stay signs', () => {
  writeFileSync(join(folder, 'signs.txt'), SPARSE.replace('手机号码', '手机号码*[x](y)|<b>'));
  const { status, stdout } = mingshi(['compile', 'signs.txt', '--format', 'markdown', '-o', 'signs.md']);
  assert.deepEqual([status, stdout], [0, '']);
  const written = readFileSync(join(folder, 'signs.md'), 'utf8');
  assert.match(written, /^# 青禾隐私政策\n\n> /);
  const tree = JSON.stringify(
    fromMarkdown(written, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }),
  );
  assert.doesNotMatch(tree, /"type":"(?:link|html|emphasis|image)"/);
});

test('places point into the text that was compiled', async () => {
  const policy = await read(SAMPLES[2]);
  const [{ name }] = policy.permissions;
  const { line, column } = sourcePosition(policy.source, name.span.start);
  assert.ok(renderText(summarise(policy), unpainted).includes(`${name.text}（${line}:${column}）`));
});

test('how many lack something is said as people say it: the only one, both, all, some', () => {
  const told = ({ incomplete }, code) =>
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [1, 4],
    ].map((of) => incomplete[code](...of));
  assert.deepEqual(told(EN, 'party-company'), [
    'The only third party: company not stated',
    'Both third parties: company not stated',
    'All 3 third parties: company not stated',
    '1 of 4 third parties: company not stated',
  ]);
  assert.equal(EN.incomplete['right-deadline'](1, 1), 'The only way to use a right: deadline not stated');
  assert.deepEqual(told(ZH, 'party-company'), [
    '唯一的第三方未说明主体',
    '2 个第三方均未说明主体',
    '3 个第三方均未说明主体',
    '4 个第三方中有 1 个未说明主体',
  ]);
});
