// Where an address really leads, and what is wrong with it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeTarget } from '../../../build/src/jump/describe-target.js';

const PAGE = 'https://app.qinghe.example/pay/index.html';
const describe = (url, options) => describeTarget(url, { base: PAGE, ...options });
const warningsOf = (url, options) => describe(url, options).warnings;

const isRefused = (url, ...reasons) => {
  const target = describe(url);
  assert.deepEqual([target.allowed, target.href], [false, ''], url);
  for (const reason of reasons) assert.ok(target.warnings.includes(reason), `${url}: ${target.warnings}`);
  return target;
};
const isAllowed = (url, options) => {
  const target = describe(url, options);
  assert.ok(target.allowed, `${url}: ${target.warnings}`);
  assert.equal(new URL(target.href).href, target.href);
  return target;
};

// The traps of addresses, one by one.

test('a name before an @ is no destination: refused, the real host shown, the name nowhere', () => {
  for (const [url, host] of [
    ['https://good.example@evil.example/', 'evil.example'],
    ['https://good.example:443@evil.example:8443', 'evil.example:8443'],
    ['https://good.example%2Flogin@evil.example/', 'evil.example'],
    ['https://:secret@evil.example/', 'evil.example'],
    ['//good.example@evil.example', 'evil.example'],
    ['weixin://good.example@evil.example/', 'evil.example'],
  ]) {
    const target = isRefused(url, 'user-info');
    assert.equal(target.host, host);
    assert.doesNotMatch(JSON.stringify(target), /good|secret/);
  }
});

test('a backslash before an @ ends the host, as browsers read it', () => {
  const target = isAllowed('https://good.example\\@evil.example');
  assert.equal(target.host, 'good.example');
  assert.equal(target.display.address, 'https://good.example/@evil.example');
});

test('slashes of any number and kind lead to the same host', () => {
  for (const url of ['//evil.example', '/\\evil.example', 'https:///evil.example', '\\\\evil.example']) {
    assert.equal(isAllowed(url).href, 'https://evil.example/', url);
  }
});

test('a script is refused however its scheme is written', () => {
  for (const url of [
    '\tjavascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '\u0000 javascript://x/%0aalert(1)',
  ]) {
    assert.equal(isRefused(url, 'forbidden-scheme').display.name, 'javascript');
  }
});

test('a Cyrillic letter shows as the code it is', () => {
  const target = isAllowed('https://\u0430pple.com');
  assert.equal(target.host, 'xn--pple-43d.com');
  assert.equal(target.display.name, 'xn--pple-43d.com');
  assert.equal(target.display.address, 'https://xn--pple-43d.com/');
  assert.deepEqual(target.warnings, ['mixed-scripts', 'unicode-host']);
});

test('full stops, circled letters and escapes in a host are read as the host they are', () => {
  for (const [url, host] of [
    ['https://evil。com', 'evil.com'],
    ['https://\u24d4vil.com', 'evil.com'],
    ['https://exa%6Dple.com', 'example.com'],
  ]) {
    assert.deepEqual([isAllowed(url).host, warningsOf(url)], [host, []]);
  }
});

test('a number is shown as the address it is, and said to be private where it is', () => {
  for (const [url, host, ...warnings] of [
    ['https://0x7f.1', '127.0.0.1', 'ip-address', 'private-host'],
    ['https://2130706433', '127.0.0.1', 'ip-address', 'private-host'],
    ['https://1.1', '1.0.0.1', 'ip-address'],
    ['https://010.8.8.8', '8.8.8.8', 'ip-address'],
    ['https://10.1.2.3', '10.1.2.3', 'ip-address', 'private-host'],
    ['https://172.16.0.1', '172.16.0.1', 'ip-address', 'private-host'],
    ['https://172.32.0.1', '172.32.0.1', 'ip-address'],
    ['https://192.168.1.1', '192.168.1.1', 'ip-address', 'private-host'],
    ['https://169.254.169.254', '169.254.169.254', 'ip-address', 'private-host'],
    ['https://100.64.0.1', '100.64.0.1', 'ip-address', 'private-host'],
    ['https://0', '0.0.0.0', 'ip-address', 'private-host'],
    ['https://[::1]', '[::1]', 'ip-address', 'private-host'],
    ['https://[::]', '[::]', 'ip-address', 'private-host'],
    ['https://[fe80::1]', '[fe80::1]', 'ip-address', 'private-host'],
    ['https://[fd00::1]', '[fd00::1]', 'ip-address', 'private-host'],
    ['https://[fc::1]', '[fc::1]', 'ip-address'],
    ['https://[::ffff:10.0.0.1]', '[::ffff:a00:1]', 'ip-address', 'private-host'],
    ['https://[::ffff:8.8.8.8]', '[::ffff:808:808]', 'ip-address'],
    ['https://[64:ff9b::127.0.0.1]', '[64:ff9b::7f00:1]', 'ip-address', 'private-host'],
    ['https://[2400:3200::1]', '[2400:3200::1]', 'ip-address'],
  ]) {
    assert.deepEqual([isAllowed(url).host, warningsOf(url)], [host, warnings], url);
  }
});

