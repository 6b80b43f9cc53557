// What a person sees on the pages of a PDF is what is read out of it. The pages are set here, word by word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPdf } from '../../../build/src/compiler/pdf/read-pdf.js';
import { marked } from '../../support/docx-file.mjs';
import { pdfFile, picture, rule, say } from '../../support/pdf-file.mjs';

const reads = async (pages, options) => marked(await readPdf(pdfFile([pages].flat(), options))).trim();
const leftOut = async (pages, options) =>
  (await readPdf(pdfFile([pages].flat(), options))).leftOut
    .filter(({ kind }) => kind !== 'layout/lines-joined')
    .map(({ kind, words }) => `${kind} ${words}`.trim());

/** Lines of a page, each of ideographs; `wide` of them fill the line. */
const lines = (all, { x = 60, y = 100, step = 18, ...look } = {}) =>
  all.map((words, index) => say(words, x, y + index * step, look)).join('');
const FULL = '我们会收集您的设备信息和使用记录，以便向您提供安全稳定的服务，并且改进产品体验，';

test('fonts that are not embedded are read by their predefined character maps', async () => {
  assert.equal(
    await reads(say('我们收集手机号码 phone number。', 60, 100)),
    '我们收集手机号码 phone number。',
  );
});

test('a line that has no place for the next word goes on; a shorter one ends its paragraph', async () => {
  const page = lines(
    [FULL, '直到您注销账号为止。', '您可以拒绝。', FULL, '这是第二段的结尾。', ...Array(6).fill('结束。')],
    { size: 12 },
  );
  assert.match(
    await reads(page),
    new RegExp(`^${FULL}直到您注销账号为止。\n\n您可以拒绝。\n\n${FULL}这是第二段的结尾。\n\n结束。`),
  );
});

test('a paragraph goes on on the next page', async () => {
  const first = lines([...Array(6).fill(FULL + '。'), FULL], { size: 11 });
  const text = await reads([first, lines(['直到您注销账号为止。'], { size: 11 })]);
  assert.ok(text.includes(`${FULL}直到您注销账号为止。`), text);
});

test('a number that a line’s end cut off begins no item', async () => {
  const english = 'We keep your information for the time that the law asks for, which is set out in section';
  const page =
    lines([english, '14. After that time we delete it.'], { size: 11.2 }) +
    lines(Array(7).fill(english), { y: 300, size: 11.2, step: 40 });
  assert.ok((await reads(page)).includes('set out in section 14. After that time'));
});

test('bold is known by the font’s name', async () => {
  const page =
    say('您可以拒绝，但是', 60, 100) + say('不影响功能', 140, 100, { font: 'bold' }) + say('。', 190, 100);
  assert.equal(await reads(page), '您可以拒绝，但是{B:不影响功能}。');
});

test('bold is known by an outline of its own, and by words drawn twice', async () => {
  const outline = say('您可以随时拒绝，', 60, 100) + say('不影响', 140, 100, { before: '2 Tr 0.4 w' });
  assert.equal(await reads(outline), '您可以随时拒绝，{B:不影响}');
  const twice = say('您可以随时拒绝，', 60, 100) + say('不影响', 140, 100) + say('不影响', 140.4, 100);
  assert.equal(await reads(twice), '您可以随时拒绝，{B:不影响}');
});

test('黑体 stresses beside a face with serifs, and nothing where all is set in it', async () => {
  const page = say('您可以随时拒绝，', 60, 100) + say('不影响', 140, 100, { font: 'hei' });
  assert.equal(await reads(page), '您可以随时拒绝，{B:不影响}');
  assert.equal(await reads(say('您可以随时拒绝', 60, 100, { font: 'hei' })), '您可以随时拒绝');
  assert.equal(await reads(say('您可以随时拒绝', 60, 100, { font: 'bold' })), '您可以随时拒绝');
});

test('an underline stresses its words; the border of a cell does not, and what is struck out is left out', async () => {
  const said = say('您可以随时拒绝，不影响其他', 60, 100);
  assert.equal(await reads(said + rule(140, 101.5, 190, 101.5)), '您可以随时拒绝，{B:不影响其他}');
  assert.equal(await reads(said + rule(40, 101.5, 500, 101.5)), '您可以随时拒绝，不影响其他');
  assert.equal(await reads(said + rule(140, 97, 190, 97)), '您可以随时拒绝，');
  assert.deepEqual(await leftOut(said + rule(140, 97, 190, 97)), [
    'layout/markup-removed struck-out words on page 1',
  ]);
});

