// Which hosts are shown in their own script, and which stay in their ASCII form.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodePunycode } from '../../../build/src/jump/idn/decode-punycode.js';
import { describeTarget } from '../../../build/src/jump/describe-target.js';
import { SAFE, UNSAFE } from './idn-cases.mjs';

const shown = (host) => describeTarget(`https://${host}/`).display.unicode;

test('the cases are many, and each stands once', () => {
  const hosts = [...SAFE, ...UNSAFE].map(([host]) => host);
  assert.equal(new Set(hosts).size, hosts.length);
  assert.ok(SAFE.length >= 60 && UNSAFE.length >= 120, `${SAFE.length} safe, ${UNSAFE.length} unsafe`);
});

test('no unsafe host is shown in its own script', () => {
  assert.deepEqual(
    UNSAFE.filter(([host]) => shown(host) !== undefined).map(([host, why]) => `${host}: ${why}`),
    [],
  );
});

test('every safe host is shown in its own script, letter for letter', () => {
  assert.deepEqual(
    SAFE.filter(([host]) => shown(host) !== host.normalize('NFC')).map(([host, why]) => `${host}: ${why}`),
    [],
  );
});

test('the ASCII host stands beside every host in its own script', () => {
  for (const [host] of SAFE) {
    const target = describeTarget(`https://${host}:8443/`);
    assert.equal(target.host, new URL(`https://${host}:8443/`).host);
    assert.match(target.host, /^[\w.-]+:8443$/);
    assert.equal(target.display.unicode, `${host.normalize('NFC')}:8443`);
    assert.ok(target.warnings.includes('unicode-host'));
  }
});

test('a person is told what is wrong with a name: several scripts, or letters that pass for others', () => {
  const warnings = (host) =>
    describeTarget(`https://${host}/`).warnings.filter((one) => one !== 'unicode-host');
  assert.deepEqual(warnings('\u0430pple.com'), ['mixed-scripts']);
  assert.deepEqual(warnings('हिन्दी१1.com'), ['mixed-scripts']);
  assert.deepEqual(warnings('\u0430\u0440\u0440\u04cf\u0435.com'), ['looks-alike']);
  assert.deepEqual(warnings('4\u0437.com'), ['looks-alike']);
  assert.deepEqual(warnings('bank\u4e3flogin.com'), ['looks-alike']);
  assert.deepEqual(warnings('\u00feaypal.com'), []);
});

test('a label whose code stands for nothing is never decoded, and said to be faulty', () => {
  for (const host of ['xn--abc-.com', 'xn--99999999.com', 'xn--a-ecp.com']) {
    const target = describeTarget(`https://${host}/`);
    // Engines differ in which of these their parser takes for an address at all.
    assert.deepEqual(
      target.warnings,
      URL.canParse(`https://${host}/`) ? ['broken-punycode'] : ['not-an-address'],
    );
    assert.equal(target.display.unicode, undefined);
  }
});

test('punycode is decoded as the platform encodes it', () => {
  const letter = fc.constantFrom(...'aé中文字кирил한글ひカ𠮷-09ไทยअआ');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 20 }), (letters) => {
      const label = `中${letters.join('')}z`.normalize('NFC');
      if (!URL.canParse(`https://${label}/`)) return;
      const { hostname } = new URL(`https://${label}/`);
      assert.equal(decodePunycode(hostname.slice(4)), label);
    }),
  );
});

test('any text is decoded or refused, quickly', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'abcxyz0189-~Ü'), maxLength: 63 });
  fc.assert(fc.property(digits, (text) => ['string', 'undefined'].includes(typeof decodePunycode(text))));
  assert.equal(decodePunycode('99999999999999999999999999999999'), undefined);
  assert.equal(decodePunycode(''), '');
  assert.equal(decodePunycode('-'), undefined);
});

const OWN = ['www.qinghe-bank.example', 'icbc.example', 'пример.рф', 'wm.example'];
const looksAlike = (host) =>
  describeTarget(`https://${host}/`, { ownHosts: OWN }).warnings.includes('looks-alike');

test('a host that passes for one of the app’s own is said to look like it, and never shown in its own script', () => {
  for (const host of [
    'qinghe-b\u0430nk.example',
    'qinghe-bänk.example',
    'qìnghe-bank.example',
    'q1nghe-bank.example',
    'qinghe-banк.example',
    'qinghe-ban\u0138.example',
    'qinghe-bɑnk.example',
    'pay.qinghe-bаnk.example',
    '1cbc.example',
    'lcbc.example',
    'ісbс.example',
    'icbc.example.evil.test',
    'www.icbc.example.evil.test',
    'icbc-example.evil.test',
    'icbc.example-login.test',
    'npимер.рф',
    'vvrn.example',
  ]) {
    assert.ok(looksAlike(host), host);
    assert.equal(describeTarget(`https://${host}/`, { ownHosts: OWN }).display.unicode, undefined, host);
  }
});

test('the app’s own hosts, what belongs to them, and strangers are not said to look like them', () => {
  for (const host of [
    'qinghe-bank.example',
    'www.qinghe-bank.example',
    'pay.qinghe-bank.example',
    'icbc.example',
    'пример.рф',
    'магазин.пример.рф',
    'baiyun.example',
    'bank.example',
    '中文.example',
    '青禾银行.example',
    'ibm.example',
  ]) {
    assert.ok(!looksAlike(host), host);
  }
});

test('one letter replaced by any that passes for it is found, whichever letter it is', () => {
  const passing = {
    a: 'аαạɑ',
    c: 'сϲć',
    e: 'еẹė',
    i: 'іıí1l',
    o: 'оοօø0',
    n: 'ñńո',
    b: 'Ьḅƅ',
    k: 'кκķ',
    q: 'ԛ',
    h: 'һհħ',
    g: 'ɡցğ',
  };
  for (const [index, letter] of [...'qinghe-bank'].entries()) {
    for (const other of passing[letter] ?? '') {
      const host = `${'qinghe-bank'.slice(0, index)}${other}${'qinghe-bank'.slice(index + 1)}.example`;
      assert.ok(looksAlike(host), host);
    }
  }
});