test('names that stay inside a device or a network are said to be private', () => {
  for (const host of [
    'localhost',
    'a.localhost',
    'printer.local',
    'intranet',
    'pay.corp',
    'nas.lan',
    'x.home.arpa',
    'db.internal',
  ]) {
    assert.deepEqual(warningsOf(`https://${host}/`), ['private-host'], host);
  }
  for (const host of ['localhost.example', 'local.example', 'mylocal.com']) {
    assert.deepEqual(warningsOf(`https://${host}/`), [], host);
  }
});

test('a turned direction in a host is no address; elsewhere it shows as its escape', () => {
  isRefused('https://good.example\u202Emoc.live/', 'not-an-address');
  const target = isAllowed('https://good.example/\u202Efdp.exe?\u200b=\u2066#\u2028');
  assert.equal(target.display.address, 'https://good.example/%E2%80%AEfdp.exe?%E2%80%8B=%E2%81%A6#%E2%80%A8');
  assert.deepEqual(target.warnings, ['hidden-characters']);
});

test('a dot at the end is said, and the name is still the registrable domain', () => {
  const target = isAllowed('https://good.example.', { registrableDomain: () => 'good.example' });
  assert.deepEqual(
    [target.host, target.display.name, target.warnings],
    ['good.example.', 'good.example', ['trailing-dot']],
  );
});

test('what carries its own content is never opened', () => {
  for (const url of [
    'data:text/html,<b>x',
    'blob:https://good.example/1',
    'filesystem:https://good.example/temporary/a',
  ]) {
    isRefused(url, 'forbidden-scheme');
  }
});

// The rest of what an address can be.

test('a website shows its registrable domain, its host and its whole address', () => {
  const target = isAllowed('https://pay.qinghe.example:8443/a?b=c#d', {
    registrableDomain: (host) => host.split('.').slice(-2).join('.'),
  });
  assert.deepEqual(target, {
    kind: 'website',
    href: 'https://pay.qinghe.example:8443/a?b=c#d',
    host: 'pay.qinghe.example:8443',
    display: { name: 'qinghe.example', address: 'https://pay.qinghe.example:8443/a?b=c#d', leadsTo: [] },
    warnings: ['unusual-port'],
    allowed: true,
  });
});

test('without a registrable domain, or with one the host does not end in, the host stands large', () => {
  const name = (registrableDomain) => describe('https://a.b.example/', { registrableDomain }).display.name;
  assert.equal(name(undefined), 'a.b.example');
  assert.equal(
    name(() => undefined),
    'a.b.example',
  );
  assert.equal(
    name(() => 'good.example'),
    'a.b.example',
  );
  assert.equal(
    name(() => '.example'),
    'a.b.example',
  );
  assert.equal(
    name(() => 42),
    'a.b.example',
  );
  assert.equal(
    name(() => {
      throw new Error('no list');
    }),
    'a.b.example',
  );
});

test('plain http and unusual ports are said', () => {
  assert.deepEqual(warningsOf('http://good.example/'), ['insecure']);
  assert.deepEqual(warningsOf('http://good.example:443/'), ['insecure', 'unusual-port']);
  assert.deepEqual(warningsOf('https://good.example:443/'), []);
});

test('a host with signs that no name has is refused', () => {
  for (const host of [
    'good.example,evil.example',
    "good.example'.evil.example",
    'good.example&x.evil.example',
    'a..b.example',
    'good.example..',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
  ]) {
    isRefused(`https://${host}/`, 'invalid-host');
  }
  isAllowed('https://a_b.-x.example/');
});

