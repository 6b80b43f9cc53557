// The numbers that Word shows before paragraphs stand in no paragraph: they are counted as Word counts them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNumber } from '../../../build/src/compiler/docx/number-formats.js';
import { readDocx } from '../../../build/src/compiler/docx/read-docx.js';
import { docxFile, marked, paragraph as p, run as r } from '../../support/docx-file.mjs';

const reads = async (parts) => marked(await readDocx(docxFile(parts)));

/** A level of a list: format, text, and further properties. */
const level = (index, format, text, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id, ...levels) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id, abstractId, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;
const numbered = (words, id, depth = 0) =>
  p(words, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

const LAW = abstract(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '%1.%3.%4', '<w:isLgl/>'),
);

test('a Chinese policy’s numbers, each level beginning anew under the next', async () => {
  const body =
    numbered('收集', 1) +
    numbered('甲', 1, 1) +
    numbered('a', 1, 2) +
    numbered('b', 1, 2) +
    numbered('乙', 1, 1) +
    numbered('c', 1, 2) +
    numbered('d', 1, 3) +
    numbered('共享', 1) +
    numbered('丙', 1, 1);
  assert.equal(
    await reads({ body, numbering: LAW + list(1, 0) }),
    '{I1:一、收集}\n{I2:（一）甲}\n{I3:1. a}\n{I3:2. b}\n{I2:（二）乙}\n{I3:1. c}\n{I4:1.1.1 d}\n{I1:二、共享}\n{I2:（一）丙}',
  );
});

test('articles go on through the document where the list never restarts them', async () => {
  const articles = abstract(
    0,
    level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>'),
    level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'),
  );
  const body =
    numbered('总则', 1) +
    numbered('甲', 1, 1) +
    numbered('乙', 1, 1) +
    numbered('附则', 1) +
    numbered('丙', 1, 1);
  assert.equal(
    await reads({ body, numbering: articles + list(1, 0) }),
    '{I1:第一章 总则}\n{I2:第一条 甲}\n{I2:第二条 乙}\n{I1:第二章 附则}\n{I2:第三条 丙}',
  );
});

test('lists of one description go on from each other, unless one begins anew', async () => {
  const begins = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
  const five = `<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>`;
  const numbering =
    abstract(0, level(0, 'decimal', '%1.')) +
    abstract(1, level(0, 'decimal', '%1.')) +
    list(1, 0) +
    list(2, 0) +
    list(3, 0, begins) +
    list(4, 1, five);
  const body =
    numbered('a', 1) +
    numbered('b', 2) +
    numbered('c', 3) +
    numbered('d', 3) +
    numbered('e', 1) +
    numbered('f', 4) +
    numbered('g', 4);
  assert.equal(
    await reads({ body, numbering }),
    '{I1:1. a}\n{I1:2. b}\n{I1:1. c}\n{I1:2. d}\n{I1:3. e}\n{I1:e) f}\n{I1:f) g}',
  );
});

