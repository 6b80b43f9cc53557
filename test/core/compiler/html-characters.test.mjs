// Bytes of a page are read in the encoding that the page declares.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { told } from '../../support/marked-page.mjs';

const GBK = {
  我: [0xce, 0xd2],
  们: [0xc3, 0xc7],
  收: [0xca, 0xd5],
  集: [0xbc, 0xaf],
  信: [0xd0, 0xc5],
  息: [0xcf, 0xa2],
  '。': [0xa1, 0xa3],
};
const BIG5 = {
  我: [0xa7, 0xda],
  們: [0xad, 0xcc],
  收: [0xa6, 0xac],
  集: [0xb6, 0xb0],
  信: [0xab, 0x48],
  息: [0xae, 0xa7],
  '。': [0xa1, 0x43],
};
const LATIN = { é: [0xe9], '’': [0x92] };

const encode = (text, table) =>
  Uint8Array.from([...text].flatMap((sign) => table[sign] ?? [sign.charCodeAt(0)]));
const utf16 = (text) =>
  Uint8Array.from([...text].flatMap((sign) => [sign.charCodeAt(0) & 0xff, sign.charCodeAt(0) >> 8]));
const compile = (bytes, mediaType = 'text/html') => compilePolicy({ name: 'page', mediaType, bytes });
const meta = (charset) =>
  `<html><head><title>x</title><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>`;

for (const [charset, words, table] of [
  ['gbk', '我们收集信息。', GBK],
  ['GB2312', '我们收集信息。', GBK],
  ['gb18030', '我们收集信息。', GBK],
  ['big5', '我們收集信息。', BIG5],
  ['windows-1252', 'We don’t sell your résumé.', LATIN],
]) {
  test(`a page declared as ${charset} is read so, and that is told`, async () => {
    const policy = await compile(encode(`${meta(charset)}<p>${words}</p>`, table));
    assert.equal(policy.text, words);
    assert.match(told(policy, 'source/declared-characters'), new RegExp(`as ${charset.toLowerCase()};`));
    assert.equal(told(policy, 'source/not-utf-8'), undefined);
  });
}

test('a short meta, an XML declaration, and UTF-16 without a mark are understood', async () => {
  assert.equal((await compile(encode('<meta charset=gbk><p>我们收集信息。', GBK))).text, '我们收集信息。');
  assert.equal(
    (await compile(encode('<?xml version="1.0" encoding="gb2312"?><p>我们收集信息。</p>', GBK))).text,
    '我们收集信息。',
  );
  assert.equal((await compile(utf16('<html><p>我们收集信息。</p></html>'))).text, '我们收集信息。');
});

test('bytes that are plainly UTF-8 are read so, whatever the page says; a declaration in a comment is none', async () => {
  const long = '我们会收集您的手机号码，用于登录。';
  const saved = await compile(new TextEncoder().encode(`${meta('gbk')}<p>${long}</p>`));
  assert.equal(saved.text, long);
  assert.equal(told(saved, 'source/declared-characters'), undefined);
  assert.equal(
    (await compile(encode('<!-- <meta charset=big5> --><p>我们收集信息。', GBK))).text,
    '我们收集信息。',
  );
});

test('an encoding nobody knows, or one declared for UTF-16 in single bytes, is passed over', async () => {
  for (const charset of ['klingon', 'utf-16', 'utf-8']) {
    assert.equal((await compile(encode(`${meta(charset)}<p>我们收集信息。`, GBK))).text, '我们收集信息。');
  }
});

test('bytes that the declared encoding does not have are told', async () => {
  const policy = await compile(Uint8Array.from([...encode(`${meta('gbk')}<p>我们收集信息`, GBK), 0x81]));
  assert.ok(policy.text.startsWith('我们收集信息'));
  assert.match(told(policy, 'source/broken-characters') ?? '', /no text/);
});
