// Each step of the compiler on its own.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignUnmarked } from '../../../build/src/compiler/align-unmarked.js';
import { decodeSource } from '../../../build/src/compiler/decode.js';
import { editText } from '../../../build/src/compiler/edits.js';
import { foldText } from '../../../build/src/compiler/fold.js';
import { loadReader } from '../../../build/src/compiler/load-reader.js';
import { detectLanguage } from '../../../build/src/compiler/language.js';
import { lineStarts, columns } from '../../../build/src/compiler/lines.js';
import { ideographNumber, readMarker, romanNumber } from '../../../build/src/compiler/numbering.js';
import { RADICALS } from '../../../build/src/compiler/radicals.js';
import { RemarkList } from '../../../build/src/compiler/remarks.js';
import { readStars } from '../../../build/src/compiler/star-emphasis.js';
import { closestPrefix, titleEnd } from '../../../build/src/compiler/title-end.js';
import { titleLook } from '../../../build/src/compiler/titles.js';
import { TraceBuilder, tracedSource } from '../../../build/src/compiler/traced-text.js';

const decoded = (bytes) => {
  const remarks = new RemarkList();
  const { text } = decodeSource({ bytes: Uint8Array.from(bytes) }, remarks);
  return { text, codes: remarks.list().map(({ code }) => code) };
};

test('decoding: UTF-8 is read without a remark', () => {
  assert.deepEqual(decoded(new TextEncoder().encode('隐私 policy')), { text: '隐私 policy', codes: [] });
});

test('decoding: UTF-16 is read by its mark, in both orders', () => {
  assert.equal(decoded([0xff, 0xfe, 0x90, 0x96]).text, '\ufeff隐');
  assert.equal(decoded([0xfe, 0xff, 0x96, 0x90]).text, '\ufeff隐');
});

test('decoding: bytes that are no UTF-8 are read as GB18030, and said so', () => {
  assert.deepEqual(decoded([0xd2, 0xfe, 0xcb, 0xbd]), { text: '隐私', codes: ['source/not-utf-8'] });
});

test('decoding: bytes that are no text at all still give a text', () => {
  const { text, codes } = decoded([0xff, 0xff, 0x41, 0x80]);
  assert.ok(text.includes('A') && text.includes('\ufffd'));
  assert.deepEqual(codes, ['source/broken-characters']);
});

test('decoding: neither a string nor bytes is refused with a code', () => {
  for (const source of [{}, { text: 5 }, { bytes: [1, 2] }, { text: null }]) {
    assert.throws(() => decodeSource(source, new RemarkList()), { code: 'compiler/not-text' });
  }
});

test('traced text: copied pieces know their source, written words do not', () => {
  const out = new TraceBuilder(tracedSource('abcdef'));
  out.copy(0, 2);
  out.write('--');
  out.copy(4, 6);
  assert.deepEqual(out.finish(), {
    text: 'ab--ef',
    runs: [
      [0, 0, 2],
      [4, 4, 2],
    ],
  });
});

test('edits: places before an edit are found again after it, also where pieces changed their order', () => {
  const edited = editText(tracedSource('one two three'), [
    { start: 0, end: 7, pieces: [{ start: 4, end: 7 }, ' ', { start: 0, end: 3 }] },
    { start: 7, end: 8, pieces: [] },
  ]);
  assert.equal(edited.traced.text, 'two onethree');
  assert.deepEqual(edited.place({ start: 4, end: 7 }), { start: 0, end: 3 });
  assert.deepEqual(edited.place({ start: 0, end: 3 }), { start: 4, end: 7 });
  assert.deepEqual(edited.place({ start: 8, end: 13 }), { start: 7, end: 12 });
});

test('folding: full-width forms, Kangxi and supplementary radicals, and stray spaces', () => {
  assert.equal(foldText('（ １ ） ⽤ ⼾ ⺠ 法').text, '(1)用户民法');
  assert.equal(foldText('同 意，Wi-Fi  name').text, '同意,Wi-Fi name');
  assert.equal(foldText('a\u200bb\u00a0c\r\nd').text, 'ab c\nd');
});

test('folding: every folded character leads back to where it came from', () => {
  const text = '㈠ 同 意…⺠';
  const { text: folded, offsets } = foldText(text);
  assert.equal(folded, '(一)同意...民');
  assert.equal(offsets.length, folded.length + 1);
  assert.equal(offsets[folded.length], text.length);
  assert.equal(text.charAt(offsets[folded.indexOf('意')]), '意');
});

test('radicals: each supplementary radical stands for one ideograph that is none itself', () => {
  assert.ok(RADICALS.size > 90);
  for (const [radical, ideograph] of RADICALS) {
    assert.match(radical, /^[\u2e80-\u2ef3\u2f3e]$/);
    assert.match(ideograph, /^[\u3400-\u4dbf\u4e00-\u9fff]$/);
  }
  for (const [radical, ideograph] of ['⺠民', '⻛风', '⻔门', '⻓长', '⻨麦'])
    assert.equal(RADICALS.get(radical), ideograph);
});

test('language: by its letters; Chinese with English names in it stays Chinese', () => {
  assert.equal(detectLanguage('我们使用 Alipay SDK、WeChat SDK 与 Bugly SDK 提供服务'), 'zh-Hans');
  assert.equal(detectLanguage('We call this the 隐私 policy of our company and its partners'), 'en');
  assert.equal(detectLanguage(''), 'en');
});

