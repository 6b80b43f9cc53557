// `mingshi compile` as a person at a terminal sees it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../support/command-line.mjs';
import { readPolicy } from '../../../build/src/policy/read-policy.js';

const MAIN = fileURLToPath(new URL('../../../build/src/cli/main.js', import.meta.url));
const { folder, run: mingshi, file } = commandLine('cli');
const POLICY =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。\n\n一、收集\n\n我们收集您的手机号码，用于登录。\n';

test('a text becomes Policy JSON on standard output, and nothing else stands there', () => {
  const { status, stdout, stderr } = mingshi(['compile', file('qinghe.txt', POLICY)]);
  const policy = readPolicy(JSON.parse(stdout));
  assert.equal(status, 0);
  assert.deepEqual([policy.id, policy.sections.length, policy.source.mediaType], ['qinghe', 1, 'text/plain']);
  assert.match(stderr, /^qinghe\.txt:\d+:\d+: (?:info|warning) [a-z/-]+ .+\.$/m);
});

test('-o writes the file, and standard output stays empty', () => {
  const { status, stdout } = mingshi(['compile', file('a.txt', POLICY), '-o', 'a.json']);
  assert.deepEqual([status, stdout], [0, '']);
  readPolicy(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8')));
});

test('the ending says how to read; --media-type overrules it; - is standard input', () => {
  const read = (args, input) => JSON.parse(mingshi(['compile', ...args], input).stdout);
  assert.equal(read([file('b.md', `# 青禾隐私政策\n\n${POLICY}`)]).source.mediaType, 'text/markdown');
  assert.equal(read([file('c.html', `<h1>青禾隐私政策</h1><p>${POLICY}</p>`)]).source.mediaType, 'text/html');
  assert.equal(read(['--media-type', 'text/plain', 'b.md']).source.mediaType, 'text/plain');
  assert.equal(read(['-'], POLICY).sections.length, 1);
});

test('diagnostics stand in the order of the text, each with the words concerned below, and are counted', () => {
  const lines = [
    '青禾隐私政策',
    '',
    '青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔',
    '细阅读以后再使用我们的服务。',
  ];
  for (let page = 1; page <= 4; page += 1)
    lines.push(
      '',
      `${page}、收集`,
      '我们收集您的手机号码，用于登录和核对您的身份，您可以随时在设',
      '置中更正。',
      `第 ${page} 页`,
    );
  const { stderr } = mingshi(['compile', file('pages.txt', lines.join('\n'))]);
  const places = [...stderr.matchAll(/^pages\.txt:(\d+):(\d+): /gm)].map(
    ([, line, column]) => line * 1e6 + Number(column),
  );
  assert.ok(places.length >= 4, stderr);
  assert.deepEqual(
    places,
    [...places].sort((one, other) => one - other),
  );
  assert.match(stderr, /^pages\.txt:9:1: info layout\/page-number .+\n {4}第 1 页$/m);
  assert.match(stderr, /^mingshi: (?:\d+ warnings?, )?\d+ notes? in pages\.txt\.$/m);
});

test('what a terminal would act upon is not shown as it is', () => {
  const acting =
    '我们收集您的\u202e设备信息\u202c，\u001b[31m用于\u001b]0;x\u0007保障您的账号的安全，如您拒绝，您将无法登录。';
  const { stderr, stdout } = mingshi([
    'compile',
    file('acting.txt', `${POLICY}\n二、设备\n\n${'我们采取措施保护您的信息。'.repeat(30)}\n\n${acting}\n`),
    '--format',
    'text',
  ]);
  assert.match(stdout, /设备信息/);
  assert.doesNotMatch(stdout + stderr, /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
});

test('a policy.json is never half of one: it is written beside and put in its place', () => {
  const long = POLICY + '我们收集您的手机号码，用于登录。\n'.repeat(3000);
  mingshi(['compile', file('atomic.txt', long), '-o', 'atomic.json']);
  const before = statSync(join(folder, 'atomic.json'));
  chmodSync(join(folder, 'atomic.json'), 0o640);
  mingshi(['compile', 'atomic.txt', '-o', 'atomic.json']);
  const after = statSync(join(folder, 'atomic.json'));
  if (process.platform !== 'win32') {
    assert.notEqual(after.ino, before.ino);
    assert.equal(after.mode & 0o777, 0o640);
  }
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.includes('.tmp')),
    [],
  );
});

test(
  'a link to the output is followed, and a device is written to',
  { skip: process.platform === 'win32' && 'no links' },
  () => {
    file('real.json', '{}');
    symlinkSync('real.json', join(folder, 'link.json'));
    mingshi(['compile', file('linked.txt', POLICY), '-o', 'link.json']);
    assert.ok(lstatSync(join(folder, 'link.json')).isSymbolicLink());
    readPolicy(JSON.parse(readFileSync(join(folder, 'real.json'), 'utf8')));
    assert.equal(mingshi(['compile', 'linked.txt', '-o', '/dev/null']).status, 0);
    assert.ok(!lstatSync('/dev/null').isFile());
  },
);

