// What holds of every address, whatever stands in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeTarget } from '../../../build/src/jump/describe-target.js';
import { jumpRequestId, mayRemember } from '../../../build/src/jump/jump-request-id.js';

const from = (...texts) => fc.constantFrom(...texts);

/** Pieces that addresses are made of, honest and hostile, put together at random. */
const piece = fc.oneof(
  from(
    'https:',
    'http:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    '?',
    '#',
    '&',
    '=',
    ';',
    '.',
    '%',
    ' ',
    '\t',
    '\n',
    '[',
    ']',
  ),
  from(
    'good.example',
    'evil.example',
    '\u0430pple.com',
    'xn--pple-43d.com',
    'xn--',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    '例子.中国',
  ),
  from(
    'javascript:',
    'data:',
    'intent:',
    '#Intent;',
    ';end',
    'scheme=',
    'S.browser_fallback_url=',
    'weixin:',
    'tel:',
    'mailto:',
    'sms:',
  ),
  from(
    '%2F',
    '%252F',
    '%40',
    '%E2%80%AE',
    '%F0%9F%94%92',
    '%FF',
    '%0A',
    '\u202e',
    '\u200b',
    '\ud800',
    '\u{1f512}',
    '．',
    '：',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);
const options = from(
  {},
  { base: 'https://app.example/a/b' },
  { base: 'http://u5er:pa55@app.example/' },
  { base: 'no base' },
);

const parsed = (url, base) => {
  for (const at of [base, undefined]) {
    try {
      return new URL(url, at);
    } catch {
      // Tried without a base too, as a browser would without a page.
    }
  }
  return undefined;
};

const shownTexts = ({ kind, href, host, display }) => [kind, href, host, ...Object.values(display).flat()];

test('any text is described, never thrown at; the host is that of the platform’s parser, and what is opened is what it writes', () => {
  fc.assert(
    fc.property(anyText, options, (url, given) => {
      const target = describeTarget(url, { ...given, ownHosts: ['good.example'] });
      const known = parsed(url, given.base);
      assert.equal(
        target.host,
        target.warnings.includes('not-an-address') && target.host === '' ? '' : known?.host,
      );
      if (target.allowed) {
        assert.equal(target.href, known?.href);
        assert.equal(target.href, new URL(target.href).href);
      } else {
        assert.equal(target.href, '');
      }
      assert.ok(shownTexts(target).every((text) => typeof text === 'string'));
      assert.equal(typeof jumpRequestId(target), 'string');
      assert.ok(!mayRemember(target) || target.allowed);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is shown has no character that hides, turns or looks like a padlock', () => {
  fc.assert(
    fc.property(anyText, options, (url, given) => {
      const { name, unicode = '', address, leadsTo, message = '' } = describeTarget(url, given).display;
      for (const text of [name, unicode, address, ...leadsTo, message]) {
        assert.doesNotMatch(text.replace(/[\n\t\u3000]/g, ''), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{Cs}]/u);
      }
      assert.doesNotMatch(
        parsed(url, given.base) ? address : '',
        /\p{Extended_Pictographic}(?<![#*\d©®])|\u{1f512}/u,
      );
    }),
    { numRuns: 2000 },
  );
});

test('a host in its own script leads back to the host beside it', () => {
  const label = fc.string({
    unit: from(...'aéо中文字кирилカひ한글ไทยıßþ·-1١א\u0301'),
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(label, from('com', 'рф', 'is', 'cat', '中国'), (name, last) => {
      const { host, display } = describeTarget(`https://${name}.${last}/`);
      if (display.unicode !== undefined) assert.equal(new URL(`https://${display.unicode}/`).host, host);
    }),
    { numRuns: 1500 },
  );
});

const FORBIDDEN = [
  'javascript',
  'vbscript',
  'data',
  'blob',
  'filesystem',
  'file',
  'about',
  'view-source',
  'ws',
  'wss',
  'chrome',
  'content',
];

test('no forbidden scheme is ever allowed, with whatever case, tabs, line breaks and controls it is written', () => {
  const noise = fc.string({ unit: from('\t', '\n', '\r'), maxLength: 2 });
  const lead = fc.string({ unit: from('\0', '\x01', '\x1f', ' ', '\t', '\n', '\r'), maxLength: 4 });
  const disguised = fc
    .tuple(
      lead,
      from(...FORBIDDEN),
      fc.infiniteStream(noise),
      fc.infiniteStream(fc.boolean()),
      from(':', '\t:', ':\n', '://', ':/'),
    )
    .map(([start, scheme, breaks, upper, end]) =>
      [
        start,
        ...[...scheme].flatMap((letter) => [
          upper.next().value ? letter.toUpperCase() : letter,
          breaks.next().value,
        ]),
        end,
      ].join(''),
    );
  fc.assert(
    fc.property(disguised, anyText, options, (scheme, rest, given) => {
      const target = describeTarget(scheme + rest, given);
      assert.deepEqual([target.allowed, target.href], [false, '']);
    }),
    { numRuns: 2000 },
  );
});

test('whatever is allowed has a scheme that is not forbidden, as the parser reads it', () => {
  fc.assert(
    fc.property(anyText, options, (url, given) => {
      const { href } = describeTarget(url, given);
      if (href !== '')
        assert.doesNotMatch(
          href,
          /^(?:javascript|vbscript|data|blob|filesystem|file|about|view-source|wss?|ftp):/i,
        );
    }),
    { numRuns: 2000 },
  );
});

test('a user and a password appear in nothing that is shown', () => {
  const secret = fc
    .string({ unit: from(...'xyzXYZ789!$&*()+,;=~-_. %<>é中'), maxLength: 6 })
    .map((end) => `s3cr3t${end}`);
  const place = from(
    (user, password) => `https://${user}:${password}@evil.example/a?b#c`,
    (user) => `http://${user}@evil.example:8080/`,
    (user, password) => `//${user}:${password}@evil.example`,
    (user, password) => `weixin://${user}:${password}@dl/x`,
    (user, password) => `javascript://${user}:${password}@evil.example/%0a1`,
    (user, password) => `https://${user}:${password}@exa mple.com/`,
    (user, password) => `https://${user}@${password}@evil.example/`,
    (user, password) => `intent://${user}:${password}@evil.example/#Intent;scheme=https;end`,
  );
  fc.assert(
    fc.property(place, secret, secret, (write, user, password) => {
      const target = describeTarget(write(user, password), { base: 'https://app.example/' });
      assert.equal(target.allowed, false);
      assert.doesNotMatch(JSON.stringify([shownTexts(target), jumpRequestId(target)]), /s3cr3t/i);
    }),
    { numRuns: 1500 },
  );
});

test('what is no text at all is described as no address', () => {
  const thrower = { toString: () => assert.fail('asked') };
  for (const odd of [
    undefined,
    null,
    0,
    1n,
    true,
    {},
    [],
    () => 1,
    Symbol('x'),
    Object.create(null),
    thrower,
  ]) {
    assert.deepEqual(describeTarget(odd).warnings, ['not-an-address'], typeof odd);
  }
  for (const odd of [
    null,
    0,
    'x',
    [],
    { ownHosts: 'good.example' },
    { ownHosts: [1, null, ''] },
    { base: 1 },
    { kind: {} },
    { registrableDomain: 'x' },
  ]) {
    assert.equal(describeTarget('https://good.example/', odd).allowed, true);
  }
});

test('a very long address is described without delay, whatever it repeats; one longer than browsers open is refused', () => {
  for (const part of [
    'a',
    '/',
    '//',
    '@',
    '%2F',
    '%25',
    'https:',
    'https://',
    '=//',
    '&u=https://x',
    '%E4%BD%A0',
    '%E2%80%AE',
    ';S.browser_fallback_url=',
    '#',
    '//a@',
    'x&',
    '\u202e',
    '.',
    '1',
    '=%20',
    '=\t/',
  ]) {
    for (const start of [
      'https://good.example/?',
      'intent://x#Intent;',
      'weixin://',
      'mailto:',
      'tel:',
      'sms:',
      'https://',
      'data:',
    ]) {
      const began = performance.now();
      describeTarget(start + part.repeat(200_000 / encodedLength(part)));
      const took = performance.now() - began;
      assert.ok(took < 2000, `${start}${part}…: ${took} ms`);
    }
  }
  const long = describeTarget(`https://good.example/?${'a'.repeat(2_000_000)}`);
  assert.deepEqual(long.warnings, ['not-an-address']);
  assert.ok(long.display.address.length <= 2000);
});

const encodedLength = (part) => new URL(`https://x/?${part}`).href.length - 'https://x/?'.length;