test('words that nobody sees are left out and reported', async () => {
  const seen = say('看得见的内容。', 60, 100);
  const unseen = [
    say('白色的字', 60, 130, { before: '1 g' }),
    say('不画的字', 60, 130, { before: '3 Tr' }),
    say('极小的字', 60, 130, { size: 0.4 }),
    say('页外的字', 700, 130),
    say('透明的字', 60, 130, { before: '/faint gs' }),
    `0.8 g 50 700 300 40 re f ${say('同色的字', 60, 130, { before: '0.8 g' })}`,
  ];
  for (const page of unseen) {
    assert.equal(await reads(seen + page), '看得见的内容。');
    assert.deepEqual(await leftOut(seen + page), ['layout/hidden-text page 1']);
  }
  const onGround = `0 g 50 700 300 40 re f ${say('黑底白字', 60, 130, { before: '1 g' })}`;
  assert.match(await reads(seen + onGround), /黑底白字/);
});

test('a watermark that runs aslant is left out and reported', async () => {
  const page =
    say('看得见的内容。', 60, 100) + say('内部资料', 200, 400, { matrix: '0.7 0.7 -0.7 0.7', size: 60 });
  assert.equal(await reads(page), '看得见的内容。');
  assert.deepEqual(await leftOut(page), ['layout/turned-text 1']);
});

test('a page whose lines all run sideways is turned', async () => {
  const turned = (words, x) => say(words, x, 600, { matrix: '0 1 -1 0' });
  assert.match(
    await reads(turned('横放的第一行。', 100) + turned('横放的第二行。', 130)),
    /^横放的第一行。\n+横放的第二行。$/,
  );
});

test('running heads and page numbers are left out', async () => {
  const page = (number) =>
    say('示例银行隐私政策', 240, 40) +
    lines([`第${number}节的内容。`], { y: 200 }) +
    say(`第 ${number} 页`, 260, 810);
  assert.equal(await reads([1, 2, 3].map(page)), '第1节的内容。\n\n第2节的内容。\n\n第3节的内容。');
  const kinds = await leftOut([1, 2, 3].map(page));
  assert.equal(kinds.filter((kind) => kind === 'layout/running-head').length, 3);
  assert.equal(kinds.filter((kind) => kind === 'layout/page-number').length, 3);
});

const grid = (xs, ys) =>
  ys.map((y) => rule(xs[0], y, xs[xs.length - 1], y)).join('') +
  xs.map((x) => rule(x, ys[0], x, ys[ys.length - 1])).join('');

test('a drawn table: a cell of several lines is one, and an empty one keeps its place', async () => {
  const page =
    grid([50, 150, 300, 400], [80, 110, 150, 180]) +
    say('名称', 55, 100) +
    say('目的', 155, 100) +
    say('拒绝', 305, 100) +
    say('相机', 55, 125) +
    say('扫描二维码、识别身份证件、', 155, 125) +
    say('视频', 155, 140) +
    say('不影响', 305, 125) +
    say('位置', 55, 170) +
    say('无', 305, 170);
  assert.equal(
    await reads(page),
    '{R:名称|目的|拒绝}\n{R:相机|扫描二维码、识别身份证件、视频|不影响}\n{R:位置||无}',
  );
});

test('a drawn cell over two rows stands in both', async () => {
  const page =
    rule(50, 80, 400, 80) +
    rule(50, 110, 150, 110) +
    rule(250, 110, 400, 110) +
    rule(50, 140, 400, 140) +
    [50, 150, 250, 400].map((x) => rule(x, 80, x, 140)).join('') +
    say('推送', 55, 100) +
    say('晚风公司', 155, 112) +
    say('标识', 255, 100) +
    say('统计', 55, 130) +
    say('日志', 255, 130);
  assert.equal(await reads(page), '{R:推送|晚风公司|标识}\n{R:统计|晚风公司|日志}');
});

