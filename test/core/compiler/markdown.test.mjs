// What Markdown's marks, and HTML between its words, do to the words.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clausesOf } from '../../support/marked-text.mjs';
import { compilePage, page, stressedIn, told } from '../../support/marked-page.mjs';

const markdown = (name, marked, expected = {}) =>
  page(name, marked, { ...expected, mediaType: 'text/markdown' });
const compile = (text) => compilePage(text, 'text/markdown');
const sections = (policy) => policy.sections.map(({ level, title }) => `${level} ${title.text}`);

const stressed = (name, text, expected) =>
  test(name, async () => {
    const policy = await compile(text);
    assert.deepEqual(stressedIn(policy), expected);
    assert.doesNotMatch(policy.text, /\*\*|__/);
  });

stressed('bold by stars, by underscores, bold and slanted', '我们**收集**您的 __信息__ ，***用于登录***。', [
  '收集',
  '信息',
  '用于登录',
]);
stressed(
  'stars beside a Chinese stop or bracket, which CommonMark leaves',
  '请阅读**“个人信息”**一节，**包括（但不限于）**以下内容：***“共享”***等。',
  ['“个人信息”', '包括（但不限于）', '“共享”'],
);
stressed(
  'underscores inside a Chinese sentence, which CommonMark leaves',
  '我们会__收集您的信息__，用于登录。',
  ['收集您的信息'],
);
stressed(
  'HTML that stresses: tags, styles, fonts',
  '我们<b>收集</b>您的<span style="font-weight:bold">手机<u>号码</u></span>，<font color="red">用于</font><ins>登录</ins>。',
  ['收集', '手机号码', '登录'],
);

test('stars that hide digits, lines to fill in and rules are no emphasis', async () => {
  for (const text of [
    '您的号码显示为138****5678，另一个显示为139****5678，仅供核对。',
    '签署日期：____年__月__日，签署人：____。',
    '甲。\n***\n乙。\n***\n丙。',
    '变量 __init__ 与 __name__ 的值。',
  ]) {
    const policy = await compilePage(text, 'text/plain');
    assert.deepEqual([stressedIn(policy), policy.text], [[], text]);
  }
});

markdown(
  'words that HTML hides are left out, inside a line and over blocks',
  `{C:我们收集您的信息{X:<span style="display:none">并出售给他人</span>}，用于登录。}

<div style="display: none">

{X:您不同意就**不能使用**。

- 一项}

</div>

{C:我们保护<span style="color:#fff">{X:不}</span>您的信息。}
`.replaceAll('<span', '<span'),
  {
    tells: { 'layout/hidden-text': /3 places, first here: “并出售给他人”, “您不同意就不能使用。一项”, “不”/ },
  },
);

test('a table of HTML stays a table where an empty line cuts it', async () => {
  const policy = await compile(
    '清单如下：\n\n<table>\n<tr><th>名称</th><th>用途</th></tr>\n\n<tr><td>极风推送</td><td>消息</td></tr>\n\n</table>\n\n完。\n',
  );
  assert.deepEqual(policy.text.split(/\n+/), ['清单如下：', '名称\t用途', '极风推送\t消息', '完。']);
});

test('front matter is no part of the text, and told; a rule around words is none', async () => {
  const policy = await compile(
    '---\ntitle: 隐私政策\nlayout: page\n---\n\n# 某某隐私政策\n\n我们收集信息。\n',
  );
  assert.equal(policy.text, '某某隐私政策\n\n我们收集信息。');
  assert.match(told(policy, 'layout/markup-removed') ?? '', /front matter “title: 隐私政策/);
  assert.match(
    (await compile('---\n\n我们收集信息。\n\n---\n\n我们保护信息。\n')).text,
    /我们收集信息。\s+我们保护信息。/,
  );
});

test('headings by underline, by sharps without a blank, and levels', async () => {
  const policy = await compile(
    '某某隐私政策\n====\n\n收集的信息\n----\n\n我们收集信息。\n\n##使用的信息\n我们使用信息。\n\n###细则\n\n我们公开规则。\n',
  );
  assert.deepEqual(sections(policy), ['1 收集的信息', '1 使用的信息']);
  assert.equal(policy.title?.text, '某某隐私政策');
  assert.deepEqual(
    policy.sections[1]?.sections.map(({ title }) => title.text),
    ['细则'],
  );
});

test('lists keep their numbers, also those Markdown does not know; boxes of tasks go', async () => {
  const policy = await compile(
    '我们会做以下的事情：\n\n1、收集信息；\n2、使用信息。\n\n3. 共享信息；\n4. 删除信息。\n\n- [ ] 查询信息\n- [x] 更正信息\n',
  );
  assert.deepEqual(clausesOf(policy), [
    '我们会做以下的事情：',
    '1、收集信息；',
    '2、使用信息。',
    '3.共享信息；',
    '4.删除信息。',
    '查询信息',
    '更正信息',
  ]);
});

test('footnotes are words, their marks and references of links are not', async () => {
  const policy = await compile(
    '我们收集设备信息[^1]，参见[规则][a]与[清单]。\n\n[^1]: 包括型号与系统版本。\n\n[^note]: 另见 其他 条款。\n\n[a]: https://a.example\n[清单]: https://b.example\n',
  );
  assert.deepEqual(clausesOf(policy), [
    '我们收集设备信息，参见规则与清单。',
    '包括型号与系统版本。',
    '另见其他条款。',
  ]);
});

test('images are told, comments are not', async () => {
  const policy = await compile(
    '我们收集信息。<!-- 内部 -->![清单的图](a.png)<img src="b.png">\n\n<!-- 批注\n\n批注 -->\n',
  );
  assert.equal(policy.text.trim(), '我们收集信息。');
  assert.match(
    told(policy, 'layout/markup-removed') ?? '',
    /2 places, first here: an image “清单的图”, an image\.$/,
  );
  assert.equal(
    told(await compile('# 隐私政策\n\n我们**收集**[信息](a)。\n'), 'layout/markup-removed'),
    undefined,
  );
});