test('headings get their numbers through their styles, at the level that the list gives the style', async () => {
  const numbering =
    abstract(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="1"/>'),
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="2"/><w:isLgl/>'),
    ) + list(7, 0);
  const style = (id, name, more) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
  const styles =
    style('1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>') +
    style(
      '2',
      'heading 2',
      '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>',
    ) +
    style('3', 'Preface', '<w:basedOn w:val="1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
  const body =
    p('前言', '<w:pStyle w:val="3"/>') +
    p('甲', '<w:pStyle w:val="1"/>') +
    p('乙', '<w:pStyle w:val="2"/>') +
    p('丙', '<w:pStyle w:val="2"/>') +
    p('丁', '<w:pStyle w:val="1"/>') +
    p('戊', '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>');
  assert.equal(
    await reads({ body, styles, numbering }),
    '{H1:前言}\n\n{H1:一、甲}\n\n{H2:1.1 乙}\n\n{H2:1.2 丙}\n\n{H1:二、丁}\n\n{H1:戊}',
  );
});

test('a list may be described by a numbering style', async () => {
  const numbering =
    `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="own"/></w:abstractNum>` +
    `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="own"/>${level(0, 'upperRoman', 'Article %1.')}</w:abstractNum>` +
    list(1, 0) +
    list(2, 1);
  const styles =
    '<w:style w:type="numbering" w:styleId="own"><w:name w:val="Own"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
  assert.equal(
    await reads({ body: numbered('a', 1) + numbered('b', 1), styles, numbering }),
    '{I1:Article I. a}\n{I1:Article II. b}',
  );
});

test('bullets are marks of an item, no words', async () => {
  const numbering = abstract(0, level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o')) + list(1, 0);
  assert.equal(
    await reads({ body: numbered('a', 1) + numbered('b', 1, 1) + p('c'), numbering }),
    '{I1:a}\n{I2:b}\n\nc',
  );
});

test('outer levels that were passed over show their first number; a bare list has no number', async () => {
  const numbering =
    abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'), level(2, 'none', '')) + list(1, 0);
  assert.equal(
    await reads({
      body: numbered('a', 1, 1) + numbered('b', 1, 2) + numbered('c', 1, 8) + numbered('d', 9),
      numbering,
    }),
    '{I2:1.1 a}\n{I3:b}\n\nc\n\nd',
  );
});

test('empty paragraphs count, those that nobody sees do not; a hidden number counts unseen', async () => {
  const numbering =
    abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2)', '<w:rPr><w:vanish/></w:rPr>')) +
    list(1, 0);
  const gone = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr>${r('x', '<w:vanish/>')}</w:p>`;
  assert.equal(
    await reads({
      body: numbered('a', 1) + numbered('', 1) + gone + numbered('b', 1) + numbered('c', 1, 1),
      numbering,
    }),
    '{I1:1. a}\n{I1:3. b}\n{I2:c}',
  );
});

test('numbers in cells, and a number without a gap', async () => {
  const numbering = abstract(0, level(0, 'decimal', '%1', '<w:suff w:val="nothing"/>')) + list(1, 0);
  const row = (words) =>
    `<w:tr><w:tc>${numbered('', 1).replace('</w:p>', `${r(words)}</w:p>`)}</w:tc><w:tc>${p('b')}</w:tc></w:tr>`;
  assert.equal(
    await reads({ body: `<w:tbl>${row('甲')}${row('乙')}</w:tbl>`, numbering }),
    '{R:1甲|b}\n{R:2乙|b}',
  );
});

const WRITTEN = [
  ['decimal', [1, 10], '1 10'],
  ['decimalZero', [1, 10], '01 10'],
  ['upperRoman', [4, 9, 14, 1999], 'IV IX XIV MCMXCIX'],
  ['lowerRoman', [3], 'iii'],
  ['upperLetter', [1, 26, 27, 53], 'A Z AA AAA'],
  ['lowerLetter', [2, 28], 'b bb'],
  ['ordinal', [1, 2, 3, 4, 11, 12, 21, 112], '1st 2nd 3rd 4th 11th 12th 21st 112th'],
  ['cardinalText', [1, 12, 20, 21, 120], 'One Twelve Twenty Twenty-one 120'],
  ['ordinalText', [1, 5, 12, 20, 21, 30], 'First Fifth Twelfth Twentieth Twenty-first Thirtieth'],
  ['chineseCounting', [1, 10, 11, 20, 23, 99], '一 十 十一 二十 二十三 九十九'],
  [
    'chineseCountingThousand',
    [100, 101, 110, 111, 1001, 1010],
    '一百 一百零一 一百一十 一百一十一 一千零一 一千零一十',
  ],
  ['chineseLegalSimplified', [1, 10, 12, 20, 105], '壹 壹拾 壹拾贰 贰拾 壹佰零伍'],
  ['ideographTraditional', [1, 10, 11], '甲 癸 11'],
  ['ideographZodiac', [1, 12], '子 亥'],
  ['ideographDigital', [1, 10, 21], '一 一〇 二一'],
  ['decimalFullWidth', [12], '１２'],
  ['decimalEnclosedCircle', [1, 20, 21], '① ⑳ 21'],
  ['decimalEnclosedParen', [2], '⑵'],
  ['decimalEnclosedFullstop', [2], '⒉'],
  ['numberInDash', [1], '- 1 -'],
  ['thaiLetters', [3], '3'],
];

for (const [format, values, expected] of WRITTEN)
  test(`numbers written as ${format}`, () => {
    assert.equal(values.map((value) => formatNumber(value, format)).join(' '), expected);
  });

test('numbers written by an example of one’s own', () => {
  assert.equal(formatNumber(7, 'custom', '001, 002, 003, ...'), '007');
  assert.equal(formatNumber(7, 'custom'), '7');
});
