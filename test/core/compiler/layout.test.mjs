// What the compiler mends in a text, what it leaves alone, and that it says so.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { clausesOf, readMarked, wordsOf } from '../../support/marked-text.mjs';

const compile = (text, mediaType = 'text/plain') => compilePolicy({ name: 'sample', mediaType, text });
const codes = (policy) => policy.diagnostics.map(({ code }) => code);

/** Clauses are those marked `{C:…}`; `{X:…}` is gone; the diagnostics say so. */
function layout(name, marked, expected = [], mediaType = 'text/plain') {
  test(name, async () => {
    const read = readMarked(marked);
    const policy = await compile(read.text, mediaType);
    assert.deepEqual(clausesOf(policy), wordsOf(read, 'C'));
    const text = policy.text.replace(/\s+/g, '');
    for (const gone of wordsOf(read, 'X')) assert.ok(!text.includes(gone), `${gone} is left out`);
    for (const code of expected) assert.ok(codes(policy).includes(code), `${code} in ${codes(policy)}`);
  });
}

const WRAPPED = [
  '{C:我们依照法律处理您的个人信息，并采取措施防止信息泄露、',
  '篡改和丢失；您可以随时查阅、更正、复制自己的信息，也可',
  '以撤回已经作出的同意，撤回以前的处理仍然有效，我们不会',
  '因为您撤回同意而拒绝提供与该同意无关的服务。}',
  '{C:您撤回同意的，我们会停止处理您的信息，并在十五个工作日',
  '以内删除它们；法律要求保存的信息，我们只保存到法律规定',
  '的日期，不用于其他目的，保存期限届满后即行删除。}',
];

layout('lines cut by the width are joined where no line has an empty one between', WRAPPED.join('\n'), [
  'layout/lines-joined',
]);

layout('lines cut by the width are joined where every line has an empty one between', WRAPPED.join('\n\n'), [
  'layout/lines-joined',
]);

layout(
  'a sentence cut by a page goes on after an empty line; a finished one does not',
  `{C:如果您发现有人冒用您的身份使用我们的服务，请您立即通过本政策载明的联系方式告诉我们，以便我们及时采取

措施，避免损失扩大。}

{C:我们会在核对您的身份以后，按照您的要求暂停相应的服务，并把处理结果通知您。}
`,
  ['layout/page-break-joined'],
);

layout(
  'link addresses of a PDF are left out, an address that is a value is not',
  `{C:接入的组件如下，它们只在您使用相应的功能时处理信息：}

{C:官网链接：https://map.example.com/}

{C:隐私政策链接：

https://map.example.com/legal/privacy.html}

{X:https://map.example.com/
https://map.example.com/legal/privacy.html}


{C:官网链接：https://pay.example.com}
`,
  ['layout/link-annotation'],
);

layout(
  'an address cut in two is one address again',
  `{C:使用目的：推送消息，提醒您办理已经预约的业务或者补充材料}

{C:隐私政策链接：https://wiki.example.com/?from=page.0.0.a1b2c3d4e5f6

Zq#/docs/875339652}

{C:使用场景：您打开通知以后，我们向您推送与您的业务有关的消}
`,
);

layout(
  'file names of somebody’s disk are left out, with the date in them',
  `{C:我们会保护您的信息，防止它们泄露、毁损或者丢失。}

{X:file://users/somebody/Desktop/å±±è¥¿é\ufffd¶è¡\ufffd-2025.03.12.html}

{C:我们会及时告诉您。}
`,
  ['layout/file-name'],
);

layout(
  'page numbers and running heads are left out',
  `{C:我们在您注册账户时收集您的手机号码和登录密码，用于建立账户。}
{X:某某隐私政策 第 1 页 共 3 页}
{C:我们保护您的信息，防止泄露。}
{X:某某隐私政策 第 2 页 共 3 页}
{C:我们及时答复您的请求。}
{X:某某隐私政策 第 3 页 共 3 页}
`,
  ['layout/running-head'],
);

