// What a person sees in Word is what is read out of a .docx file. The XML is the fixture; expected words carry marks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDocx } from '../../../build/src/compiler/docx/read-docx.js';
import { docxFile, marked, paragraph as p, run as r } from '../../support/docx-file.mjs';

const reads = async (parts) => marked(await readDocx(docxFile(parts)));
const noticed = async (parts) =>
  (await readDocx(docxFile(parts))).leftOut.map(({ kind, words }) => `${kind} ${words}`.trim());

const BOLD = '<w:b/>';
const STYLES = `
  <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
    <w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:u w:val="single"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="2"><w:name w:val="Heading 2"/><w:basedOn w:val="a"/></w:style>
  <w:style w:type="paragraph" w:styleId="own"><w:name w:val="公司标题"/><w:basedOn w:val="1"/></w:style>
  <w:style w:type="paragraph" w:styleId="title"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="key"><w:name w:val="Key clause"/><w:basedOn w:val="a"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="key2"><w:name w:val="Key clause inside"/><w:basedOn w:val="key"/></w:style>
  <w:style w:type="paragraph" w:styleId="calm"><w:name w:val="Calm"/><w:basedOn w:val="key"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="link"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>`;
const styled = (id, inner, shape = '') => p(inner, `<w:pStyle w:val="${id}"/>${shape}`);
const withStyles = (body) => reads({ body, styles: STYLES });

test('paragraphs stand apart, and white space at the ends of lines is no word', async () => {
  assert.equal(await reads(p('　　一 ') + p('') + p('二')), '一\n\n二');
});

test('runs that Word cut are one; white space without xml:space is not kept', async () => {
  assert.equal(await reads(p(r('手') + '<w:r><w:t> 机 </w:t></w:r>' + r('号 a'))), '手机号 a');
});

test('headings are known by outline level and by the format’s style names, also when inherited', async () => {
  const body =
    styled('title', '政策') +
    styled('1', '甲') +
    styled('2', '乙') +
    styled('own', '丙') +
    p('丁', '<w:outlineLvl w:val="2"/>');
  assert.equal(await withStyles(body), '{H0:政策}\n\n{H1:甲}\n\n{H2:乙}\n\n{H1:丙}\n\n{H3:丁}');
});

test('outline level nine is body text, whatever the style says', async () => {
  assert.equal(await withStyles(styled('1', '甲', '<w:outlineLvl w:val="9"/>')), '{B:甲}');
});

test('bold and underline by the run, by its character style and by the paragraph’s style are the author’s', async () => {
  const body =
    p(r('a ') + r('b', BOLD) + r(' c ') + r('d', '<w:u w:val="double"/>') + r(' e')) +
    p(r('f ') + r('g', '<w:rStyle w:val="strong"/>')) +
    styled('key', 'h') +
    styled('key2', 'i') +
    styled('calm', 'j') +
    p(r('k', '<w:b w:val="false"/><w:u w:val="none"/>'));
  assert.equal(await withStyles(body), 'a {B:b} c {B:d} e\n\nf {B:g}\n\n{B:h}\n\n{B:i}\n\nj\n\nk');
});

test('a bold character style in a bold paragraph style switches bold off', async () => {
  assert.equal(await withStyles(styled('key', r('a ') + r('b', '<w:rStyle w:val="strong"/>'))), '{B:a} b');
});

test('bold runs side by side are one stretch, over a line end too', async () => {
  assert.equal(
    await reads(
      p(r('a', BOLD) + r(' ') + r('b', BOLD) + '<w:r><w:rPr><w:b/></w:rPr><w:br/><w:t>c</w:t></w:r>'),
    ),
    '{B:a b\nc}',
  );
});

test('a heading’s own look is no emphasis; what its author made bold in it is', async () => {
  assert.equal(await withStyles(styled('1', r('甲') + r('乙', BOLD))), '{H1:甲{B:乙}}');
});

test('links are underlined to be links, not to be stressed', async () => {
  const link = `<w:hyperlink r:id="x">${r('https://a.example.com', '<w:rStyle w:val="link"/><w:u w:val="single"/>')}</w:hyperlink>`;
  assert.equal(
    await withStyles(p(r('见 ') + link + r('与', '<w:rStyle w:val="link"/>'))),
    '见 https://a.example.com与',
  );
});

