// Tables that an extraction took apart: what each row says is found as if the table were whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, policyOf } from '../../support/facts-of.mjs';

const told = async (text) =>
  bare((await policyOf(text, 'text/plain')).permissions).map(({ kind, purpose, refusal }) => [
    kind,
    purpose,
    refusal,
  ]);

const EXPECTED = [
  ['camera', '扫码付款', '只能输入编号'],
  ['location', '查找附近网点', '手动选择城市'],
  ['notifications', '提醒账户变动', '收不到提醒'],
];
const HEAD = '示例银行隐私政策\n\n一、设备权限\n\n';
const TAIL = '\n\n二、联系我们\n\n客服电话：400-555-0100。\n';
const ROWS = [
  ['相机', '扫码付款', '只能输入编号'],
  ['位置', '查找附近网点', '手动选择城市'],
  ['通知', '提醒账户变动', '收不到提醒'],
];
const TITLES = ['权限名称', '使用目的', '拒绝的影响'];

test('one space between the cells', async () => {
  const rows = [TITLES, ...ROWS].map((cells) => cells.join(' ')).join('\n');
  assert.deepEqual(await told(HEAD + rows + TAIL), EXPECTED);
});

test('one cell a line, each row behind its number', async () => {
  const rows = ROWS.map((cells, index) => [index + 1, ...cells]);
  assert.deepEqual(await told(HEAD + [['序号', ...TITLES], ...rows].flat().join('\n\n') + TAIL), EXPECTED);
});

test('one cell a line, each with a stroke at its end, under a border of dashes', async () => {
  const cells = (row) => row.map((cell) => `${cell} |`).join('\n');
  const table = [cells(TITLES), '---|---|---|', ...ROWS.map(cells)].join('\n');
  assert.deepEqual(await told(HEAD + table + TAIL), EXPECTED);
});

test('a row with a line too few is left as it stands, and the rows beside it are read', async () => {
  const rows = [
    ['1', ...ROWS[0]],
    ['2', '位置', '查找附近网点'],
    ['3', ...ROWS[2]],
  ];
  const found = await told(HEAD + [['序号', ...TITLES], ...rows].flat().join('\n') + TAIL);
  assert.deepEqual(found, [EXPECTED[0], EXPECTED[2]]);
});

test('sentences with two spaces each are no table', async () => {
  const text = `${HEAD}我们 重视 您的信息。\n请您 仔细 阅读本政策。\n如有 疑问 请联系我们。\n感谢 您的 信任。${TAIL}`;
  assert.deepEqual(await told(text), []);
});