test('a link’s underline cuts no row', async () => {
  const page =
    grid([50, 150, 300], [80, 110, 150]) +
    say('名称', 55, 100) +
    say('网址', 155, 100) +
    say('推送', 55, 125) +
    say('https://push.example.com/', 153, 125) +
    say('privacy', 153, 140) +
    rule(153, 126.5, 278, 126.5) +
    rule(153, 141.5, 188, 141.5);
  assert.match(await reads(page), /\{R:推送\|(?:\{B:)?https:\/\/push\.example\.com\/privacy\}?\}/);
});

test('a table that a page cuts is one, its repeated head stands once, and a cut row is put together', async () => {
  const head = (y) => say('名称', 55, y) + say('公司', 155, y);
  const first =
    grid([50, 150, 300], [700, 730, 760]) +
    head(720) +
    say('推送', 55, 745) +
    say('杭州晚风示例智能网络安全技术', 155, 745);
  const second =
    grid([50, 150, 300], [80, 110, 140, 170]) +
    head(100) +
    say('科技有限公司', 155, 130) +
    say('统计', 55, 160) +
    say('无', 155, 160);
  const reading = await readPdf(pdfFile([first, second]));
  assert.equal(
    marked(reading),
    '{R:名称|公司}\n{R:推送|杭州晚风示例智能网络安全技术科技有限公司}\n{R:统计|无}',
  );
  assert.deepEqual(new Set(reading.hints.map(({ table }) => table)).size, 1);
});

test('a table without borders is known by its columns', async () => {
  const row = (y, ...cells) => cells.map((words, column) => say(words, 60 + column * 150, y)).join('');
  const page =
    say('我们申请的权限如下：', 60, 60) +
    row(100, '名称', '目的', '拒绝') +
    row(130, '相机', '扫描', '不影响') +
    row(160, '位置', '查找网点', '手动选择') +
    say('以上权限均可关闭，您可以随时在系统的设置中查看和更改它们的状态，不会影响您使用其他功能。', 60, 200);
  assert.match(
    await reads(page),
    /\{R:名称\|目的\|拒绝\}\n\{R:相机\|扫描\|不影响\}\n\{R:位置\|查找网点\|手动选择\}/,
  );
});

test('two columns are read one after the other', async () => {
  const column = (sign, x) => lines(Array(12).fill(sign.repeat(20)), { x });
  const text = await reads(say('两栏的标题', 250, 60, { size: 16 }) + column('左', 60) + column('右', 320));
  assert.match(text.replace(/\s/g, ''), /^\{H1:两栏的标题\}左+右+$/);
});

test('headings are known by their size', async () => {
  const page =
    say('隐私政策', 250, 60, { size: 22 }) +
    lines([FULL, FULL]) +
    say('一、收集', 60, 200, { size: 15, font: 'bold' }) +
    lines([FULL], { y: 230 });
  assert.match(await reads(page), /^\{H1:隐私政策\}[^]*\{H2:一、收集\}/);
});

const tagged = {
  role: 'Document',
  kids: [
    { role: 'H1', kids: [[0, 0]] },
    {
      role: 'P',
      kids: [
        [0, 1],
        [1, 0],
      ],
    },
    {
      role: 'L',
      kids: [
        {
          role: 'LI',
          kids: [
            { role: 'Lbl', kids: [[1, 1]] },
            { role: 'LBody', kids: [[1, 2]] },
          ],
        },
      ],
    },
    {
      role: 'Table',
      kids: [
        {
          role: 'TR',
          kids: [
            { role: 'TH', kids: [[1, 3]] },
            { role: 'TH', kids: [[1, 4]] },
          ],
        },
        {
          role: 'TR',
          kids: [
            { role: 'TD', kids: [] },
            { role: 'TD', kids: [[1, 5]] },
          ],
        },
      ],
    },
  ],
};
const mark = (number, content, role = 'P') => `/${role} <</MCID ${number}>> BDC ${content} EMC\n`;