test('lines: columns count two for ideographs; every kind of line end begins a line', () => {
  assert.equal(columns('ab隐私，'), 8);
  assert.deepEqual(lineStarts('a\r\nb\rc\nd'), [0, 3, 5, 7]);
});

test('numbers: Chinese and Roman numerals are read', () => {
  assert.deepEqual(
    ['一', '十', '十一', '二十', '二十三', '一百零二'].map(ideographNumber),
    [1, 10, 11, 20, 23, 102],
  );
  assert.deepEqual(['i', 'iv', 'ix', 'xii'].map(romanNumber), [1, 4, 9, 12]);
});

const markers = [
  ['一、收集', 'ideograph', 1, '一、'],
  ['十二、其他', 'ideograph', 12, '十二、'],
  ['（二) 共享', 'ideograph-bracket', 2, '（二)'],
  ['（ 1 ） 存储', 'digit-bracket', 1, '（ 1 ）'],
  ['(3)Chromium', 'digit-bracket', 3, '(3)'],
  ['2．请您理解', 'digit', 2, '2．'],
  ['3、其他', 'digit-comma', 3, '3、'],
  ['1) 共享', 'digit-close', 1, '1)'],
  ['第 2 条 除外', 'article', 2, '第 2 条'],
  ['第十条 法律', 'article', 10, '第十条'],
  ['第三章 会员', 'chapter', 3, '第三章'],
  ['1.1 Account', 'level-2', 1, '1.1'],
  ['2.3.4 细则', 'level-3', 4, '2.3.4'],
  ['a. 如您', 'lower', 1, 'a.'],
  ['B. 消息', 'upper', 2, 'B.'],
  ['(c) you may', 'letter-bracket', 3, '(c)'],
  ['Article IV. Duties', 'article', 4, 'Article IV.'],
  ['Section 7: Rights', 'article', 7, 'Section 7:'],
  ['- (1) 与', 'digit-bracket', 1, '(1)'],
  ['• 设备', 'bullet', 0, '•'],
  ['ü 在您', 'bullet', 0, 'ü'],
  ['③ 其他', 'circled', 3, '③'],
];
for (const [line, style, ordinal, number] of markers) {
  test(`numbers: ${line} begins with ${number}`, () => {
    const marker = readMarker(line, { start: 0, end: line.length });
    assert.deepEqual(
      [marker?.style, marker?.ordinal, line.slice(marker?.span.start, marker?.span.end)],
      [style, ordinal, number],
    );
  });
}

test('numbers: dates, amounts, versions and phone numbers are none', () => {
  for (const line of [
    '2025.03.12 更新',
    '3.5 亿条',
    '400-880-9888',
    '2024年5月20日',
    '95100000 客服',
    '一定频率',
    'e.g. this',
  ]) {
    assert.equal(readMarker(line, { start: 0, end: line.length }), undefined, line);
  }
});

test('titles: a sentence, a value and a list item are no titles', () => {
  const looks = (words, language = 'zh-Hans') => titleLook(words, language);
  assert.equal(looks('我们怎样保护信息'), 'title');
  assert.equal(looks('联系方式：'), 'weak');
  for (const words of [
    '我们保护信息。',
    '电话：400-555-0123',
    '与国家安全直接相关的',
    '登录时间；',
    'https://example.com',
  ]) {
    assert.equal(looks(words), 'no', words);
  }
  assert.equal(looks('How We Use Your Information', 'en'), 'title');
  assert.equal(looks('we use it to run the service', 'en'), 'no');
  assert.equal(looks('We use it. Always', 'en'), 'no');
});

test('stars: the words between are emphasis, also across a page; single stars and empty pairs stay', () => {
  const { emphasis, edits } = readStars('a **b** c');
  assert.deepEqual(emphasis, [{ start: 4, end: 5 }]);
  assert.equal(edits.length, 2);
  assert.equal(readStars('**成人才可\n\n以使用**').emphasis.length, 1);
  assert.equal(readStars('**一句话。\n\n另一句话**').emphasis.length, 0);
  assert.equal(readStars('2 * 3 * 4').edits.length, 0);
});

test('markup: values line up with their source past references and escapes', () => {
  const source = 'a &amp; b \\* c';
  const value = 'a & b * c';
  const offsets = alignUnmarked(source, 0, source.length, value);
  assert.equal(offsets[2], -1);
  for (const [at, place] of [
    [0, 0],
    [4, 8],
    [6, 11],
    [8, 13],
  ])
    assert.equal(offsets[at], place);
});

test('title ends: by the table of contents, by the next number, by the sentence that begins', () => {
  assert.equal(closestPrefix('共享信息的途径', '与他人共享信息的途径为了').length, 10);
  assert.equal(titleEnd('与他人共享信息的途径为了向您', undefined, '共享信息的途径', 'zh-Hans'), 10);
  assert.equal(titleEnd('应对措施(1) 在制度', 4, undefined, 'zh-Hans'), 4);
  assert.equal(titleEnd('保存地点我们把信息保存在境内', undefined, undefined, 'zh-Hans'), 4);
  assert.equal(titleEnd('我们会在您登录时展示', undefined, undefined, 'zh-Hans'), undefined);
});

test('readers: an optional parser that is not there is told by name', async () => {
  const absent = () => Promise.reject(new Error('Cannot find package'));
  await assert.rejects(loadReader('parse5', absent), (error) => {
    return (
      error.code === 'compiler/reader-missing' &&
      error.message.includes('parse5') &&
      error.cause !== undefined
    );
  });
});
