// Where an Android intent really leads, and what is wrong with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jumpRequestId, mayRemember } from '../../../build/src/jump/index.js';
import { describeTarget as describe } from '../../../build/src/jump/describe-target.js';

const isRefused = (url, ...reasons) => {
  const target = describe(url);
  assert.deepEqual([target.allowed, target.href], [false, ''], url);
  for (const reason of reasons) assert.ok(target.warnings.includes(reason), `${url}: ${target.warnings}`);
  return target;
};
const isAllowed = (url) => {
  const target = describe(url);
  assert.ok(target.allowed, `${url}: ${target.warnings}`);
  return target;
};

test('an intent shows the app, and the page of the web it may lead to', () => {
  const target = isAllowed(
    'intent://scan/#Intent;scheme=zxing;package=com.scan.example;S.browser_fallback_url=https%3A%2F%2Fevil.example%2Fx;end',
  );
  assert.equal(target.kind, 'app');
  assert.equal(target.display.name, 'com.scan.example');
  assert.deepEqual(target.display.leadsTo, ['evil.example']);
  assert.deepEqual(target.warnings, ['unverified-app', 'web-fallback']);
});

const intent = (parts) => `intent://x/#Intent;${parts};end`;

test('a fallback that may not be opened forbids the whole intent', () => {
  for (const fallback of [
    'javascript%3Aalert(1)',
    'data%3Atext%2Fhtml%2Cx',
    'https%3A%2F%2Fgood.example%40evil.example',
    'weixin%3A%2F%2Fdl',
    'intent%3A%23Intent%3Bend',
    '%2F%2Fevil.example',
    'https%3A%2F%2Fa..b',
    '',
    '%FF',
  ]) {
    isRefused(intent(`package=com.good;S.browser_fallback_url=${fallback}`), 'hostile-fallback');
  }
});

test('each of several fallbacks counts, however its name is written', () => {
  const target = isAllowed(
    intent('S.browser_fallback_url=https%3A%2F%2Fa.example;S.browser%5Ffallback_url=http%3A%2F%2Fb.example'),
  );
  assert.deepEqual(target.display.leadsTo, ['a.example', 'b.example']);
  assert.ok(target.warnings.includes('insecure'));
  isRefused(
    intent('S.browser_fallback_url=https%3A%2F%2Fa.example;S.browser%5Ffallback%5Furl=javascript%3A1'),
    'hostile-fallback',
  );
  isRefused('intent:#a#Intent;S.browser_fallback_url=javascript%3A1;end', 'hostile-fallback');
});

test('what is wrong with the fallback’s host is said of the intent', () => {
  const target = isAllowed(
    intent('S.browser_fallback_url=http%3A%2F%2F%D0%B0pple.com:8080%2F%3Fnext%3Dhttps%3A%2F%2Fevil.example'),
  );
  assert.deepEqual(target.display.leadsTo, ['xn--pple-43d.com:8080', 'evil.example']);
  for (const warning of ['insecure', 'mixed-scripts', 'unusual-port', 'open-redirect', 'web-fallback']) {
    assert.ok(target.warnings.includes(warning), warning);
  }
});

test('an intent for a page of the web shows that page', () => {
  const target = isAllowed('intent://evil.example/x#Intent;scheme=https;package=com.android.chrome;end');
  assert.deepEqual(target.display.leadsTo, ['evil.example']);
  isRefused('intent://good@evil.example/x#Intent;scheme=https;end', 'user-info');
});

test('an intent never runs script, names a component, a selector or another intent', () => {
  for (const parts of [
    'scheme=javascript',
    'scheme=JavaScript',
    'scheme=file',
    'scheme=content',
    'scheme=intent',
    'component=com.good/.Secret',
    'SEL;component=com.good/.Secret',
    'S%45L',
    'package=a;scheme=qinghe;scheme=javascript',
  ]) {
    isRefused(intent(parts.replace('S%45L', 'SEL')), 'forbidden-scheme');
  }
});

test('the last of several packages is the one Android takes', () => {
  assert.equal(isAllowed(intent('package=com.good;package=com.other')).display.name, 'com.other');
  assert.equal(isAllowed(intent('scheme=weixin')).display.app, '微信');
  assert.equal(isAllowed(intent('package=%E2%80%AEmoc.doog;package=%D0%B0.b')).display.name, 'intent');
});

// What an intent opens that is no app.