test('a tagged file says itself what its headings, lists and tables are, and what is no text', async () => {
  const first =
    mark(0, say('隐私政策', 60, 100)) +
    mark(1, say(FULL, 60, 130, { size: 11.5 })) +
    `/Artifact BMC ${say('页眉', 60, 40)} EMC`;
  const second =
    mark(0, say('直到您注销。', 60, 100, { size: 11.5 })) +
    mark(1, say('•', 60, 130)) +
    mark(2, say('您可以拒绝。', 80, 130)) +
    mark(3, say('名称', 60, 160)) +
    mark(4, say('目的', 200, 160)) +
    mark(5, say('扫描', 200, 180));
  assert.equal(
    await reads([first, second], { structure: tagged }),
    `{H1:隐私政策}\n\n${FULL}直到您注销。\n{I1:您可以拒绝。}\n\n{R:名称|目的}\n{R:|扫描}`,
  );
  assert.deepEqual(await leftOut([first, second], { structure: tagged }), ['layout/running-head']);
});

test('a structure that holds little of the words is not followed', async () => {
  const structure = { role: 'Document', kids: [{ role: 'P', kids: [[0, 0]] }] };
  const page =
    mark(0, say('只有一句。', 60, 100)) + lines(Array(9).fill('其余的话都在结构之外。'), { y: 130 });
  assert.match(await reads(page, { structure }), /^只有一句。\n\n其余的话/);
});

test('a bullet is markup, a number is part of the words', async () => {
  const page = lines(['您可以：', '• 查阅；', '• 更正；', '1. 撤回。']);
  assert.equal(await reads(page), '您可以：\n{I1:查阅；}\n{I1:更正；}\n\n1. 撤回。');
});

test('words of which the file does not say the characters are shown as �, and reported', async () => {
  const page = say('看得见的内容。', 60, 100) + say('哑巴', 60, 130, { font: 'mute' });
  assert.equal(await reads(page), '看得见的内容。\n\n��');
  assert.deepEqual(await leftOut(page), ['source/undecoded-characters 1']);
});

test('a picture of a page among others is reported by its number; an empty page is not', async () => {
  const pages = [say('第一页的内容。', 60, 100), picture(0, 0, 595, 842), ''];
  assert.deepEqual(await leftOut(pages), ['layout/page-without-words 2']);
});

test('recognised words under a picture are read, and said to be recognised', async () => {
  const page = picture(0, 0, 595, 842) + say('识别出来的内容。', 60, 100, { before: '3 Tr' });
  assert.equal(await reads(page), '识别出来的内容。');
  assert.deepEqual(await leftOut(page), ['source/recognised-words 1']);
});

test('a scan, and a file that is none, are refused by their own codes', async () => {
  await assert.rejects(readPdf(pdfFile([picture(0, 0, 595, 842)])), { code: 'compiler/no-words-in-pdf' });
  await assert.rejects(readPdf(pdfFile([say('哑巴', 60, 130, { font: 'mute' })])), {
    code: 'compiler/no-words-in-pdf',
  });
  for (const words of ['', 'words', '%PDF-1.7\n', 'PK\u0003\u0004'])
    await assert.rejects(readPdf(new TextEncoder().encode(words)), { code: 'compiler/not-a-pdf' });
});

test('a file cut or spoilt anywhere is read or refused, and never anything else', async () => {
  const whole = pdfFile([say('看得见的内容。', 60, 100) + grid([50, 150, 300], [80, 110, 150])]);
  for (let at = 0; at < whole.length; at += 97) {
    const spoilt = whole.slice();
    spoilt.fill(0x20, at, at + 40);
    for (const bytes of [whole.slice(0, at), spoilt])
      await readPdf(bytes).catch((error) =>
        assert.match(error.code, /^compiler\/(?:not-a-pdf|no-words-in-pdf|encrypted-pdf)$/),
      );
  }
});

test('the bytes handed in stay as they were', async () => {
  const bytes = pdfFile([say('看得见的内容。', 60, 100)]);
  const before = bytes.slice();
  await readPdf(bytes);
  assert.deepEqual(bytes, before);
});

test('each character stands where its page shows it', async () => {
  const reading = await readPdf(
    pdfFile([say('第一页。', 60, 100), say('第二页的第一行。', 60, 100) + say('短。', 60, 130)]),
  );
  assert.equal(reading.source, '第一页。\n第二页的第一行。\n短。\n');
  assert.deepEqual(reading.pages, [0, 5]);
  for (const [text, source, length] of reading.traced.runs)
    assert.equal(
      reading.traced.text.slice(text, text + length),
      reading.source.slice(source, source + length),
    );
});