test('what the host declares is written down', () => {
  const args = ['--id', 'q', '--kind', 'authorization', '--policy-version', '2.1', '--language', 'zh-Hans'];
  const policy = JSON.parse(mingshi(['compile', file('d.txt', POLICY), ...args]).stdout);
  assert.deepEqual(
    [policy.id, policy.kind, policy.version, policy.language],
    ['q', 'authorization', '2.1', 'zh-Hans'],
  );
});

test('a policy without a version is told apart by the latest date it states', () => {
  const dated = `${POLICY}更新日期：2026年3月1日\n生效日期：2026年4月1日\n`;
  assert.equal(JSON.parse(mingshi(['compile', file('dated.txt', dated)]).stdout).version, '2026-04-01');
  assert.equal(JSON.parse(mingshi(['compile', file('undated.txt', POLICY)]).stdout).version, undefined);
});

test('the policy itself is never written over, and a format that is no text is named', () => {
  const source = file('kept.md', POLICY);
  const over = mingshi(['compile', source, '-o', `./${source}`]);
  assert.deepEqual([over.status, readFileSync(join(folder, source), 'utf8')], [1, POLICY]);
  assert.match(over.stderr, /is the policy itself/);
  const old = mingshi(['compile', file('policy.wps', POLICY)]);
  assert.equal(old.status, 1);
  assert.match(
    old.stderr,
    /^mingshi: policy\.wps is a \.wps file: save it as \.docx, PDF, HTML, Markdown or text/,
  );
  assert.match(mingshi(['compile', source, '--id', '']).stderr, /^mingshi: --id is empty/);
});

test('a text that is no policy, and an empty one, are told and exit with 1', () => {
  for (const [words, code] of [
    ['', 'policy/empty'],
    ['今天天气很好。', 'policy/not-a-policy'],
    ['\0\u0001\u0002ELF\0'.repeat(40), 'policy/no-text'],
  ]) {
    const { status, stderr, stdout } = mingshi(['compile', file('e.txt', words)]);
    assert.equal(status, 1);
    assert.match(stderr, new RegExp(`^e\\.txt:1:1: error ${code} `, 'm'));
    assert.equal(stdout, '', 'nothing is written that nobody may be asked about');
  }
});

test('a file that is not there, a folder and a file that cannot be written are one sentence each, no stack', () => {
  const cases = [
    ['compile', 'nowhere.txt'],
    ['compile', '.'],
    ['compile', file('f.txt', POLICY), '-o', 'no/such/folder/out.json'],
    ['compile', 'f.txt', '-o', '.'],
  ];
  for (const args of cases) {
    const { status, stderr } = mingshi(args);
    assert.equal(status, 1, args.join(' '));
    assert.match(stderr, /^mingshi: .* cannot be (?:read|written): .+\.$/m);
    assert.doesNotMatch(stderr, /\bat .+:\d+:\d+\)?$/m);
  }
});

test(
  'a file without read permission is told',
  { skip: process.getuid?.() === 0 && 'root may read everything' },
  () => {
    chmodSync(join(folder, file('g.txt', POLICY)), 0o000);
    assert.match(mingshi(['compile', 'g.txt']).stderr, /access is denied/);
  },
);

test('wrong use exits with 2 and points to the help', () => {
  for (const args of [
    [],
    ['build'],
    ['compile'],
    ['compile', 'a', 'b'],
    ['compile', 'a', '--bogus'],
    ['compile', 'a', '--kind', 'poem'],
    ['compile', 'a', '-o'],
    ['compile', 'a', '--format', 'pdf'],
    ['compile', 'a', '--language', 'fr'],
    ['compile', 'a', '--media-type', 'rtf'],
    ['compile', 'a', '--profile', 'pipl'],
    ['compile', 'a', '--watch'],
    ['compile', 'a', '--watch', '-o', '-'],
    ['compile', '-', '--watch', '-o', 'b'],
    ['compile', ''],
  ]) {
    const { status, stdout, stderr } = mingshi(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^mingshi: .+\nTry `mingshi --help`\.\n$/);
  }
});

test('--help shows every option, --version the package’s version', () => {
  const { status, stdout } = mingshi(['--help']);
  assert.equal(status, 0);
  for (const option of [
    '--output',
    '--format',
    '--watch',
    '--id',
    '--kind',
    '--policy-version',
    '--language',
    '--media-type',
  ])
    assert.ok(stdout.includes(option));
  const alone = mingshi(['compile', '--help']).stdout;
  assert.ok(alone.includes('--watch') && !alone.includes('--profile') && !alone.includes('mingshi diff'));
  const { version } = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../../package.json', import.meta.url)), 'utf8'),
  );
  assert.equal(mingshi(['--version']).stdout, `${version}\n`);
});

test('a reader that stops early is no failure', { skip: process.platform === 'win32' && 'no sh' }, () => {
  file('h.txt', POLICY.repeat(400));
  const line = `"${process.execPath}" "${MAIN}" compile h.txt 2>errors.txt | head -c 10; cat errors.txt`;
  const { stdout } = spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
  assert.doesNotMatch(stdout, /EPIPE|Error/);
});