test('where the document makes nearly all words bold, bold stresses nothing; underline still does', async () => {
  const bold = STYLES.replace('<w:sz w:val="21"/>', '<w:b/>');
  const body = p('甲乙丙丁') + p(r('戊', '<w:u w:val="single"/>')) + p(r('己', '<w:b w:val="0"/>'));
  assert.equal(await reads({ body, styles: bold }), '甲乙丙丁\n\n{B:戊}\n\n己');
});

test('where the document’s style is bold and most of its words are not, bold is emphasis', async () => {
  const styles = STYLES.replace('"Normal"/>', '"Normal"/><w:rPr><w:b/></w:rPr>');
  const body = p('甲') + p(r('乙丙丁戊', '<w:b w:val="0"/>'));
  assert.equal(await reads({ body, styles }), '{B:甲}\n\n乙丙丁戊');
});

test('right-to-left words are bold by their own property', async () => {
  assert.equal(
    await reads(p(r('سياسة', '<w:rtl/><w:bCs/>') + r(' ') + r('b', '<w:bCs/>') + r('c', '<w:rtl/><w:b/>'))),
    '{B:سياسة} bc',
  );
});

test('line ends, page breaks, tabs and hyphens', async () => {
  const inner = `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:br w:type="page"/><w:t>c</w:t><w:tab/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f\u00adg</w:t></w:r>`;
  assert.equal(await reads(p(inner)), 'a\nb\nc d-efg');
});

test('two tabs between words are columns, a title is one line', async () => {
  const tabs = '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>';
  assert.equal(await reads(p(tabs)), 'a\tb\tc');
  assert.equal(
    await withStyles(styled('1', '<w:r><w:t>第一章</w:t><w:br/><w:t>总则</w:t></w:r>')),
    '{H1:第一章 总则}',
  );
});

test('symbols are the signs they look like', async () => {
  const signs =
    '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:font="宋体" w:char="2460"/></w:r>';
  assert.equal(await reads(p(signs + r('ü', '<w:rFonts w:ascii="Wingdings"/>') + r('ü'))), '☑•①✓ü');
});

test('hidden words are left out and told: vanish, by style, too small, in the colour of their ground', async () => {
  const parts = {
    styles: STYLES,
    body:
      p(r('看') + r('隐', '<w:vanish/>') + r('藏', '<w:vanish/>') + r('见')) +
      styled('gone', '全隐') +
      p(
        r('小', '<w:sz w:val="2"/>') +
          r('白', '<w:color w:val="FFFFFF"/>') +
          r('灰', '<w:color w:val="DDDDDD"/><w:shd w:val="clear" w:fill="DEDEDE"/>'),
      ) +
      p(
        r('黄', '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'),
        '<w:shd w:val="clear" w:fill="000000"/>',
      ) +
      p(
        r('不隐', '<w:vanish w:val="0"/>') +
          r('红', '<w:color w:val="FF0000"/>') +
          r('自动', '<w:color w:val="auto"/>'),
      ),
  };
  assert.equal(await reads(parts), '看见\n\n不隐红自动');
  assert.deepEqual(await noticed(parts), ['layout/hidden-text “隐”', 'layout/hidden-text “全隐”']);
});

test('white words on a dark ground are read: cell, paragraph, table style, a picture behind them', async () => {
  const white = (words) => p(r(words, '<w:color w:val="FFFFFF"/>'));
  const cell = (inner, shape = '') => `<w:tc>${shape && `<w:tcPr>${shape}</w:tcPr>`}${inner}</w:tc>`;
  const styles = `<w:style w:type="table" w:styleId="t"><w:name w:val="Dark"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>`;
  const table = (inner, style = '') => `<w:tbl><w:tblPr>${style}</w:tblPr><w:tr>${inner}</w:tr></w:tbl>`;
  const body =
    table(cell(white('甲'), '<w:shd w:val="clear" w:fill="002060"/>') + cell(white('乙'))) +
    table(cell(white('丙')) + cell(white('丁')), '<w:tblStyle w:val="t"/>') +
    p(r('戊', '<w:color w:val="FFFFFF"/>'), '<w:shd w:val="clear" w:fill="C00000"/>') +
    p('<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>') +
    white('己') +
    p('<w:r><w:br w:type="page"/></w:r>') +
    white('庚');
  assert.equal(await reads({ body, styles }), '{R:甲|}\n\n{R:丙|丁}\n\n戊\n\n己');
});

