// What a person may ask to remember of a jump, and under which name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeTarget, jumpRequestId, mayRemember } from '../../../build/src/jump/index.js';

const idOf = (url, kind) => jumpRequestId(describeTarget(url, { kind }));
const remembered = (url, kind) => mayRemember(describeTarget(url, { kind }));

test('a destination is remembered by its kind and exact host with its port, never by its address', () => {
  assert.equal(idOf('https://pay.good.example/a/b?token=1#c'), 'jump:website:pay.good.example');
  assert.equal(idOf('https://good.example:8443/'), 'jump:website:good.example:8443');
  assert.equal(idOf('https://good.example/a', 'service'), 'jump:service:good.example');
  assert.equal(idOf('https://例子.中国/'), 'jump:website:xn--fsqu00a.xn--fiqs8s');
  assert.equal(idOf('weixin://dl/business/?t=SECRET'), 'jump:app:weixin');
  assert.equal(idOf('intent://x#Intent;package=com.good;end'), 'jump:app:intent/com.good');
  assert.equal(idOf('tel:+86-138-0013-8000'), 'jump:phone:+8613800138000');
  assert.equal(idOf('tel:95588'), idOf('tel://955-88'));
  assert.equal(idOf('mailto:a@good.example?body=SECRET'), 'jump:email:a@good.example');
});

test('two destinations share an id only where the person sees the same host or name', () => {
  const url = fc.webUrl({ withQueryParameters: true });
  fc.assert(
    fc.property(url, url, (one, other) => {
      const hosts = new URL(one).host === new URL(other).host;
      assert.equal(idOf(one) === idOf(other), hosts);
      assert.doesNotMatch(idOf(one), /[/?#]/);
    }),
    { numRuns: 40 },
  );
});

test('only what has nothing to warn of may be remembered', () => {
  for (const url of [
    'https://good.example/',
    'https://例子.中国/',
    'tel:95588',
    'telprompt:95588',
    'mailto:a@good.example',
    'sms:10086',
    'smsto:10086',
  ]) {
    assert.equal(remembered(url), true, url);
  }
  for (const url of [
    'http://good.example/',
    'https://good.example:8443/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://good.example./',
    'https://\u0430pple.com/',
    'https://\u00feaypal.com/',
    'https://good.example/?u=//evil.example',
    'https://good.example/%E2%80%AE',
    'https://good@evil.example/',
    'javascript:1',
    'nonsense',
    'intent://x#Intent;S.browser_fallback_url=https%3A%2F%2Fgood.example;end',
    'mailto:a@\u0430pple.com',
  ]) {
    assert.equal(remembered(url), false, url);
  }
});

test('a download is asked about each time, and so is what an app opens, whoever it is', () => {
  assert.equal(remembered('https://good.example/a.apk', 'download'), false);
  assert.equal(remembered('weixin://dl/business/?t=1', 'mini-program'), false);
  assert.equal(remembered('weixin://dl/business/?t=1', 'service'), false);
  for (const url of [
    'weixin://dl/x',
    'alipays://platformapi/startapp?appId=A',
    'facetime:13800138000',
    'itms-services://?action=x',
    'intent://x#Intent;package=com.good;end',
    'android-app://com.good/weixin/pay',
  ]) {
    assert.equal(remembered(url), false, url);
  }
  assert.equal(remembered('https://good.example/', 'service'), true);
  assert.equal(remembered('https://good.example/', 'app'), true);
});
