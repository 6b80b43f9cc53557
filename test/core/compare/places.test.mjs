// Moved is moved: what changes its place, its number or its paragraph says what it said.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared, compileText, replaced, sampleText } from '../../support/compared.mjs';

const OTHERS = '您提供他人（如收款人、联系人）的信息前，请确认已经告知对方并取得对方的同意。';

const compare = async (name, change, start = (text) => text) =>
  compared(await compileText(start(sampleText(name))), await compileText(change(start(sampleText(name)))));

const moveSection = (text, from, next, to) => {
  const section = text.slice(text.indexOf(from), text.indexOf(next));
  return replaced(replaced(text, section, ''), to, `${section}${to}`);
};

test('a paragraph under another heading is moved, not removed and added', async () => {
  const found = await compare('zh', (text) =>
    replaced(replaced(text, `${OTHERS}\n\n`, ''), '下列各项说明', `${OTHERS}\n\n下列各项说明`),
  );
  assert.deepEqual([found.pieces, found.material], [[`moved: ${OTHERS}`], false]);
});

test('a paragraph that moved and was reworded is one change', async () => {
  const reworded = OTHERS.replace('联系人', '家人');
  const found = await compare('zh', (text) =>
    replaced(replaced(text, `${OTHERS}\n\n`, ''), '下列各项说明', `${reworded}\n\n下列各项说明`),
  );
  assert.deepEqual(found.pieces, [`moved and reworded: ${reworded}`]);
});

for (const [name, section, next, to] of [
  ['zh', '## 九、', '## 十、', '## 七、'],
  ['en', '## 9. ', '## 10. ', '## 7. '],
]) {
  test(`${name}: a section before another is moved, with all that stands in it, and nothing else is`, async () => {
    const found = await compare(name, (text) => moveSection(text, section, next, to));
    assert.deepEqual(
      found.pieces.map((line) => line.split(':')[0]),
      Array(8).fill('moved'),
    );
    assert.deepEqual([found.facts, found.material], [[], false]);
  });
}

test('two rows that change places are one move', async () => {
  const found = await compare('zh', (text) => {
    const [first, second] = ['| 蓝牙权限', '| 日历权限'].map((head) =>
      text.slice(text.indexOf(head), text.indexOf('\n', text.indexOf(head)) + 1),
    );
    return replaced(text, first + second, second + first);
  });
  assert.deepEqual([found.pieces.length, found.material], [1, false]);
  assert.match(found.pieces[0], /^moved: (?:蓝牙|日历)权限 /);
});

test('other numbers on the headings change nothing, and on the references nothing that counts', async () => {
  const found = await compare('zh', (text) =>
    text.replace(/^## ([一二三四五六七八九十]+)、/gm, '## 第$1章 ').replace(/第八条/g, '第九条'),
  );
  assert.deepEqual([found.words, found.material], [['第八条 → 第九条', '第八条 → 第九条'], false]);
});

test('a paragraph cut in two is a sentence that moved', async () => {
  const found = await compare('zh', (text) => replaced(text, '个人信息。无法自行', '个人信息。\n\n无法自行'));
  assert.deepEqual(
    found.pieces.map((line) => line.split(':')[0]),
    ['reworded', 'moved'],
  );
  assert.deepEqual([found.facts, found.material], [[], false]);
});

test('two paragraphs made one are a paragraph that moved', async () => {
  const found = await compare('zh', (text) =>
    replaced(text, '密码登录。\n\n当您选择指纹', '密码登录。当您选择指纹'),
  );
  assert.deepEqual(found.pieces.map((line) => line.split(':')[0]).sort(), ['moved', 'reworded']);
  assert.equal(found.material, false);
});

test('an item that moves from what is not asked for to what is asked for is a doubt', async () => {
  const lists = (first, second) =>
    `# 青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策。\n\n## 一、权限\n\n我们会申请下列权限：\n\n- 相机权限\n${first}\n我们不会申请下列权限：\n\n- 短信权限\n${second}\n`;
  const before = await compileText(lists('', '- 通讯录权限\n'));
  const after = await compileText(lists('- 通讯录权限\n', ''));
  assert.equal(compared(before, after).material, true);
});

test('line breaks, spaces and full-width letters are no change', async () => {
  const found = await compare('zh', (text) =>
    replaced(text, 'Android、iOS、HarmonyOS 客户端', 'Ａndroid、iOS、\nHarmonyOS客户端').replace(
      /(?<=[\u4e00-\u9fff]) SDK/g,
      'SDK',
    ),
  );
  assert.deepEqual([found.pieces, found.material], [[], false]);
});

test('the same text compiled from another file has not changed', async () => {
  const text = sampleText('clinic').replace(/[#*]/g, '');
  assert.deepEqual(
    compared(await compileText(text, 'text/plain'), await compileText(text, 'text/plain')).pieces,
    [],
  );
});

test('a description of what changed is not what changes', async () => {
  const found = await compare('zh', (text) =>
    replaced(text, '其余修改为文字完善，不影响您的权益。', '另新增第三方共享清单的说明，收集的信息不变。'),
  );
  assert.equal(found.material, false);
});
