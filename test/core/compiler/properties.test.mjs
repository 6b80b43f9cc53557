// What holds for every text, by random documents.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { readPolicy } from '../../../build/src/policy/read-policy.js';
import { bare } from '../../support/marked-text.mjs';

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../src/policy/schema.json', import.meta.url)), 'utf8'),
);
const isValid = new Ajv2020({ strict: true }).compile(schema);

const NUMBERS = [
  '一、',
  '二、',
  '（一）',
  '（二）',
  '1、',
  '2、',
  '1.',
  '2.',
  '(1)',
  '（2）',
  '1) ',
  'a. ',
  '第1条 ',
  '第一章 ',
  '1.1 ',
  '- ',
  '• ',
  'Article 1. ',
  '',
];
const WORDS = [
  '我们收集的信息',
  '联系我们',
  '我们会收集您的手机号码，用于登录。',
  '如您拒绝，您将无法使用该功能',
  '您可以',
  '使用目的：推送消息',
  '隐私政策链接：https://example.com/a',
  'https://example.com/a',
  '目录',
  '某某隐私政策',
  '**加粗**的话',
  '**',
  '（未完',
  '\t',
  'SDK\t公司\t用途',
  '|a|b|',
  '|--|--|',
  '# 标题',
  'Information We Collect',
  'We collect your name and',
  'your e-mail address.',
  '2025年3月1日',
  'file:///x/\ufffd',
  '⺠⽤',
  '\u3000\u3000',
  '第 1 页',
  '<b>',
  '&amp;',
  '\\*',
  '\ud83d\ude00',
  '\ud83d',
  '\0',
  '1',
  '99',
];
const ENDS = ['\n', '\n\n', '\n\n\n', '\r\n', '\f', ' ', '', '\u2028', '\r'];

const piece = fc
  .tuple(fc.constantFrom(...NUMBERS), fc.constantFrom(...WORDS), fc.constantFrom(...ENDS))
  .map((parts) => parts.join(''));
const document = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ maxLength: 300 }),
);
const mediaType = fc.constantFrom('text/plain', 'text/markdown', 'text/html');

const compile = (text, type = 'text/plain') => compilePolicy({ name: 'random', text, mediaType: type });
const check = (name, run, runs = 150) =>
  test(name, () => fc.assert(fc.asyncProperty(document, mediaType, run), { numRuns: runs, seed: 20260301 }));

const within = ({ start, end }, outer) => start >= outer.start && end <= outer.end && start <= end;

/** Every `{text, span}` of the policy. */
function* wordsIn(value) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.text === 'string' && value.span) yield value;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}

check('any text compiles to a policy that its schema accepts and its reader reads', async (text, type) => {
  const policy = JSON.parse(JSON.stringify(await compile(text, type)));
  assert.ok(isValid(policy), JSON.stringify(isValid.errors?.[0]));
  if (policy.diagnostics.some(({ severity }) => severity === 'error')) {
    assert.throws(() => readPolicy(policy), { code: 'policy/not-a-policy' });
  } else {
    readPolicy(policy);
  }
});

check('words stand at their span', async (text, type) => {
  const policy = await compile(text, type);
  for (const words of wordsIn({ ...policy, text: undefined })) {
    assert.equal(words.text, policy.text.slice(words.span.start, words.span.end));
  }
});

check(
  'sections nest: each lies in its parent, after its heading, and siblings do not overlap',
  async (text, type) => {
    const policy = await compile(text, type);
    const visit = (sections, outer, level) => {
      let last = outer.start;
      for (const section of sections) {
        assert.ok(within(section.span, outer) && section.span.start >= last);
        assert.ok(within(section.title.span, section.span));
        assert.equal(section.level, level);
        if (section.number) assert.ok(section.number.span.end <= section.title.span.start);
        visit(section.sections, section.span, level + 1);
        last = section.span.end;
      }
    };
    visit(policy.sections, { start: 0, end: policy.text.length }, 1);
  },
);

check(
  'clauses come in reading order, hold words, do not overlap and belong to one section at most',
  async (text, type) => {
    const policy = await compile(text, type);
    let last = 0;
    policy.clauses.forEach(({ id, span, emphasis }, index) => {
      assert.equal(id, `c${index + 1}`);
      assert.ok(span.start >= last && span.end > span.start);
      assert.ok(policy.text.slice(span.start, span.end).trim());
      for (const mark of emphasis) assert.ok(within(mark.span, span));
      last = span.end;
    });
    const owned = [];
    const visit = (sections) =>
      sections.forEach((section) => (owned.push(...section.clauses), visit(section.sections)));
    visit(policy.sections);
    assert.equal(new Set(owned).size, owned.length);
  },
);

check('the runs rise, lie in the text, and the source says there what the text says', async (text, type) => {
  const policy = await compile(text, type);
  let last = 0;
  for (const [from, source, length] of policy.source.runs) {
    assert.ok(from >= last && length > 0);
    assert.equal(policy.text.slice(from, from + length), text.slice(source, source + length));
    last = from + length;
  }
  assert.ok(last <= policy.text.length);
});

check('diagnostics stand in the source, and line and column lead to their offset', async (text, type) => {
  const policy = await compile(text, type);
  for (const { source } of policy.diagnostics) {
    assert.ok(source.offset >= 0 && source.offset <= text.length);
    assert.equal((policy.source.lines[source.line - 1] ?? -1) + source.column - 1, source.offset);
  }
});

check(
  'no word is invented: what the policy says without white space, the source says too',
  async (text, type) => {
    if (type !== 'text/plain') return;
    const policy = await compile(text, type);
    const count = (words) => bare(words).length;
    assert.ok(count(policy.text) <= count(text));
  },
);

test('compiling twice gives the same policy', async () => {
  const text = '某某隐私政策\n\n一、收集\n\n我们收集您的信息。\n\n二、联系\n\n请致电。\n';
  assert.deepEqual(await compile(text), await compile(text));
});

test('a compiled text compiles to the same sections again', () => {
  const title = fc.constantFrom(
    '我们收集的信息',
    '我们怎样使用信息',
    '您的权利',
    '联系我们',
    '未成年人的信息',
    '政策的更新',
  );
  const body = fc.array(
    fc.constantFrom(
      '我们会收集您的手机号码，用于登录和保障账户安全。',
      '您可以随时查阅自己的信息，也可以要求我们更正。',
      '我们会在十五个工作日以内答复您的请求，并告诉您处理的结果。',
    ),
    { minLength: 1, maxLength: 4 },
  );
  const sections = fc.array(fc.tuple(title, body), { minLength: 3, maxLength: 9 });
  const numerals = '一二三四五六七八九';
  const titles = (policy) => policy.sections.map(({ number, title: words }) => [number?.text, words.text]);
  return fc.assert(
    fc.asyncProperty(sections, async (parts) => {
      const text = parts
        .map(([words, lines], index) => `${numerals[index]}、${words}${index}\n\n${lines.join('\n\n')}`)
        .join('\n\n');
      const once = await compile(`某某隐私政策\n\n${text}\n`);
      assert.equal(once.sections.length, parts.length);
      const twice = await compile(once.text);
      assert.deepEqual(titles(twice), titles(once));
    }),
    { numRuns: 40, seed: 7 },
  );
});
