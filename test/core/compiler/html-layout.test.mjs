// How a page is laid out: lines, lists, tables, what office programs and editors write, and what stands around the text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, clausesOf } from '../../support/marked-text.mjs';
import { compilePage, page, stressedIn, told } from '../../support/marked-page.mjs';

const lines = async (html) => (await compilePage(html)).text.split(/\n+/).filter(Boolean);

/** The lines that a page's words make. */
const laidOut = (name, html, expected) =>
  test(name, async () => assert.deepEqual(await lines(html), expected));

laidOut(
  'ordered lists keep the numbers a browser shows; bullets are no words',
  '<ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>',
  ['1. 甲', '2. 乙', '丙'],
);

laidOut(
  'start, reversed, values and types of numbers',
  `<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>
<ol reversed><li>丁</li><li>戊</li></ol><ol type="a"><li>己</li></ol><ol type="I"><li>庚</li><li>辛</li></ol>
<ol style="list-style-type: cjk-ideographic"><li>壬</li></ol><ol style="list-style: none"><li>癸</li></ol>
<ol style="list-style: inside lower-roman" start="4"><li>子</li></ol><ol start="12" style="list-style-type: simp-chinese-informal"><li>丑</li></ol>`,
  [
    '3. 甲',
    '7. 乙',
    '8. 丙',
    '2. 丁',
    '1. 戊',
    'a. 己',
    'I. 庚',
    'II. 辛',
    '一、壬',
    '癸',
    'iv. 子',
    '十二、丑',
  ],
);

laidOut(
  'nested lists count apart, hidden items do not count, a number the author wrote is not written twice',
  `<ol><li><p>甲</p><ol type="a"><li>乙</li><li>丙</li></ol></li>
<li hidden>不算</li><li>2. 丁</li></ol>`,
  ['1. 甲', 'a. 乙', 'b. 丙', '2. 丁'],
);

laidOut(
  'numbers that a style sheet counts',
  `<style>body { counter-reset: part } h2 { counter-increment: part; counter-reset: item }
h2::before { content: counter(part, cjk-ideographic) "、" } p.n { counter-increment: item } p.n:before { content: "（" counter(item) "）" }
li::marker { content: counter(list-item, upper-alpha) ") " } .b::before { content: "•" } .c::after { content: "\\ff08 必填\\ff09" }</style>
<h2>收集</h2><p class="n">甲</p><p class="n">乙</p><h2>使用</h2><p class="n">丙</p><ol><li>丁</li></ol><p class="b">戊</p><p class="c">己</p>`,
  ['一、收集', '（1）甲', '（2）乙', '二、使用', '（1）丙', 'A) 丁', '戊', '己（必填）'],
);

laidOut(
  'lines end where a browser ends them',
  `<div>甲<br>乙<br><br>丙<div>丁</div>戊</div><p>己<span style="display:block">庚</span><div style="display:inline">辛</div><div style="display:inline">壬</div>
<dl><dt>癸</dt><dd>子</dd></dl><pre>丑
  寅</pre>`,
  ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛壬', '癸', '子', '丑', '  寅'],
);

laidOut(
  'what shows as nothing is no word; an indent of blanks is none',
  '<p>&nbsp;&nbsp;&nbsp;\u3000我们&shy;收\u200b集<wbr>信息\ufeff。</p><p>&nbsp;</p><p>Wi-Fi&nbsp;名称</p>',
  ['我们收集信息。', 'Wi-Fi\u00a0名称'],
);

test('cells that span rows and columns keep the others under their heads', async () => {
  const policy =
    await compilePage(`<table><caption>清单</caption><tfoot><tr><td colspan="3">合计</td></tr></tfoot>
<thead><tr><th>类别</th><th>名称</th><th>用途</th></tr></thead>
<tr><td rowspan="2">推送</td><td>极风推送</td><td>消息</td></tr><tr><td>小鸟推送</td><td>提醒</td></tr><tr><td colspan="2">支付</td><td>付款</td></tr></table>`);
  assert.deepEqual(policy.text.split(/\n+/), [
    '清单',
    '类别\t名称\t用途',
    '推送\t极风推送\t消息',
    '\t小鸟推送\t提醒',
    '支付\t\t付款',
    '合计',
  ]);
});