test('a sentence goes on behind a running head', async () => {
  const policy = await compile(
    '我们在您注册账户时收集您的手机号码和登录密码，用于建立账户；如果您不提供这些信息，您将无\n- 1 -\n法注册，但仍然可以浏览我们的产品介绍。\n- 2 -\n我们保护您的信息。\n',
  );
  assert.equal(policy.clauses.length, 2);
  assert.ok(policy.text.includes('您将无法注册'));
  assert.ok(codes(policy).includes('layout/page-number'));
});

layout(
  'lines after the end that say again what the text said are left out',
  `{C:我们通过在线客服答复您的问题，请您保持联系方式畅通。}

{C:手机银行：登录以后点击右上角的在线客服}

{C:网上银行：登录以后点击右上角的在线客服}

{C:您对答复不满意的，可以向监管机构投诉。}
\t{X:手机银行：登录以后点击右上角的在线客服
\t网上银行：登录以后点击右上角的在线客服}
`.replace(/\{X:[^}]*\}/, (end) => end.slice(3, -1)),
  ['layout/repeated-text'],
);

test('a table row cut by a page is put together, cell by cell', async () => {
  const policy = await compile(
    '服务名称\t服务主体\t信息\n核验\t云岭计算（青\t姓名、人\n\n\t石）有限公司\t脸图像\n短信\t雁书公司\t手机号码\n',
  );
  assert.deepEqual(
    policy.clauses.map(({ span }) => policy.text.slice(span.start, span.end)),
    [
      '服务名称\t服务主体\t信息',
      '核验\t云岭计算（青石）有限公司\t姓名、人脸图像',
      '短信\t雁书公司\t手机号码',
    ],
  );
  assert.ok(codes(policy).includes('layout/row-joined'));
});

test('an empty first cell without a page between means the same as above, and joins nothing', async () => {
  const policy = await compile('类别\t名称\n推送\t极风推送\n\t小鸟推送\n支付\t云付\n');
  assert.equal(policy.clauses.length, 4);
});

test('words and order of a text with nothing to mend are the author’s, to the character', async () => {
  const text = '某某隐私政策\n\n我们收集您的手机号码，用于登录。\n\n一、联系我们\n\n请拨打客服热线。\n';
  const policy = await compile(text);
  assert.equal(policy.text, text);
  assert.deepEqual(policy.source.runs, [[0, 0, text.length]]);
});

test('joined Latin words keep one space, joined ideographs none', async () => {
  const policy = await compile(
    'We collect only the information that a feature of the app needs, and we tell you so before we\nbegin. If you do not want a feature, you need not give us the information that belongs to it, and\nthe other features of the app will go on working for you as they did before you said no.\n\nYou may write to us at any time if you have a question about this notice, or about the information\nthat we hold about you, and we will answer within ten days.\n',
  );
  assert.equal(policy.clauses.length, 2);
  assert.ok(policy.text.includes('before we begin.'));
});

test('a change of one kind is told once, with its count and its first place', async () => {
  const policy = await compile(readMarked(WRAPPED.join('\n')).text);
  const joined = policy.diagnostics.filter(({ code }) => code === 'layout/lines-joined');
  assert.equal(joined.length, 1);
  assert.match(joined[0].sentence, /5 places/);
  assert.deepEqual([joined[0].source.line, joined[0].severity], [1, 'info']);
});

test('bold words are the author’s emphasis in Markdown, HTML and text extractions', async () => {
  const marked = (policy) =>
    policy.clauses.flatMap(({ emphasis }) =>
      emphasis
        .filter(({ origin }) => origin === 'author')
        .map(({ span }) => policy.text.slice(span.start, span.end)),
    );
  const sentence = '我们收集您的人脸信息，只用于核对您的身份。';
  assert.deepEqual(marked(await compile(`我们收集您的**人脸信息**，只用于核对您的身份。`, 'text/markdown')), [
    '人脸信息',
  ]);
  assert.deepEqual(marked(await compile(`**我们收集您的人脸信息。**只用于核对您的身份。`, 'text/markdown')), [
    '我们收集您的人脸信息。',
  ]);
  assert.deepEqual(
    marked(await compile(`<p>我们收集您的<b>人脸&#20449;息</b>，只用于<u>核对</u>身份。</p>`, 'text/html')),
    ['人脸信息', '核对'],
  );
  assert.deepEqual(marked(await compile(`我们收集您的**人脸信息**，只用于核对。`)), ['人脸信息']);
  assert.deepEqual(marked(await compile(sentence)), []);
});

