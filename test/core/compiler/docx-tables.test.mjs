// Tables of a .docx file: rows of cells, whatever Word merged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy, MEDIA_TYPE_OF_ENDING } from '../../../build/src/compiler/index.js';
import { readDocx } from '../../../build/src/compiler/docx/read-docx.js';
import { docxFile, marked, paragraph as p, run as r } from '../../support/docx-file.mjs';

const reads = async (body) => marked(await readDocx(docxFile(body)));
const cell = (inner, shape = '') =>
  `<w:tc>${shape && `<w:tcPr>${shape}</w:tcPr>`}${inner.startsWith('<') ? inner : p(inner)}</w:tc>`;
const row = (...cells) =>
  `<w:tr>${cells.map((one) => (one.startsWith('<w:t') ? one : cell(one))).join('')}</w:tr>`;
const table = (...rows) => `<w:tbl>${rows.join('')}</w:tbl>`;
const BEGINS = '<w:vMerge w:val="restart"/>';
const GOES_ON = '<w:vMerge/>';
const wide = (columns) => `<w:gridSpan w:val="${columns}"/>`;

test('cells, empty cells and emphasis; a cell is one line', async () => {
  const body =
    p('前') +
    table(
      row('权限', '目的'),
      row(
        cell(p(r('相机', '<w:b/>')) + p('拍照')),
        cell(`<w:p><w:r><w:t>扫</w:t><w:br/><w:t>码</w:t><w:tab/><w:t>等</w:t></w:r></w:p>`),
      ),
      row('', '乙'),
    ) +
    p('后');
  assert.equal(await reads(body), '前\n\n{R:权限|目的}\n{R:{B:相机} 拍照|扫 码 等}\n{R:|乙}\n\n后');
});

test('rows end with their last word, and a row without words is none', async () => {
  const { traced } = await readDocx(
    docxFile(table(row('a', 'b', 'c'), row('', '', ''), row('d', '', ''), row('', 'e', ''))),
  );
  assert.equal(traced.text, 'a\tb\tc\nd\n\te');
});

test('a cell that spans rows stands in each of them, one that spans columns in the first', async () => {
  const body = table(
    row(cell('公司', wide(2)), 'SDK'),
    row(cell('甲', BEGINS), '一', '推送'),
    row(cell('', GOES_ON), '二', '支付'),
    row(cell('乙', BEGINS), cell('三', BEGINS), '地图'),
    row(cell('', GOES_ON), cell('', GOES_ON), '分享'),
  );
  assert.equal(
    await reads(body),
    '{R:公司||SDK}\n{R:甲|一|推送}\n{R:甲|二|支付}\n{R:乙|三|地图}\n{R:乙|三|分享}',
  );
});

test('columns that a row leaves out at its ends', async () => {
  const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell('b')}${cell('c')}</w:tr>`;
  assert.equal(await reads(table(row('1', '2', '3', '4'), short)), '{R:1|2|3|4}\n{R:|b|c|}');
});

test('a frame of one cell is no table; a title and a remark over all columns stand outside', async () => {
  assert.equal(
    await reads(table(row(cell(p('甲', '<w:outlineLvl w:val="0"/>') + p('乙'))))),
    '{H1:甲}\n\n乙',
  );
  const body = table(
    row(cell('清单', wide(2))),
    row('a', 'b'),
    row(cell('组', wide(2))),
    row('c', 'd'),
    row(cell('注：略', wide(2))),
  );
  assert.equal(await reads(body), '清单\n\n{R:a|b}\n{R:组|}\n{R:c|d}\n\n注：略');
});

test('a table in a cell is told in its words; rows and cells in content controls are read', async () => {
  const inner = table(row('x', 'y'), row('z', ''));
  assert.equal(await reads(table(row(cell(p('a') + inner + p('')), 'b'))), '{R:a x y z|b}');
  const controlled = `<w:tbl><w:sdt><w:sdtContent><w:tr>${cell('a')}<w:sdt><w:sdtContent>${cell('b')}</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>`;
  assert.equal(await reads(controlled), '{R:a|b}');
});

test('hidden rows are left out', async () => {
  assert.equal(
    await reads(table(row('a', 'b'), `<w:tr><w:trPr><w:hidden/></w:trPr>${cell('c')}${cell('d')}</w:tr>`)),
    '{R:a|b}',
  );
});

test('a company that spans the rows of its SDKs is the company of each', async () => {
  const body =
    p('青禾隐私政策') +
    p('一、第三方 SDK 清单', '<w:outlineLvl w:val="0"/>') +
    table(
      row('第三方公司', 'SDK 名称', '使用目的', '收集的个人信息'),
      row(cell('杭州青鸾示例科技有限公司', BEGINS), '青鸾推送 SDK', '推送消息', '设备型号'),
      row(cell('', GOES_ON), '青鸾统计 SDK', '统计崩溃', '崩溃日志'),
    ) +
    p('二、联系我们', '<w:outlineLvl w:val="0"/>') +
    p('电话：400-000-0100。');
  const policy = await compilePolicy({
    name: 'a.docx',
    mediaType: MEDIA_TYPE_OF_ENDING.docx,
    bytes: docxFile(body),
  });
  assert.deepEqual(
    policy.thirdParties.map(({ name, company }) => `${name.text} ${company?.text}`),
    ['青鸾推送 SDK 杭州青鸾示例科技有限公司', '青鸾统计 SDK 杭州青鸾示例科技有限公司'],
  );
});