laidOut(
  'a table that places the parts of a page is none',
  `<table><tr><td><table><tr><td>名称</td><td>用途</td></tr><tr><td>甲</td><td>乙</td></tr></table></td>
<td><h2>收集</h2><p>我们收集信息。</p></td></tr></table><table role="presentation"><tr><td>丙</td><td>丁</td></tr></table>`,
  ['名称\t用途', '甲\t乙', '收集', '我们收集信息。', '丙', '丁'],
);

laidOut(
  'a page of one table, its lines ended by breaks, and headings that are buttons',
  `<table width="760"><tr><td width="200">甲</td><td>${['欢迎使用。', '一、信息的收集', '我们收集您的手机号码，用于登录；收集您的位置信息，用于展示附近的网点。', '我们保护您的信息，防止泄露、毁损或者丢失，并且及时答复您的请求，不会向他人出售。', '二、联系', '请来信。'].map((line) => `　　${line}`).join('<br><br>')}</td></tr></table>
<h2><button aria-expanded="false" aria-controls="c">三、更新</button></h2><div id="c" style="display: none"><p>我们公布更新。</p></div>`,
  [
    '甲',
    '欢迎使用。',
    '一、信息的收集',
    '我们收集您的手机号码，用于登录；收集您的位置信息，用于展示附近的网点。',
    '我们保护您的信息，防止泄露、毁损或者丢失，并且及时答复您的请求，不会向他人出售。',
    '二、联系',
    '请来信。',
    '三、更新',
    '我们公布更新。',
  ],
);

test('a table inside a cell of a table with heads is words of that cell', async () => {
  assert.deepEqual(
    await lines(
      '<table><tr><th>甲</th><th>乙</th></tr><tr><td>丙</td><td><table><tr><td>丁</td><td>戊</td></tr></table></td></tr></table>',
    ),
    ['甲\t乙', '丙\t丁 戊'],
  );
});

