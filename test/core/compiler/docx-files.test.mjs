// Files that are no .docx, or a broken, locked or swollen one: each is one sentence that says what to do.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { compilePolicy, MEDIA_TYPE_OF_ENDING } from '../../../build/src/compiler/index.js';
import { readDocx } from '../../../build/src/compiler/docx/read-docx.js';
import { docxFile, docxParts, marked, paragraph as p, zipped } from '../../support/docx-file.mjs';

const refuses = (bytes, sentence, value) =>
  assert.rejects(readDocx(bytes), (error) => {
    assert.deepEqual([error.name, error.code], ['ConsentError', 'compiler/not-a-docx']);
    assert.match(error.message, sentence);
    if (value !== undefined) assert.deepEqual(error.value, value);
    return true;
  });
const utf16 = (words) => Uint8Array.from(Buffer.from(words, 'utf16le'));
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

test('other files are named by what they are, with their first bytes', async () => {
  await refuses(new Uint8Array(), /empty/, 0);
  await refuses(joined(OLE, utf16('WordDocument')), /old Office file.*save it as \.docx/, 'd0cf11e0a1b11ae1');
  await refuses(joined(OLE, new Uint8Array(600), utf16('EEncryptedPackage')), /locked with a password/);
  await refuses(strToU8('{\\rtf1 }'), /RTF file/, '7b5c727466312020'.slice(0, 14) + '7d');
  await refuses(strToU8('%PDF-1.7'), /PDF file.*application\/pdf/);
  await refuses(strToU8('<html><body>x'), /no \.docx file: it begins with 3c68746d6c3e3c62/);
});

test('a zip without a Word document is told, with what it holds', async () => {
  await refuses(
    zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    /holds no Word document/,
    ['mimetype', 'content.xml'],
  );
  const sheet = {
    ...docxParts({}),
    'word/document.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>',
  };
  await refuses(zipped(sheet), /holds no Word document/, 'word/document.xml');
  await refuses(zipped({}), /holds no Word document/, []);
});

test('a broken file is told: cut off, damaged, with XML that ends too early or is none', async () => {
  const whole = docxFile(p('我们收集您的手机号。'.repeat(50)));
  await refuses(whole.slice(0, whole.length - 30), /broken \(the end of the zip is missing\)/);
  await refuses(whole.slice(0, 4), /broken/);
  const document = Buffer.from(whole).indexOf('word/document.xml');
  for (const at of [document - 30, document - 4, document + 40, document + 90, whole.length - 60]) {
    const damaged = Uint8Array.from(whole);
    damaged.fill(0x55, at, at + 12);
    await assert.rejects(readDocx(damaged), { name: 'ConsentError', code: 'compiler/not-a-docx' });
  }
  const broken = (xml) => zipped({ ...docxParts({}), 'word/document.xml': xml });
  await refuses(
    broken(
      '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>',
    ),
    /ends too early/,
  );
  await refuses(broken('no xml'), /is no XML/);
  await refuses(broken('<a>'.repeat(100_000)), /nested deeper/, '400 levels');
});

test('a file whose checksum is wrong is damaged', async () => {
  const parts = zipSync(
    Object.fromEntries(
      Object.entries(docxParts({ body: p('五年') })).map(([name, xml]) => [name, strToU8(xml)]),
    ),
    { level: 0 },
  );
  const at = Buffer.from(parts).indexOf('五年');
  parts.set(strToU8('三'), at);
  await refuses(parts, /word\/document\.xml is damaged/);
});

/** A file whose directory says another size of the document than it has. */
function saying(size, spaces) {
  const bytes = docxFile(`<!--${' '.repeat(spaces)}-->`);
  const directory = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002');
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, size, true);
  return bytes;
}

test('a zip that swells is not unpacked, also one that says it does not', async () => {
  await refuses(saying(200 * 1024 * 1024, 10), /unpacks to more than 128 MB \(word\/document\.xml\)/);
  const start = performance.now();
  await refuses(saying(1000, 20_000_000), /holds more than it says/, 1000);
  await refuses(saying(30_000_000, 20_000_000), /damaged/);
  assert.ok(performance.now() - start < 5000);
});

