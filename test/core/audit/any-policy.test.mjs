import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { auditPolicy } from '../../../build/src/audit/index.js';
import { PROFILES } from '../../../build/src/audit/profiles/index.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';

const read = (name) =>
  readFileSync(fileURLToPath(new URL(`../../../demo/policies/${name}`, import.meta.url)), 'utf8');
const compile = (text) =>
  compilePolicy({ name: 'any.md', mediaType: 'text/markdown', bytes: new TextEncoder().encode(text) });

const PIECES = [
  ...read('sample-bank.zh-Hans.md').split('\n'),
  ...read('sample-bank.en.md').split('\n'),
].filter(Boolean);

test('whatever is left of a policy, the audit answers, and every place is the text’s', async () => {
  const pieces = fc.array(fc.constantFrom(...PIECES, '\u0000', '（', '| a | b |', '等', '不同意'), {
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(pieces, fc.constantFrom('pipl', 'gdpr'), async (lines, profile) => {
      const policy = await compile(`# 隐私政策\n\n${lines.join('\n\n')}`);
      for (const finding of auditPolicy(policy, { profile })) {
        assert.match(finding.rule, /^R-[NCPJ]\d+$/);
        assert.match(finding.code, /^[a-z-]+\/[a-z-]+$/);
        for (const { span, words, source } of [finding, ...finding.also]) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= policy.text.length);
          assert.equal(words, policy.text.slice(span.start, span.end));
          assert.ok(source.line >= 1 && source.column >= 1);
        }
        for (const part of [finding.sentence, finding.law, finding.mend])
          for (const language of ['zh', 'en']) assert.doesNotMatch(part[language], /^$|[{}]|undefined/);
      }
    }),
    { numRuns: 60 },
  );
});

test('a rule has one code of its own, a source in each profile that has it, and a file in a profile', () => {
  const all = new Set([...PROFILES.pipl, ...PROFILES.gdpr]);
  const codes = [...all].map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  for (const [profile, rules] of Object.entries(PROFILES)) {
    assert.ok(rules.length > 20);
    for (const { law, code } of rules)
      assert.ok(law[profile]?.zh && law[profile].en, `${code} under ${profile}`);
  }
  const files = readdirSync(new URL('../../../src/audit/rules/', import.meta.url));
  assert.ok(files.length <= all.size);
});

test('rules keep the ids of the table of rules', (context) => {
  const table = new URL('../../../../shared/reference/rules.md', import.meta.url);
  let text;
  try {
    text = readFileSync(table, 'utf8');
  } catch {
    return context.skip('the table of rules (../shared/reference/rules.md) is absent');
  }
  const known = new Set(text.match(/\bR-[NCPJ]\d+\b/g));
  const ids = [...new Set([...PROFILES.pipl, ...PROFILES.gdpr].map(({ id }) => id))];
  assert.deepEqual(
    ids.filter((id) => !known.has(id)),
    [],
  );
});

test('a long text and a hostile one are audited in a time that grows with their length', async () => {
  const chapter = read('sample-bank.zh-Hans.md');
  const hostile = `# 隐私政策\n\n我们收集您的${'手机号、不同意继续使用公司提供'.repeat(20_000)}。`;
  const timeOf = async (text) => {
    const policy = await compile(text);
    const start = process.hrtime.bigint();
    auditPolicy(policy);
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  await timeOf(chapter);
  const [once, eight] = [await timeOf(chapter.repeat(2)), await timeOf(chapter.repeat(16))];
  assert.ok(eight < 20 * once + 200, `${once} ms, eight times as long ${eight} ms`);
  assert.ok((await timeOf(hostile)) < 5000);
});