page(
  'a page that an office program saved',
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal, li.MsoNormal {margin:0cm; font-size:10.5pt; mso-font-kerning:1.0pt;} @page WordSection1 {size:595.3pt 841.9pt;}
@list l0 {mso-list-id:1;} @list l0:level1 {mso-level-text:"%1、";} --></style></head>
<body lang="ZH-CN" style="tab-interval:21.0pt"><div class="WordSection1">
<h1 style="text-align:center">隐私政策<span lang="EN-US"><o:p></o:p></span></h1>
<p class="MsoNormal" style="text-indent:21.0pt">{C:我们<b style="mso-bidi-font-weight:normal"><span style="font-family:宋体;mso-ascii-font-family:Calibri">{B:收集您的</span></b><b><span lang="EN-US">IP</span></b><b><span>地址}</span></b>，
用于<u>{B:登录}</u>。<span lang="EN-US"><o:p></o:p></span>}</p>
<p class="MsoListParagraph" style="margin-left:18.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1">{C:<![if !supportLists]><span lang="EN-US" style="mso-list:Ignore">1、<span style="font:7.0pt &quot;Times New Roman&quot;">\u00a0\u00a0 </span></span><![endif]>我们保护您的信息。}</p>
<p class="MsoListParagraph" style="mso-list:l1 level1 lfo2">{C:<![if !supportLists]><span style="font-family:Wingdings"><span style="mso-list:Ignore">{X:l}<span style="font:7.0pt &quot;Times New Roman&quot;">\u00a0 </span></span></span><![endif]>我们及时删除您的信息。}</p>
<p class="MsoNormal"><span style="display:none;mso-hide:all">{X:内部批注}</span>{C:本政策由我们解释。}</p><p class="MsoNormal">&nbsp;</p>
</div></body></html>`,
  { tells: { 'layout/hidden-text': /内部批注/ } },
);

page(
  'what editors of the web write: lines of divs, breaks, spans in spans',
  `<div><b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr">{C:<span style="font-weight:400">我们收集</span><span style="font-weight:700">{B:您的</span><span style="font-weight:bold">信息}</span><span style="font-weight:400">。</span>}</p></b></div>
<div><br></div><div>{C:我们<font color="#ff0000"><strong>{B:不会}</strong></font>出售它们。}<br><br>{C:我们保护它们。}</div>`,
);

const NAV = '<nav><a href="/">{X:网站首页}</a><a href="/p">{X:产品}</a></nav>';
const BODY = `<h1>某某隐私政策</h1><p>{C:我们收集您的手机号码，用于登录；收集您的位置信息，用于展示附近的网点。}</p>
<p>{C:我们保护您的信息，防止泄露、毁损或者丢失，并且及时答复您的请求。}</p>`;

page(
  'navigation, the path, lists of links, banners and the pager around a text are left out and told',
  `<body>${NAV}<ul><li><a href="/a">{X:关于我们}</a><li><a href="/b">{X:新闻中心}</a><li><a href="/c">{X:人才招聘}</a><li><a href="/d">{X:联系方式}</a></ul>
<div class="breadcrumb">{X:当前位置：}<a href="/">{X:首页}</a> &gt; {X:法律声明}</div>${BODY}
<div class="pager">{X:上一篇：}<a href="/1">{X:服务协议}</a>{X:下一篇：}<a href="/2">{X:用户须知}</a></div>
<ul class="links"><li><a href="https://a.example">{X:友情一}</a><li><a href="https://b.example">{X:友情二}</a><li><a href="https://c.example">{X:友情三}</a><li><a href="https://d.example">{X:友情四}</a></ul>
<div id="cookie-banner">{X:我们使用小甜饼改善体验。}<button>{X:接受}</button></div></body>`,
  {
    tells: {
      'layout/markup-removed':
        /navigation “网站首页.*a list of links “关于我们.*a path of links.*links to other pages.*cookie banner “我们使用小甜饼/,
    },
  },
);

page(
  'where a page says which element holds its text, its head, foot and sides are left out',
  `<body><header><a href="/">{X:某某银行}</a> {X:客服热线 400-555-0199}</header><main>${BODY}<footer><p>{C:本政策自公布之日起生效。}</p></footer></main>
<aside>{X:热门文章}<a href="/x">{X:理财指南}</a></aside><footer>{X:版权所有} <a href="/i">{X:备案信息}</a></footer></body>`,
  {
    tells: {
      'layout/markup-removed': /the head of the page.*what stands beside the text.*the foot of the page/,
    },
  },
);

page(
  'a list of links inside the text, a table of contents and a header with the title stay',
  `<body><header><h1>某某隐私政策</h1></header><ul><li><a href="#a">{C:收集的信息如何使用}</a></li><li><a href="#b">{C:信息如何共享给他人}</a></li></ul>
<p id="a">{C:我们接入的服务有下面几家，它们各自的政策请您点击查看：}</p>
<ul><li><a href="https://a.example">{C:极风推送的政策}</a></li><li><a href="https://b.example">{C:小鸟地图的政策}</a></li><li><a href="https://c.example">{C:云付的政策}</a></li><li><a href="https://d.example">{C:飞信的政策}</a></li></ul>
<p id="b">{C:我们保护您的信息，防止泄露。}</p></body>`,
  { untold: ['layout/markup-removed'] },
);

test('images that may hold words are told, signs and decoration are not', async () => {
  const policy = await compilePage(
    '<p>我们收集信息。<img src="a.png" alt="清单"><img src="b.png"><img src="c.png" alt=""><img src="d.png" width="16"></p>',
  );
  assert.match(
    told(policy, 'layout/markup-removed') ?? '',
    /in 2 places, first here: an image “清单”, an image\.$/,
  );
});

test('XHTML with a declaration, and a text file as a browser saves it', async () => {
  const xhtml = await compilePage(
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>我们<strong>收集</strong>信息。<br/>好</p></body></html>',
  );
  assert.deepEqual([bare(xhtml.text), stressedIn(xhtml)], ['我们收集信息。好', ['收集']]);
  const saved = await compilePage(
    `<html><head></head><body><pre style="white-space: pre-wrap">${'我们依照法律处理您的个人信息，并采取措施防止信息泄露、\n篡改和丢失；您可以随时查阅、更正、复制自己的信息，也可\n以撤回已经作出的同意，撤回以前的处理仍然有效。\n'}</pre></body></html>`,
  );
  assert.equal(clausesOf(saved).length, 1);
});

test('a page that is hidden until its scripts run is read, and that is told', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, index) => `<p>我们在第${index}项服务中处理您的信息，并且保护它们。</p>`,
  ).join('');
  const policy = await compilePage(
    `<h1>某某隐私政策</h1><div id="content" style="visibility: hidden; opacity: 0">${lines}<p style="display:none">看不见。</p></div>`,
  );
  assert.equal(policy.clauses.length, 40);
  assert.match(told(policy, 'source/shown-by-scripts') ?? '', /scripts/);
  assert.match(told(policy, 'layout/hidden-text') ?? '', /“看不见。”/);
});