test('cells of an HTML table that span rows stand in each of them', async () => {
  const policy = await compile(
    '<table><tr><th>类别</th><th>名称</th></tr><tr><td rowspan="2">推送</td><td>极风<br>推送</td></tr><tr><td>小鸟推送</td></tr></table>',
    'text/html',
  );
  assert.deepEqual(clausesOf(policy), ['类别名称', '推送极风推送', '小鸟推送']);
});

test('HTML without end, Markdown without sense and nesting without reason still compile', async () => {
  for (const [text, mediaType] of [
    ['<p>我们<b>收集<table><td>信息', 'text/html'],
    ['<div>'.repeat(5000) + '信息', 'text/html'],
    ['> '.repeat(500) + '信息', 'text/markdown'],
    ['[a](b **c | d\n|--|\n![', 'text/markdown'],
  ]) {
    assert.ok((await compile(text, mediaType)).text.length > 0);
  }
});

test('words that HTML hides are left out, and that is told with their place', async () => {
  const policy = await compile('<p>我们收集您的信息。</p>\n<p hidden>您不同意就不能使用。</p>', 'text/html');
  assert.equal(policy.text, '我们收集您的信息。');
  const hidden = policy.diagnostics.find(({ code }) => code === 'layout/hidden-text');
  assert.deepEqual([hidden?.severity, hidden?.source.line], ['warning', 2]);
});

const HEADER = ['权限名称', '使用目的', '申请时机', '拒绝影响'];
const GRANTS = [
  ['相机', '拍摄头像和扫描二维码', '您点击扫码时', '无法扫码，可以手动输入'],
  ['麦克风', '语音输入', '您按住说话时', '改用打字输入'],
  ['日历', '写入还款日提醒', '您打开提醒时', '不再有提醒'],
];
const cellwise = (rows, between) => rows.map((row) => row.join('\n')).join(between);
const rowsOf = (policy) => clausesOf(policy).filter((words) => /^(?:权限名称|相机|麦克风|日历)/.test(words));
const ROWS = [HEADER, ...GRANTS].map((row) => row.join(''));

test('a table written one cell a line without a counter is told by the titles of its columns', async () => {
  const head = '某某应用权限说明\n\n本说明告诉您我们申请哪些权限。\n\n';
  const tail = '\n\n说明\n\n以上权限都可以随时在系统设置里收回，收回以后相应的功能停止。\n';
  const parted = await compile(head + cellwise([HEADER, ...GRANTS], '\n\n') + tail);
  assert.deepEqual(rowsOf(parted), ROWS, 'rows parted by empty lines');
  const close = await compile(head + cellwise([HEADER, ...GRANTS], '\n') + tail);
  assert.deepEqual(rowsOf(close), ROWS, 'rows with nothing between them');
  assert.deepEqual(
    close.permissions.map(({ name, purpose, refusal }) => [name.text, purpose?.text, refusal?.text]),
    GRANTS.map(([name, purpose, , refusal]) => [name, purpose, refusal]),
  );
});

test('cells that do not divide into rows are left as they stand', async () => {
  const short = GRANTS.map((row, index) => (index === 1 ? row.slice(0, 3) : row));
  const policy = await compile(
    `某某应用权限说明\n\n${cellwise([HEADER, ...short], '\n')}\n\n请您仔细阅读。\n`,
  );
  assert.ok(clausesOf(policy).every((words) => !ROWS.includes(words)));
});
