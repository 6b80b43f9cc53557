// What `mingshi compile` takes for a policy: by the first bytes, by the name, from standard input, compiled already.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { commandLine } from '../../support/command-line.mjs';
import { policyAsPdf } from '../../support/policy-as-pdf.mjs';

const fromRoot = (path) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const { folder, run: mingshi, file } = commandLine('source');
const POLICY =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。\n\n一、收集\n\n我们收集您的手机号码，用于登录。\n';

test('the first bytes count more than the name, and a name that says another thing is told', () => {
  for (const [name, bytes, sentence] of [
    [
      'a-pdf.txt',
      '%PDF-1.7\nnothing',
      /^mingshi: a-pdf\.txt is a PDF file by its first bytes, whatever its name says/,
    ],
    [
      'a-zip.pdf',
      'PK\x03\x04nothing',
      /^mingshi: a-zip\.pdf is a \.docx \(ZIP\) file by its first bytes, whatever/,
    ],
    [
      'an-old-one.docx',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      /^mingshi: an-old-one\.docx is a Word 97–2003 \(\.doc\) file/,
    ],
    ['rich.md', '{\\rtf1 }', /^mingshi: rich\.md is an RTF file by its first bytes: save it as/],
    [
      'a-text.docx',
      POLICY,
      /^mingshi: a-text\.docx is named \.docx, but its first bytes are not those of a \.docx/,
    ],
    [
      'a-text.pdf',
      POLICY,
      /^mingshi: a-text\.pdf is named \.pdf, but its first bytes are not those of a PDF file/,
    ],
  ]) {
    const { status, stdout, stderr } = mingshi([
      'compile',
      file(name, Buffer.from(bytes, bytes === POLICY ? 'utf8' : 'latin1')),
    ]);
    assert.deepEqual([status, stdout], [1, ''], name);
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\bat .+:\d+:\d+\)?$/m);
  }
  const told = (args) => mingshi(['compile', ...args]).stderr;
  assert.match(
    told(['a-pdf.txt', '--media-type', 'md']),
    /is a PDF file by its first bytes, not text\/markdown: leave --media-type out/,
  );
  assert.match(
    told([file('b2.md', POLICY), '--media-type', 'pdf']),
    /is to be read as application\/pdf, but its first bytes are not/,
  );
});

test('standard input is read by its first bytes, by --media-type, or as text', () => {
  const mediaType = (args, input) =>
    JSON.parse(mingshi(['compile', '-', ...args], input).stdout).source.mediaType;
  assert.equal(mediaType([], POLICY), 'text/plain');
  assert.equal(mediaType(['--media-type', 'md'], POLICY), 'text/markdown');
  assert.equal(mediaType(['--media-type', 'text/html'], `<p>${POLICY}</p>`), 'text/html');
  assert.equal(mediaType([], `<!doctype html>\n<h1>青禾隐私政策</h1><p>${POLICY}</p>`), 'text/html');
  assert.match(mingshi(['compile', '-'], '%PDF-1.7').stderr, /compiler\/not-a-pdf|compiler\/reader-missing/);
});

test('a compiled policy is not compiled again; a summary of it is what its text gives', () => {
  mingshi(['compile', file('done.txt', POLICY), '-o', 'done.json']);
  const again = mingshi(['compile', 'done.json']);
  assert.deepEqual([again.status, again.stdout], [1, '']);
  assert.match(again.stderr, /^mingshi: done\.json is compiled already: /);
  const [json, text] = ['done.json', 'done.txt'].map((name) =>
    mingshi(['compile', name, '--format', 'text']),
  );
  assert.deepEqual([json.status, json.stdout, json.stderr], [0, text.stdout, '']);
  const changed = mingshi(['compile', 'done.json', '--format', 'text', '--id', 'x']);
  assert.match(changed.stderr, /^mingshi: done\.json is compiled already: .+ not changed by options/);
  const other = mingshi(['compile', file('other.json', '{"schema": "x"}'), '--format', 'text']);
  assert.match(other.stderr, /^mingshi: other\.json: policy\/unknown-schema /);
});

test('JSON that is no policy is told to be none, and what is wrong with it', () => {
  file('hello.json', '{"hello":1}');
  for (const args of [[], ['--watch', '-o', 'out.json'], ['--format', 'text', '--id', 'x']]) {
    const { status, stdout, stderr } = mingshi(['compile', 'hello.json', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(
      stderr,
      /^mingshi: hello\.json is no policy and no text: policy\/invalid .+ schema should be a string\.\n$/,
    );
  }
});

test('a file that is cut off ends in its size with a unit', () => {
  const { status, stderr } = mingshi(['compile', file('cut.docx', `PK\x03\x04${'x'.repeat(96)}`)]);
  assert.equal(status, 1);
  assert.match(stderr, /compiler\/not-a-docx .+ \(100 bytes\)\n$/);
});

test('where a parser is not installed, the package and how to get it are named', () => {
  const bare = join(folder, 'bare');
  cpSync(fileURLToPath(new URL('../../../build/src', import.meta.url)), join(bare, 'src'), {
    recursive: true,
  });
  writeFileSync(join(bare, 'package.json'), '{"type": "module"}');
  writeFileSync(join(bare, 'page.html'), `<h1>青禾隐私政策</h1><p>${POLICY}</p>`);
  const main = join(bare, 'src/cli/main.js');
  const { status, stderr } = spawnSync(process.execPath, [main, 'compile', 'page.html'], {
    cwd: bare,
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /^mingshi: page\.html: compiler\/reader-missing .*parse5.*\(npm install parse5\)$/m);
  writeFileSync(join(bare, 'plain.txt'), POLICY);
  const plain = spawnSync(process.execPath, [main, 'compile', 'plain.txt'], { cwd: bare, encoding: 'utf8' });
  assert.equal(plain.status, 0, plain.stderr);
});

test('a PDF is compiled, and its places are pages and lines', () => {
  const clinic = readFileSync(fromRoot('demo/policies/sample-clinic.zh-Hans.md'), 'utf8');
  const { status, stdout, stderr } = mingshi([
    'compile',
    file('clinic.pdf', policyAsPdf(clinic)),
    '--format',
    'text',
  ]);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /第几页第几行。$/m);
  assert.match(stdout, /^个人信息处理者 {2}柳叶示例门诊部有限公司（第1页第\d+行）$/m);
  assert.match(stdout, /（第2页第\d+行）$/m);
  for (const line of stderr.split('\n').filter((one) => one.startsWith('clinic.pdf')))
    assert.match(line, /^clinic\.pdf:page \d+, line \d+: (?:info|warning) /);
  const named = mingshi(['compile', file('clinic.txt', policyAsPdf(clinic)), '-o', 'clinic.json']);
  assert.match(
    named.stderr,
    /^mingshi: clinic\.txt is a PDF file by its first bytes, whatever its name says, and is read as one\.$/m,
  );
  assert.equal(
    JSON.parse(readFileSync(join(folder, 'clinic.json'), 'utf8')).source.mediaType,
    'application/pdf',
  );
});

test('a .docx is compiled, from standard input too', () => {
  const bytes = readFileSync(fromRoot('test/fixtures/documents/qinghe.zh-Hans.docx'));
  const { status, stdout, stderr } = mingshi(['compile', '-', '--format', 'text'], bytes);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /从来源文件取出的文字中的位置/);
  assert.match(stdout, /^个人信息处理者 {2}\S+公司（\d+:\d+）$/m);
});