test('a call in an intent shows its number, and a service code is refused', () => {
  const target = isAllowed('intent:13800138000#Intent;scheme=tel;action=android.intent.action.DIAL;end');
  assert.deepEqual([target.kind, target.display.name], ['phone', '138 0013 8000']);
  assert.deepEqual(target.warnings, ['unverified-app']);
  for (const url of [
    'intent:**21*13900139000%23#Intent;scheme=tel;action=android.intent.action.DIAL;end',
    'intent:**21*13900139000##Intent;scheme=tel;end',
    'intent:*%2306%23#Intent;scheme=TEL;end',
    'intent:*%2306%23#Intent;scheme=telprompt;package=com.android.dialer;end',
    'intent://*%2306%23#Intent;scheme=t%65l;end',
    'intent:tel:*%2306%23#Intent;end',
    'intent:*%2306%23#Intent;scheme=tel;scheme=weixin;end',
    'intent:95588#Intent;x#Intent;scheme=tel;end',
    'android-app://com.android.dialer/tel/*%2306%23',
    'android-app://com.android.dialer/tel/*%2306%23/x#Intent;scheme=weixin;end',
  ]) {
    isRefused(url, 'not-an-address');
  }
});

test('a text message in an intent shows whom it reaches and its words', () => {
  for (const scheme of ['sms', 'smsto', 'mms', 'mmsto']) {
    const target = isAllowed(`intent:10086?body=a#Intent;scheme=${scheme};S.sms_body=TD%0A%E2%80%AE;end`);
    assert.deepEqual([target.kind, target.display.name], ['sms', '10086']);
    assert.equal(target.display.message, 'a\nTD\n\\u{202e}');
  }
  isRefused('intent:10086,evil#Intent;scheme=smsto;end', 'not-an-address');
});

test('an e-mail in an intent shows everyone it reaches; what is wrong with it is wrong with the intent', () => {
  const target = isAllowed('intent:a@good.example?cc=spy@evil.example&subject=Hi#Intent;scheme=mailto;end');
  assert.deepEqual(
    [target.kind, target.display.name, target.display.message],
    ['email', 'a@good.example, spy@evil.example', 'Hi'],
  );
  assert.ok(isAllowed('intent:a@\u0430pple.com#Intent;scheme=mailto;end').warnings.includes('mixed-scripts'));
  isRefused('intent:a@good.example?attach=/etc/passwd#Intent;scheme=mailto;end', 'forbidden-scheme');
  isRefused('intent:nobody#Intent;scheme=mailto;end', 'not-an-address');
});

test('the app it opens is shown where the number would not be dialled', () => {
  const { kind, display } = isAllowed('intent:tel:95588#Intent;scheme=weixin;package=com.evil;end');
  assert.deepEqual([kind, display.name, display.app], ['app', 'com.evil', '微信']);
});

test('a page that stands in the intent by itself, or in an app’s link, is shown', () => {
  for (const url of [
    'intent:https://evil.example/x#Intent;package=com.good;end',
    'android-app://com.good/https/evil.example/x',
    'android-app://com.good/https/evil.example',
  ]) {
    const { display, warnings } = isAllowed(url);
    assert.deepEqual([display.name, display.leadsTo], ['com.good', ['evil.example']], url);
    assert.deepEqual(warnings, ['unverified-app', 'web-fallback'], url);
  }
  isRefused('android-app://com.good/https/good.example@evil.example/', 'hostile-fallback');
  isRefused('intent:javascript:1#Intent;end', 'forbidden-scheme');
  isRefused('android-app://com.good/javascript/x', 'forbidden-scheme');
});

test('an address that the app is handed is shown', () => {
  const target = isAllowed('intent://dl/?url=https%3A%2F%2Fevil.example#Intent;scheme=weixin;end');
  assert.deepEqual(target.display.leadsTo, ['evil.example']);
  assert.ok(target.warnings.includes('open-redirect'));
});

test('a browser in an intent is refused as it is by its own scheme', () => {
  isRefused('intent://evil.example/#Intent;scheme=googlechrome;end', 'forbidden-scheme');
  isRefused('intent://wp/mc;*21*1%23#Intent;scheme=wtai;end', 'forbidden-scheme');
});

test('an app’s link is named by its package, and no intent is remembered', () => {
  const good = describe('android-app://com.good/weixin/pay');
  const evil = describe('android-app://com.evil/weixin/pay');
  assert.deepEqual([good, evil].map(jumpRequestId), ['jump:app:com.good', 'jump:app:com.evil']);
  assert.equal(describe('android-app://').display.name, 'intent');
  for (const url of [
    'android-app://com.good/',
    'intent:13800138000#Intent;scheme=tel;end',
    'intent:10086#Intent;scheme=smsto;end',
    'intent:a@good.example#Intent;scheme=mailto;end',
    'intent://x#Intent;scheme=weixin;end',
  ]) {
    assert.equal(mayRemember(isAllowed(url)), false, url);
  }
});
