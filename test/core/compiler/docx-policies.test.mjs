// Our own sample policies as .docx files tell the same as their Markdown, and as their words alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePolicy, MEDIA_TYPE_OF_ENDING } from '../../../build/src/compiler/index.js';
import { policyAsDocx } from '../../support/policy-as-docx.mjs';
import { assertSameEmphasis, assertSameFacts } from '../../support/same-facts.mjs';

const read = (path, encoding) =>
  readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), encoding);
const isValid = new Ajv2020({ strict: true }).compile(JSON.parse(read('src/policy/schema.json', 'utf8')));
const compile = (ending, content) =>
  compilePolicy({ name: `policy.${ending}`, mediaType: MEDIA_TYPE_OF_ENDING[ending], ...content });

for (const name of ['sample-bank.zh-Hans', 'sample-bank.en', 'sample-clinic.zh-Hans']) {
  const markdown = read(`demo/policies/${name}.md`, 'utf8');
  const language = name.split('.')[1];

  test(`${name} as .docx: facts, sections and emphasis of its Markdown`, async () => {
    const bytes = await policyAsDocx(markdown, language);
    assert.ok(!Buffer.from(bytes).includes('第三方'), 'the file is packed');
    const [docx, source] = [await compile('docx', { bytes }), await compile('md', { text: markdown })];
    assertSameFacts(docx, source);
    assertSameEmphasis(docx, source);
    assert.deepEqual(
      docx.diagnostics.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.equal(isValid(docx), true, JSON.stringify(isValid.errors));
  });

  test(`${name} as .docx: its words alone tell the same facts`, async () => {
    const docx = await compile('docx', { bytes: await policyAsDocx(markdown, language) });
    assertSameFacts(await compile('txt', { text: docx.text }), docx);
  });
}