test('schemes of pages, files, wrappers, sockets and runners are refused', () => {
  for (const url of [
    'file:///etc/passwd',
    'about:blank',
    'view-source:https://good.example/',
    'vbscript:msgbox(1)',
    'livescript:1',
    'ws://good.example/',
    'wss://good.example/',
    'ftp://good.example/',
    'chrome://settings',
    'chrome-extension://abc/x.html',
    'moz-extension://abc/x.html',
    'safari-web-extension://abc/x.html',
    'resource://gre/x',
    'content://com.android.contacts/1',
    'mhtml:https://good.example/',
    'jar:https://good.example/a!/b',
    'feed:javascript:1',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'shell:startup',
    'ssh://good.example',
    'wtai://wp/mc;*21*1%23',
  ]) {
    isRefused(url, 'forbidden-scheme');
  }
  isRefused('c:\\windows\\calc.exe', 'unknown-scheme');
});

test('what is no address is refused, without what may be a password', () => {
  for (const url of [
    'https://',
    'https://a b/',
    'https://%zz/',
    'https://user:secret@exa mple.com/',
    'https://[::g]/',
  ]) {
    const target = isRefused(url, 'not-an-address');
    assert.equal(target.host, '');
    assert.doesNotMatch(target.display.address, /secret/);
  }
  assert.deepEqual(describeTarget('pay.html').warnings, ['not-an-address']);
  assert.deepEqual(
    describeTarget('https://good.example/', { base: 'no base' }).href,
    'https://good.example/',
  );
});

test('an app’s scheme shows by itself, with the app it is known to be of', () => {
  const target = isAllowed('weixin://dl/business/?t=TICKET');
  assert.equal(target.kind, 'app');
  assert.deepEqual([target.display.name, target.display.app], ['weixin', '微信']);
  assert.deepEqual(target.warnings, ['unverified-app']);
  assert.deepEqual(isAllowed('alipays://platformapi/startapp').display.app, '支付宝');
  const unknown = isAllowed('qinghe-pay://order/1').display;
  assert.deepEqual([unknown.name, 'app' in unknown], ['qinghe-pay', false]);
  for (const scheme of ['constructor', 'tostring', '__proto__x'.replaceAll('_', '')]) {
    assert.ok(!('app' in describe(`${scheme}://x`).display), scheme);
  }
});

test('a scheme that hands an address on shows where that leads; one of another browser is refused', () => {
  const target = isAllowed('x-open:url=https%3A%2F%2Fevil.example');
  assert.deepEqual(target.display.leadsTo, ['evil.example']);
  assert.ok(target.warnings.includes('open-redirect'));
  for (const url of [
    'googlechrome://evil.example/',
    'googlechromes://evil.example/',
    'googlechrome-x-callback://x-callback-url/open/?url=https%3A%2F%2Fevil.example',
    'microsoft-edge:https://evil.example/x',
    'microsoft-edge-https://evil.example/',
    'x-safari-https://evil.example/',
    'firefox://open-url?url=https://evil.example',
    'firefox-focus://open-url?url=https://evil.example',
    'opera-https://evil.example/',
  ]) {
    isRefused(url, 'forbidden-scheme');
  }
});

test('the kind an app states counts only where the address leaves it open', () => {
  const kind = (url, stated) => describe(url, { kind: stated }).kind;
  assert.equal(kind('https://good.example/a.apk', 'download'), 'download');
  assert.equal(kind('https://good.example/', 'service'), 'service');
  assert.equal(kind('https://good.example/', 'app'), 'app');
  assert.equal(kind('weixin://dl/business/?t=1', 'mini-program'), 'mini-program');
  assert.equal(kind('weixin://dl/business/?t=1', 'website'), 'app');
  assert.equal(kind('https://good.example/', 'phone'), 'website');
  assert.equal(kind('tel:95588', 'website'), 'phone');
  assert.equal(kind('mailto:a@good.example', 'service'), 'email');
  assert.equal(kind('https://good.example/', 'anything'), 'website');
});

// Numbers and e-mail.