test('of a field the result is read, not the instruction', async () => {
  const field = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instr = (words) => `<w:r><w:instrText>${words}</w:instrText></w:r>`;
  const inner =
    r('见') +
    field('begin') +
    instr(' REF ') +
    field('begin') +
    instr(' IF ') +
    field('separate') +
    r('不') +
    field('end') +
    field('separate') +
    r('第八条') +
    field('end') +
    r('。');
  assert.equal(await reads(p(inner)), '见第八条。');
  assert.equal(
    await reads(
      p(
        `<w:fldSimple w:instr=" DATE ">${r('2025年')}</w:fldSimple>${field('begin')}${instr('SEQ')}${field('end')}${r('10月')}`,
      ),
    ),
    '2025年10月',
  );
});

test('a table of contents that Word keeps gives lines of contents, without their pages', async () => {
  const field = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const line = (words, page, before = '', after = '') =>
    styled(
      'a',
      `${before}${r(words)}<w:r><w:tab/></w:r>${field('begin')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>${field('separate')}${r(page)}${field('end')}${after}`,
    );
  const body =
    p('目录') +
    line(
      '一、甲',
      '1',
      `${field('begin')}<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>${field('separate')}`,
    ) +
    line('二、乙', '12') +
    p(field('end')) +
    styled('1', '一、甲') +
    p('文。');
  assert.equal(await withStyles(body), '目录\n\n{T:一、甲}\n{T:二、乙}\n\n{H1:一、甲}\n\n文。');
  assert.equal(
    await withStyles(styled('toc', '<w:r><w:t>1.</w:t><w:tab/><w:t>甲</w:t><w:tab/><w:t>3</w:t></w:r>')),
    '{T:1. 甲}',
  );
  const control = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('目 录')}${p('一、甲')}</w:sdtContent></w:sdt>`;
  assert.equal(await withStyles(control + p('文。')), '{T:目 录}\n{T:一、甲}\n\n文。');
});

test('insertions are read, deletions and where words were moved from are not, and all is told', async () => {
  const change = (name, inner) => `<w:${name} w:id="1" w:author="a">${inner}</w:${name}>`;
  const parts =
    p(r('保存') + change('del', '<w:r><w:delText>三</w:delText></w:r>') + change('ins', r('五')) + r('年')) +
    p(change('moveFrom', r('旧处')) + change('moveTo', r('新处')));
  assert.equal(await reads(parts), '保存五年\n\n新处');
  assert.deepEqual(await noticed(parts), Array(2).fill('source/tracked-changes'));
});

test('a paragraph whose end was deleted goes on in the next one; a deleted row is gone', async () => {
  const deleted = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>';
  assert.equal(await reads(p('一', deleted) + p('二') + p('三', deleted)), '一二\n\n三');
  const row = (shape, ...words) =>
    `<w:tr><w:trPr>${shape}</w:trPr>${words.map((one) => `<w:tc>${p(one)}</w:tc>`).join('')}</w:tr>`;
  assert.equal(
    await reads(
      `<w:tbl>${row('', 'a', 'b')}${row('<w:del w:id="1"/>', 'c', 'd')}${row('<w:ins w:id="2"/>', 'e', 'f')}</w:tbl>`,
    ),
    '{R:a|b}\n{R:e|f}',
  );
});

test('a large first letter belongs to its paragraph', async () => {
  assert.equal(await reads(p('本', '<w:framePr w:dropCap="drop"/>') + p('政策')), '本政策');
});

test('content controls, smart tags and other wrappers are read through', async () => {
  const body =
    `<w:sdt><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt><w:customXml>${p('乙')}</w:customXml>` +
    p(
      `<w:sdt><w:sdtContent>${r('丙')}</w:sdtContent></w:sdt><w:smartTag>${r('丁')}</w:smartTag><w:bdo w:val="rtl">${r('戊')}</w:bdo>`,
    ) +
    p(
      '<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>',
    );
  assert.equal(await reads(body), '甲\n\n乙\n\n丙丁戊\n\n汉x+1');
});

test('a text box is read once, after the paragraph it hangs on', async () => {
  const box = `<w:txbxContent>${p('框一')}${p('框二')}</w:txbxContent>`;
  const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  assert.equal(await reads(p(r('甲') + drawn + r('乙')) + p('丙')), '甲乙\n\n框一\n\n框二\n\n丙');
  assert.equal(await reads(p(`<w:r><w:pict><v:textbox>${box}</v:textbox></w:pict></w:r>`)), '框一\n\n框二');
});

test('notes stand after the paragraph, or the table, that refers to them, and this is told', async () => {
  const note = (name, id, inner) => `<w:${name} w:id="${id}">${inner}</w:${name}>`;
  const reference = (name, id, more = '') => `<w:r><w:${name}Reference w:id="${id}" ${more}/></w:r>`;
  const parts = {
    footnotes:
      note('footnote', '-1', p('<w:r><w:separator/></w:r>')) +
      note('footnote', '1', p('<w:r><w:footnoteRef/></w:r>' + r(' 甲注')) + p('又')) +
      note('footnote', '2', p('乙注')) +
      note('footnote', '3', p('* 丙注')),
    endnotes: note('endnote', '1', p('尾注')),
    body:
      p(r('甲') + reference('footnote', '1') + r('。')) +
      `<w:tbl><w:tr><w:tc>${p(r('a') + reference('footnote', '2'))}</w:tc><w:tc>${p('b')}</w:tc></w:tr><w:tr><w:tc>${p('c')}</w:tc><w:tc>${p('d')}</w:tc></w:tr></w:tbl>` +
      p(r('丙') + reference('footnote', '3', 'w:customMarkFollows="1"') + r('*')) +
      p(r('丁') + reference('endnote', '1')),
  };
  assert.equal(
    await reads(parts),
    '甲。\n\n[1] 甲注\n\n又\n\n{R:a|b}\n{R:c|d}\n\n[2] 乙注\n\n丙*\n\n* 丙注\n\n丁\n\n[i] 尾注',
  );
  assert.deepEqual(await noticed(parts), Array(4).fill('layout/notes-moved'));
});

test('comments and their marks are no words', async () => {
  assert.equal(
    await reads(
      p(
        `<w:commentRangeStart w:id="0"/>${r('甲')}<w:commentRangeEnd w:id="0"/><w:r><w:annotationRef/><w:commentReference w:id="0"/></w:r>`,
      ),
    ),
    '甲',
  );
});

test('Strict files, other prefixes, UTF-16 parts and another main part are read the same', async () => {
  const { docxParts, zipped } = await import('../../support/docx-file.mjs');
  const body = p(r('甲') + r('乙', BOLD), '<w:outlineLvl w:val="0"/>');
  const words = async (parts) => marked(await readDocx(zipped(parts)));
  const parts = docxParts({ body });
  const strict = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [
      name,
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
          'http://purl.oclc.org/ooxml/wordprocessingml/main',
        ),
    ]),
  );
  assert.equal(await words(strict), '{H1:甲{B:乙}}');
  const renamed = (xml) => xml.replace(/(<\/?| )w:/g, '$1ns0:').replace('xmlns:w=', 'xmlns:ns0=');
  assert.equal(
    await words({ ...parts, 'word/document.xml': renamed(parts['word/document.xml']) }),
    '{H1:甲{B:乙}}',
  );
  const wide = Buffer.from(`\ufeff${parts['word/document.xml'].replace('UTF-8', 'UTF-16')}`, 'utf16le');
  assert.equal(await words({ ...parts, 'word/document.xml': new Uint8Array(wide) }), '{H1:甲{B:乙}}');
  const { 'word/document.xml': document, ...rest } = parts;
  const moved = {
    ...rest,
    '_rels/.rels': rest['_rels/.rels'].replace('word/document.xml', '/Word/Main.xml'),
    'word/main.xml': document,
  };
  assert.equal(await words(moved), '{H1:甲{B:乙}}');
});

test('another file embedded in the document is told', async () => {
  assert.deepEqual(await noticed(p('甲') + '<w:altChunk r:id="x"/>'), ['source/part-not-read']);
});
