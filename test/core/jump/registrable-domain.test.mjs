// Whose a host is, by the Public Suffix List.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTarget } from '../../../build/src/jump/describe-target.js';
import { registrableDomain } from '../../../build/src/jump/registrable-domain.js';

test('the registrable domain is what somebody registered, under whatever suffix', () => {
  for (const [host, domain] of [
    ['pay.example.com', 'example.com'],
    ['a.b.example.com.cn', 'example.com.cn'],
    ['example.co.uk', 'example.co.uk'],
    ['alice.github.io', 'alice.github.io'],
    ['www.alice.github.io', 'alice.github.io'],
    ['a.xn--fsqu00a.xn--fiqs8s', 'xn--fsqu00a.xn--fiqs8s'],
    ['pay.example.com:8443', 'example.com'],
    ['pay.example.com.', 'example.com'],
  ]) {
    assert.equal(registrableDomain(host), domain, host);
  }
});

test('numbers, single labels and bare suffixes are nobody’s', () => {
  for (const host of ['127.0.0.1', '[::1]', 'localhost', 'com.cn', 'github.io', '', '.', 'a..b']) {
    assert.equal(registrableDomain(host), undefined, host);
  }
});

test('it stands large, and the host it belongs to beside it', () => {
  const name = (url) => describeTarget(url, { registrableDomain }).display.name;
  assert.equal(name('https://www.good.com.evil.com.cn/'), 'evil.com.cn');
  assert.equal(name('https://mallory.github.io/'), 'mallory.github.io');
  assert.equal(name('https://127.0.0.1:8443/'), '127.0.0.1:8443');
  assert.equal(name('https://pay.example.com./'), 'example.com');
});