test('a telephone number stands in groups, as it is dialled', () => {
  const name = (url) => isAllowed(url).display.name;
  assert.equal(name('tel:13800138000'), '138 0013 8000');
  assert.equal(name('tel:+8613800138000'), '+86 138 0013 8000');
  assert.equal(name('tel:138-0013-8000'), '138 0013 8000');
  assert.equal(name('tel:(010)%2065881234'), '010 6588 1234');
  assert.equal(name('tel:4008208820'), '400 820 8820');
  assert.equal(name('tel:95588'), '95588');
  assert.equal(name('tel://10086'), '10086');
  assert.equal(name('tel:95588,,1'), '95588,,1');
  assert.equal(name('tel:+1-201-555-0123;phone-context=example'), '+120 1555 0123');
  assert.equal(describe('tel:95588').kind, 'phone');
});

test('a service code is refused, however it is written, and so is what is no number', () => {
  for (const number of [
    '*%2306%23',
    '*#06#',
    '**21*13800138000%23',
    '%2A%2A21%2A13800138000%23',
    '10086%23',
    'abc',
    '',
    '1',
    '1'.repeat(21),
    '１００８６',
    '10086,*21',
    '95588%0A110',
  ]) {
    isRefused(`tel:${number}`, 'not-an-address');
  }
});

test('a text message shows whom it reaches and its words', () => {
  const target = isAllowed('sms:10086,95588?body=CXYE%0A%E6%9F%A5%E8%AF%A2%E2%80%AE');
  assert.equal(target.kind, 'sms');
  assert.equal(target.display.name, '10086, 95588');
  assert.equal(target.display.message, 'CXYE\n查询\\u{202e}');
  assert.deepEqual(target.warnings, ['hidden-characters']);
  assert.equal(isAllowed('sms:10086&body=x').display.message, 'x');
  assert.equal(isAllowed('smsto:10086').kind, 'sms');
  assert.equal(isAllowed('sms:?body=share').display.name, 'sms');
  isRefused('sms:10086,evil?body=x', 'not-an-address');
});

test('an e-mail shows everyone it reaches, copies too, and its words', () => {
  const target = isAllowed(
    'mailto:help@good.example,b@good.example?cc=c@good.example&BCC=spy%40evil.example&subject=Hi%20there&body=line%201%0D%0Aline%202',
  );
  assert.equal(target.kind, 'email');
  assert.equal(target.display.name, 'help@good.example, b@good.example, c@good.example, spy@evil.example');
  assert.equal(target.display.message, 'Hi there\nline 1\nline 2');
  assert.deepEqual(target.warnings, []);
});

test('the domain of an e-mail address is checked as a host is', () => {
  const target = isAllowed('mailto:help@\u0430pple.com');
  assert.equal(target.display.name, 'help@xn--pple-43d.com');
  assert.doesNotMatch(target.display.address, /\u0430/);
  assert.deepEqual(target.warnings, ['mixed-scripts', 'unicode-host']);
});

test('an e-mail to no address, or with a file of the device, is refused', () => {
  for (const url of [
    'mailto:help',
    'mailto:a@b@c.example',
    'mailto:a@good.example%0ABcc:spy@evil.example',
    'mailto:?cc=x%20y@good.example',
  ]) {
    isRefused(url, 'not-an-address');
  }
  isRefused('mailto:a@good.example?attach=/etc/passwd', 'forbidden-scheme');
  isRefused('mailto:a@good.example?Attachment=x', 'forbidden-scheme');
  assert.equal(isAllowed('mailto:?subject=x').display.name, 'mailto');
});

// Where an address leads on to.

