// PDF files of programs that people use, and our sample policies as PDFs, tell what their sources tell. How the files were made is told
// in test/fixtures/documents/README.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePolicy, MEDIA_TYPE_OF_ENDING } from '../../../build/src/compiler/index.js';
import { readPdf } from '../../../build/src/compiler/pdf/read-pdf.js';
import { tellPosition } from '../../../build/src/policy/source-position.js';
import { marked } from '../../support/docx-file.mjs';
import { policyAsPdf } from '../../support/policy-as-pdf.mjs';
import { assertSameEmphasis, assertSameFacts } from '../../support/same-facts.mjs';

const read = (path, encoding) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), encoding);
const document = (name) => new Uint8Array(read(`test/fixtures/documents/${name}`));
const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(read('src/policy/schema.json', 'utf8')));
const compile = (ending, content) =>
  compilePolicy({ name: `policy.${ending}`, mediaType: MEDIA_TYPE_OF_ENDING[ending], ...content });
const sample = (name) => read(`demo/policies/${name}.md`, 'utf8');

function assertWhole(pdf) {
  assert.deepEqual(
    pdf.diagnostics.filter(({ severity }) => severity !== 'info'),
    [],
  );
  assert.equal(isValid(pdf), true, JSON.stringify(isValid.errors));
  for (const { source } of pdf.diagnostics)
    assert.ok(source.page >= 1 && source.page <= pdf.source.pages.length);
}

for (const name of ['sample-bank.zh-Hans', 'sample-bank.en', 'sample-clinic.zh-Hans']) {
  test(`${name} set as a PDF whose fonts are not embedded: facts, sections and emphasis of its Markdown`, async () => {
    const pdf = await compile('pdf', { bytes: policyAsPdf(sample(name)) });
    const markdown = await compile('md', { text: sample(name) });
    assertSameFacts(pdf, markdown);
    assertSameEmphasis(pdf, markdown);
    assertWhole(pdf);
  });
}

const REMAKE = 'the sample policy has changed since its PDF was made: node test/fixtures/documents/make.mjs';

// English: printed by Chromium, tagged. Chinese: exported by LibreOffice, untagged, its bold made of an outline.
for (const language of ['en', 'zh-Hans']) {
  test(`sample-bank.${language}.pdf: facts, sections and emphasis of its Markdown`, async () => {
    const pdf = await compile('pdf', { bytes: document(`sample-bank.${language}.pdf`) });
    const markdown = await compile('md', { text: sample(`sample-bank.${language}`) });
    const bare = ({ text }) => text.replace(/[\s*•]/gu, '');
    assert.ok(bare(pdf) === bare(markdown), REMAKE);
    assertSameFacts(pdf, markdown);
    assertSameEmphasis(pdf, markdown);
    assertWhole(pdf);
  });
}

test('the words of a PDF alone tell the same facts', async () => {
  const pdf = await compile('pdf', { bytes: document('sample-bank.zh-Hans.pdf') });
  assertSameFacts(await compile('txt', { text: pdf.text }), pdf);
});

test('a tagged export of LibreOffice: headings, contents, lists, the table, and the frame in its place', async () => {
  const text = marked(await readPdf(document('qinghe.zh-Hans.tagged.pdf')));
  for (const line of [
    '{B:青禾记账隐私政策}',
    '{T:三、第三方 SDK}',
    '{H1:一、我们收集的信息}',
    '{H2:（二）扫描小票}',
    '{I1:1. 相机权限：用于扫描小票。如您拒绝，您无法扫描，但可以手动输入。}',
    '{I1:在“我的-设置-注销”中注销账号。}',
    '{R:晚风统计 SDK|绍兴晚风示例网络有限公司|定位崩溃的原因|崩溃日志}',
  ])
    assert.ok(text.includes(line), `${line}\nis not in\n${text}`);
  assert.match(text, /\{B:表外没有其他 SDK\}/);
  assert.match(text, /上述操作不收取费用。\s+我们会在15个工作日内答复您的请求。/);
  assert.doesNotMatch(text, /3 年|内部稿/);
});

test('the same export without tags tells the same facts', async () => {
  const [plain, tagged] = await Promise.all(
    ['qinghe.zh-Hans.pdf', 'qinghe.zh-Hans.tagged.pdf'].map((name) =>
      compile('pdf', { bytes: document(name) }),
    ),
  );
  for (const name of ['title', 'publisher', 'dates', 'permissions', 'contacts', 'withdrawals'])
    assert.deepEqual(
      JSON.stringify(plain[name]).replace(/"(?:start|end)":\d+/g, ''),
      JSON.stringify(tagged[name]).replace(/"(?:start|end)":\d+/g, ''),
      name,
    );
  assert.equal(plain.thirdParties.length, 3);
});

test('a .docx and its export as a PDF without tags tell the same facts', async () => {
  const pdf = await compile('pdf', { bytes: document('qinghe.en.pdf') });
  assertSameFacts(pdf, await compile('docx', { bytes: document('qinghe.en.docx') }));
});

test('a scan, and an encrypted file, are refused in a sentence that says what to do', async () => {
  await assert.rejects(readPdf(document('scan.pdf')), {
    code: 'compiler/no-words-in-pdf',
    message: /Run text recognition/,
  });
  await assert.rejects(readPdf(document('encrypted.pdf')), {
    code: 'compiler/encrypted-pdf',
    message: /save it without one/,
  });
});

test('a place in a PDF is told by page and line', async () => {
  const { source, diagnostics } = await compile('pdf', { bytes: document('sample-bank.en.pdf') });
  assert.ok(source.pages.length > 5);
  assert.equal(tellPosition(diagnostics[0].source), 'page 1, line 7');
});