test('a part locked with a password is told', async () => {
  const bytes = docxFile(p('a'));
  const directory = Buffer.from(bytes).lastIndexOf('PK\u0001\u0002');
  bytes[directory + 8] |= 1;
  await refuses(bytes, /locked with a password/, 'word/document.xml');
});

test('entities that a document type declares are not expanded', async () => {
  const parts = docxParts({ body: p('a&b;c') });
  const xml = parts['word/document.xml'].replace('?>', '?><!DOCTYPE x [<!ENTITY b "no">]>');
  assert.equal(marked(await readDocx(zipped({ ...parts, 'word/document.xml': xml }))), 'a&b;c');
});

test('names with backslashes or in other letters are found', async () => {
  const parts = docxParts({ body: p('a') });
  const renamed = Object.fromEntries(
    Object.entries(parts).map(([name, xml]) => [name.replaceAll('/', '\\').toUpperCase(), xml]),
  );
  assert.equal(marked(await readDocx(zipped(renamed))), 'a');
});

test('a .docx handed in as a string is refused with a code', async () => {
  await assert.rejects(compilePolicy({ name: 'a', mediaType: MEDIA_TYPE_OF_ENDING.docx, text: 'PK' }), {
    name: 'ConsentError',
    code: 'compiler/not-bytes',
    value: undefined,
  });
});

test('whatever the bytes and whatever the XML, it ends in a policy or in a ConsentError', async () => {
  const whole = docxFile(p('我们收集您的手机号。'));
  const damaged = fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ maxLength: 8 })).map(([at, bytes]) => {
    const copy = Uint8Array.from(whole);
    copy.set(bytes.slice(0, copy.length - at), at);
    return copy;
  });
  const piece = fc.constantFrom(
    '<w:p>',
    '</w:p>',
    '<w:r>',
    '</w:r>',
    '<w:t>词',
    '</w:t>',
    '<w:tbl>',
    '</w:tbl>',
    '<w:tr>',
    '</w:tr>',
    '<w:tc>',
    '</w:tc>',
    '<w:tcPr><w:vMerge/><w:gridSpan w:val="-3"/></w:tcPr>',
    '<w:tcPr><w:gridSpan w:val="9999999"/></w:tcPr>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="end"/>',
    '<w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="x"/></w:numPr><w:outlineLvl w:val="-2"/></w:pPr>',
    '<w:sym w:char="ZZ"/>',
    '<w:sym w:char="FFFFFFFF"/>',
    '<w:rPr><w:b w:val="maybe"/><w:sz w:val="-"/></w:rPr>',
    '<w:footnoteReference/>',
    '<mc:AlternateContent>',
    '</mc:AlternateContent>',
    '<w:sdt>',
    '</w:sdt>',
    '<w:del>',
    '</w:del>',
    '&#0;',
    '&#xD800;',
    '\t',
    '<',
  );
  const file = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 64 }),
    fc.array(piece, { maxLength: 60 }).map((all) => docxFile(all.join(''))),
  );
  await fc.assert(
    fc.asyncProperty(file, async (bytes) => {
      try {
        const reading = await readDocx(bytes);
        for (const { start, end } of [...reading.emphasis, ...reading.hints.map(({ span }) => span)])
          assert.ok(start >= 0 && start <= end && end <= reading.traced.text.length);
      } catch (error) {
        assert.equal(error.name, 'ConsentError', error.stack);
      }
    }),
    { numRuns: 400 },
  );
});

test('a large document is read in time that grows with it', async () => {
  const body = (count) =>
    p(
      '我们收集您的<手机号>，用于登录。'.replace(/[<>]/g, ''),
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    ).repeat(count);
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const time = async (count) => {
    const bytes = docxFile({ body: body(count), numbering });
    const start = performance.now();
    const { hints } = await readDocx(bytes);
    assert.equal(hints.length, count);
    return performance.now() - start;
  };
  await time(2000);
  const [small, large] = [await time(10_000), await time(40_000)];
  assert.ok(large < small * 8 + 200, `${small} ms for a quarter, ${large} ms for the whole`);
});