test('an address inside the address is found, and its host shown', () => {
  for (const [url, ...hosts] of [
    ['https://good.example/?url=https://evil.example/x', 'evil.example'],
    ['https://good.example/?url=https%3A%2F%2Fevil.example%2Fx', 'evil.example'],
    ['https://good.example/?url=https%253A%252F%252Fevil.example', 'evil.example'],
    ['https://good.example/?url=%2568ttps://evil.example', 'evil.example'],
    ['https://good.example/?url=//evil.example', 'evil.example'],
    ['https://good.example/?url=%2F%2Fevil.example', 'evil.example'],
    ['https://good.example/?url=/%5Cevil.example', 'evil.example'],
    ['https://good.example/?url=%09//evil.example', 'evil.example'],
    ['https://good.example/?url=ht%0Atps://evil.example', 'evil.example'],
    ['https://good.example/?url=HTTPS:evil.example', 'evil.example'],
    ['https://good.example/?url=https:/evil.example:8443', 'evil.example:8443'],
    ['https://good.example/?url=https://good.example@evil.example', 'evil.example'],
    ['https://good.example/?url=https://good.example%40evil.example', 'evil.example'],
    ['https://good.example/#/go?to=https://evil.example', 'evil.example'],
    ['https://good.example/?a=https://one.example&b=//two.example', 'one.example', 'two.example'],
    ['https://good.example/?q={"u":"//evil.example"}', 'evil.example'],
    ['https://good.example/go/https://evil.example', 'evil.example'],
    ['https://good.example/?next=https://0x7f.1/', '127.0.0.1'],
    ['https://good.example/?next=https://\u0430pple.com/', 'xn--pple-43d.com'],
  ]) {
    const target = isAllowed(url);
    assert.deepEqual([...target.display.leadsTo].sort(), [...hosts].sort(), url);
    assert.deepEqual(target.warnings, ['open-redirect'], url);
  }
});

test('two values beside each other are not taken for one host', () => {
  const { leadsTo } = isAllowed('https://good.example/?a=https://one.example&mail=x@two.example').display;
  assert.ok(leadsTo.includes('one.example'));
});

test('an address that leads on to itself, or to nothing, has nothing to say', () => {
  for (const url of [
    'https://good.example/?next=https://good.example/home',
    'https://good.example/a//b?c=/d/e',
    'https://good.example/?q=http:',
    'https://good.example/?q=a//b',
    'https://good.example/?q=https%3A%2F%2F',
  ]) {
    assert.deepEqual(warningsOf(url), [], url);
  }
});

test('of very many, sixteen are shown', () => {
  const many = Array.from({ length: 500 }, (_, index) => `u=https://h${index}.example`).join('&');
  assert.equal(isAllowed(`https://good.example/?${many}`).display.leadsTo.length, 16);
});

// What is shown.

test('letters written as escapes show as letters; everything that could deceive stays an escape', () => {
  const shown = (path) =>
    describe(`https://good.example/${path}`).display.address.slice('https://good.example/'.length);
  assert.equal(shown('%E6%94%AF%E4%BB%98?%E9%87%91%E9%A2%9D=1'), '支付?金额=1');
  assert.equal(shown('支付'), '支付');
  assert.equal(shown('caf%C3%A9'), 'café');
  assert.equal(shown('%E0%B9%84%E0%B8%97%E0%B8%A2'), 'ไทย');
  for (const escaped of [
    '%F0%9F%94%92', // a padlock
    '%E2%81%84', // a fraction slash
    '%EF%BC%8F', // a full-width solidus
    '%C2%A0', // a space that does not break
    '%E2%80%A8',
    '%E2%80%8B',
    '%EF%BB%BF',
    '%E3%85%A4', // a filler of hangul
    '%CC%81', // a mark that would sit on what comes before
    '%D7%90', // a letter that turns the direction
    '%20',
    '%00',
    '%25E2%2580%25AE',
    '%FF%FE',
    '%B2%E9', // no UTF-8
  ]) {
    assert.equal(shown(escaped), escaped);
  }
});

test('the user of an address inside the address is not shown either', () => {
  for (const url of [
    'https://good.example/?u=https://u5er:pa55@evil.example/',
    'https://good.example/?u=https%3A%2F%2Fu5er%3Apa55%40evil.example',
    'view-source:https://u5er:pa55@evil.example/',
  ]) {
    assert.doesNotMatch(JSON.stringify(describe(url).display), /u5er|pa55/);
  }
});

test('a page that polluted Object.prototype changes nothing', () => {
  const polluted = {
    base: 'https://evil.example/',
    kind: 'app',
    registrableDomain: () => 'good.example',
    ownHosts: ['good.example'],
    app: 'x',
  };
  const before = [
    describeTarget('https://good.example/'),
    describeTarget('x'),
    describeTarget('https://go0d.example'),
  ];
  Object.assign(Object.prototype, polluted);
  try {
    assert.deepEqual(
      [
        describeTarget('https://good.example/'),
        describeTarget('x'),
        describeTarget('https://go0d.example'),
      ].map((one) => JSON.stringify(one)),
      before.map((one) => JSON.stringify(one)),
    );
  } finally {
    for (const key of Object.keys(polluted)) delete Object.prototype[key];
  }
});
