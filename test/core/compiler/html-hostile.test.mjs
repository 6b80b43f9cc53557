// Pages that no browser would show in time, and pages of no sense at all, are read all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readHtml } from '../../../build/src/compiler/html/read-html.js';
import { compilePage, told } from '../../support/marked-page.mjs';

const LENGTH = 300_000;
const filled = (words) => words.repeat(Math.ceil(LENGTH / words.length));
const counted = (write, count) => Array.from({ length: count }, (_, index) => write(index)).join('');
const styled = (css, body) => `<style>${css}</style>${body}`;

const ORDINARY = styled(
  '.key { font-weight: bold } .away { display: none }',
  filled(
    '<p class="line">我们会收集您的<span class="key">手机号码</span>，用于<b>登录</b>。<i class="away">隐藏</i></p>\n',
  ),
);

const HOSTILE = {
  'blocks nested without end': filled('<div>'),
  'stress nested without end': filled('<b>'),
  'open elements that every paragraph repeats': counted((id) => `<b id=${id}>`, 300) + filled('<p>a'),
  'links in links': filled('<a href=x><p></a>'),
  'one tag with endless attributes': `<p ${counted((id) => `a${id} `, LENGTH / 7)}>信息`,
  brackets: filled('<'),
  'comments that never end': filled('<!--'),
  'tables in tables': filled('<table><tr><td>'),
  'a row without end': `<table><tr>${filled('<td>a')}`,
  'cells that span everything': `<table><tr><td colspan=1000 rowspan=65534>a</td></tr>${filled('<tr><td>')}`,
  'drawings in drawings': filled('<svg><g>'),
  'lists in lists': filled('<ol><li>'),
  'a style without end': `<p style="${filled('a:b;')}">x`,
  'comments in a style': `<p style="${filled('/*')}">x`,
  'many rules for every element': styled(
    counted((id) => `.a .a .a > .a ~ .a:not(.b${id}) { font-weight: bold }`, 3000),
    filled('<i class=a>x</i>'),
  ),
  'selectors that count siblings': styled(
    counted((id) => `*:nth-child(${id + 2}n+1) * { color: red }`, 2000),
    filled('<i>x</i>'),
  ),
  'selectors that look into everything': styled(
    counted((id) => `p:has(b ~ i:nth-last-child(${id})) { display: none }`, 2000),
    filled('<p><b>a</b><i>x</i></p>'),
  ),
  'rules in rules': styled(filled('a{'), '<p>x'),
  'brackets in a rule': styled(`a{color:${filled('(')}`, '<p>x'),
  'groups in groups': styled(filled('@media screen{'), '<p>x'),
  'selectors in selectors': styled(`a${':not('.repeat(5000)}b${')'.repeat(5000)}{color:red}`, '<p>x'),
  'variables of variables': styled(
    `:root{${counted((id) => `--a${id}:var(--a${id + 1}) var(--a${id + 1});`, 8000)}} p{color:var(--a0)}`,
    filled('<p>x'),
  ),
  'counters in counters': styled('i{counter-reset:a}i::before{content:counters(a,".")}', filled('<i>x')),
};

async function timeOf(page) {
  const start = performance.now();
  await readHtml(page);
  return performance.now() - start;
}

test('no page takes much longer to read than an ordinary one of its length', async () => {
  await timeOf(ORDINARY);
  const ordinary = Math.min(await timeOf(ORDINARY), await timeOf(ORDINARY));
  for (const [name, page] of Object.entries(HOSTILE)) {
    const first = await timeOf(page);
    const times = first > ordinary * 8 ? Math.min(first, await timeOf(page)) : first;
    assert.ok(
      times < ordinary * 8 + 200,
      `${name}: ${Math.round(times)} ms, an ordinary page ${Math.round(ordinary)} ms`,
    );
  }
});

test('words of a page that is nested beyond all reason are read, and that is told', async () => {
  const policy = await compilePage(
    `${'<div><b>'.repeat(2000)}<script>no()</script>我们收集<!-- 不 -->您的信息。<p>用于登录。`,
  );
  assert.equal(policy.text, '我们收集您的信息。\n\n用于登录。');
  assert.match(told(policy, 'source/markup-too-deep') ?? '', /beyond all reason/);
});

test('rules beyond what any page needs are given up, and that is told', async () => {
  const rules = counted((id) => `.a${id} .b:nth-child(${id + 1}n) { font-weight: bold }`, 6000);
  const policy = await compilePage(styled(rules, '<p class="b">我们收集信息。</p>'));
  assert.match(told(policy, 'source/styles-incomplete') ?? '', /too large/);
});

const TAGS =
  'p div span b i u br hr h1 h2 ol ul li table tr td th caption a img nav main article header footer details dialog pre svg template form button section font del'.split(
    ' ',
  );
const STYLES = [
  'display:none',
  'font-weight:bold',
  'color:#fff',
  'font-size:0',
  'visibility:hidden',
  'display:block',
  'counter-reset:x',
  'list-style:none',
  'position:absolute;left:-9999px',
  'white-space:pre',
  'x',
  '',
];
const opening = fc
  .tuple(
    fc.constantFrom(...TAGS),
    fc.constantFrom(...STYLES),
    fc.constantFrom(
      '',
      ' hidden',
      ' class="a b"',
      ' id=x',
      ' rowspan=3',
      ' colspan=2',
      ' href="/x"',
      ' role=dialog',
      ' open',
      ' start=3',
    ),
  )
  .map(([tag, style, more]) => `<${tag} style="${style}"${more}>`);
const closing = fc.constantFrom(...TAGS).map((tag) => `</${tag}>`);
const words = fc.constantFrom(
  '我们收集您的信息。',
  ' ',
  '\n',
  '&nbsp;',
  '&#x4e00;',
  '1. ',
  '**',
  '<',
  '&',
  '\u200b',
  '\u00ad字',
  '<!-- -->',
  '<![endif]>',
  '\ud83d',
);
const sheet = fc.constantFrom(
  '',
  '<style>.a{font-weight:bold}.b{display:none}p>b::before{content:counter(x) "、";counter-increment:x}</style>',
  '<style>}{</style>',
  '<link rel=stylesheet href=x>',
);
const markup = fc
  .tuple(sheet, fc.array(fc.oneof(opening, closing, words), { maxLength: 60 }))
  .map(([css, parts]) => css + parts.join(''));

test('any page compiles: words that are copied stand in the source, hints and stress lie in the text', () =>
  fc.assert(
    fc.asyncProperty(markup, fc.constantFrom('text/html', 'text/markdown'), async (text, type) => {
      const policy = await compilePage(text, type);
      for (const [from, source, length] of policy.source.runs) {
        assert.equal(policy.text.slice(from, from + length), text.slice(source, source + length));
      }
      for (const { span, emphasis } of policy.clauses) {
        assert.ok(policy.text.slice(span.start, span.end).trim());
        for (const mark of emphasis) assert.ok(mark.span.start >= span.start && mark.span.end <= span.end);
      }
      for (const { source } of policy.diagnostics)
        assert.ok(source.offset >= 0 && source.offset <= text.length);
    }),
    { numRuns: 300, seed: 20260302 },
  ));
