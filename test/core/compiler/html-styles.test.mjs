// What style sheets and attributes of a page do to its words: stressed, hidden, or neither.
import { page } from '../../support/marked-page.mjs';

const hidden = (words) => ({ tells: { 'layout/hidden-text': words } });
const sentence = '我们收集您的信息，用于登录。';

page(
  'bold by a class of a style sheet is the author’s emphasis',
  `<style>.key { color: red; font-weight: bold } p.line span.u { text-decoration: underline }</style>
<p class="line">{C:我们收集您的<span class="key">{B:人脸信息}</span>，只用于<span class="u">{B:核对身份}</span>。}</p>
<div class="line">{C:我们<span class="u">不会</span>出售您的信息。}</div>`,
);

page(
  'a whole paragraph that its class makes bold is stressed; headings and heads of tables are bold by themselves',
  `<style>.strong { font: 700 14px/1.5 serif } h2, th { font-weight: 700 }</style>
<p class="strong">{C:{B:请您仔细阅读这一段，它与您的权益有重大关系。}}</p>
<table><tr><th>{C:名称</th><th>用途}</th></tr><tr><td>{C:地图</td><td class="strong">{B:定位}}</td></tr></table>`,
);

page(
  'the cascade decides: specificity, order, importance, the style attribute',
  `<style>
#one { font-weight: normal } .one { font-weight: bold } span { font-weight: bold }
.two { font-weight: normal !important } .three { font-weight: bold } .three { font-weight: normal }
@layer base { .four { font-weight: bold } } .four { font-weight: normal }
@media print { .five { font-weight: normal } } @media screen and (min-width: 600px) { .five { font-weight: bolder } }
</style>
<p>{C:甲<span id="one" class="one">一</span>，<span class="two" style="font-weight: bold">二</span>，<span class="three">三</span>，<span class="four">四</span>，<span class="five">{B:五}</span>，<span style="font-weight:400">六</span>。}</p>`,
);

page(
  'bold is inherited, and taken back by an element inside',
  `<style>.all { font-weight: 600 } .not { font-weight: normal }</style>
<div class="all"><p>{C:{B:我们会保护您的信息，}<span class="not">不会出售，</span>{B:也不会出租。}}</p></div>`,
);

page(
  'a page that is bold from end to end stresses nothing by it',
  `<style>body { font-weight: bold }</style><p>{C:${sentence}}</p>`,
);

page(
  'nested rules, groups of selectors and variables are read',
  `<style>:root { --w: 700; --gone: none } .note { & .in, .other { font-weight: var(--w) } .away { display: var(--gone) } }</style>
<p class="note">{C:甲<i class="in">{B:乙}</i>丙<i class="other">{B:丁}</i>。{X:<i class="away">戊己</i>}}</p>`,
);

for (const [how, style] of [
  ['display', 'display: none'],
  ['visibility', 'visibility: hidden'],
  ['collapse', 'visibility: collapse'],
  ['opacity', 'opacity: 0'],
  ['font size', 'font-size: 0'],
  ['one pixel', 'font-size: 1px'],
  ['zero height', 'height: 0; overflow: hidden'],
  [
    'a screen reader’s words',
    'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)',
  ],
  ['clip', 'position: absolute; clip: rect(1px, 1px, 1px, 1px)'],
  ['clip path', 'clip-path: inset(100%)'],
  ['a place off screen', 'position: absolute; left: -9999px'],
  ['an indent', 'text-indent: -9999px'],
  ['white on white', 'color: #fff'],
  ['nearly white on white', 'color: rgb(250, 250, 252)'],
  ['named white', 'color: White'],
  ['hsl white', 'color: hsl(0, 0%, 100%)'],
  ['transparent', 'color: transparent'],
  ['nearly transparent', 'color: rgba(0, 0, 0, .01)'],
  ['scale', 'transform: scale(0)'],
  ['an office program’s hiding', 'mso-hide: all'],
]) {
  const expected = hidden(/您不同意/);
  page(
    `hidden by a class: ${how}`,
    `<style>.h { ${style} }</style><p>{C:${sentence}}</p><p class="h">{X:您不同意就不能使用。}</p>`,
    expected,
  );
  page(
    `hidden by an attribute: ${how}`,
    `<p>{C:${sentence}}</p><p style="${style}">{X:您不同意就不能使用。}</p>`,
    expected,
  );
}

page(
  'the colour of the ground hides words, whichever element gives the ground',
  `<style>.dark { background: #222 } .dark span { color: rgb(34 34 34) } .light { color: white }</style>
<div class="dark"><p class="light">{C:${sentence}<span>{X:您不同意就不能使用。}</span>}</p></div>
<table bgcolor="#336699"><tr><td>{C:甲<font color="#336699">{X:隐藏}</font></td><td><font color="white">乙}</font></td></tr></table>`,
  hidden(/您不同意/),
);

page(
  'white words on a picture, or where style sheets stand elsewhere, may be seen',
  `<link rel="stylesheet" href="site.css"><div style="background: url(a.png) no-repeat"><p style="color: #fff">{C:${sentence}}</p></div>
<p style="color: #fff">{C:我们保护您的信息。}</p>`,
  { tells: { 'source/styles-elsewhere': /elsewhere/ }, untold: ['layout/hidden-text'] },
);

page(
  'a visible element inside a hidden one is seen, a larger one inside font size zero too',
  `<div style="visibility: hidden">{X:看不见}<p style="visibility: visible">{C:${sentence}}</p></div>
<div style="font-size: 0"><span style="font-size: 14px">{C:我们保护您的信息。}</span>{X:也看不见}</div>`,
  hidden(/看不见/),
);

page(
  'what a reader can open is read: details, and parts that a control shows; a closed dialog is told',
  `<details><summary>{C:下面说明收集哪些信息。}</summary><p>{C:${sentence}}</p></details>
<button aria-controls="more">展开</button><div id="more" style="display: none"><p>{C:我们保护您的信息。}</p></div>
<div aria-hidden="true"><p>{C:我们及时删除您的信息。}</p></div>
<dialog>{X:确定要退出吗？}</dialog><template>{X:模板里的话}</template>`,
  {
    tells: {
      'layout/markup-removed': /a button “展开”.*a closed dialog “确定要退出吗？”.*a template “模板里的话”/,
    },
    untold: ['layout/hidden-text'],
  },
);

page(
  'rules for other media, states and screens hide nothing',
  `<style>@media print { p { display: none } } @media (max-width: 600px) { p { display: none } } p:hover { display: none }
.skip:not(:focus) { position: absolute; left: -9999px } @supports (display: grid) { .grid { display: none } }</style>
<p>{C:${sentence}}</p><a class="skip" href="#main">{X:跳到正文}</a><p class="grid">{X:不显示的话}</p>`,
  hidden(/跳到正文.*不显示的话/),
);

page(
  'hidden words are told with their first words, struck-out ones too',
  `<p>{C:${sentence}<del>{X:我们会出售您的信息。}</del>}</p><p hidden>{X:您不同意就不能使用。}</p>`,
  {
    tells: {
      'layout/hidden-text': /one place: “您不同意就不能使用。”/,
      'layout/markup-removed': /struck-out words “我们会出售您的信息。”/,
    },
  },
);

page(
  'nothing is told of a page where nothing was left out',
  `<h1>隐私政策</h1><p>{C:${sentence}}</p><script>var a = 1;</script>`,
  {
    untold: ['layout/markup-removed', 'layout/hidden-text', 'source/styles-elsewhere'],
  },
);

page(
  'a style sheet that is no style sheet is passed over',
  `<style>} .a { font-weight: bold; } } @media { .b{ { : ; } </style><style>p:::x { display: none } .c::zz { color: } .d { font-weight: bold }</style>
<p>{C:我们<b class="c">{B:收集}</b>您的<i class="d">{B:信息}</i>，用于登录。}</p>`,
);
