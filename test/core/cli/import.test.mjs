// `mingshi import`: from DCloud's privacy dialog to a configuration, with what the law does not accept in it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../../../build/src/audit/index.js';
import { commandLine } from '../../support/command-line.mjs';

const SAMPLE = fileURLToPath(new URL('../../../demo/policies/sample-bank.zh-Hans.md', import.meta.url));
const { folder, run, file } = commandLine('import');

/** A dialog the law has nothing against. */
const GOOD = {
  version: '3',
  prompt: 'template',
  title: '请阅读',
  message:
    '请阅读<a href="https://app.example.com/terms.html">《服务协议》</a>和<a href="static/privacy.html">《隐私政策》</a>，<br/><font color="#333">再作出选择。</font>',
  buttonAccept: '同意',
  buttonRefuse: '不同意',
  disagreeMode: { support: true, loadNativePlugins: false, visitorEntry: false, showAlways: false },
};
const imported = (changes) => {
  file(
    'androidPrivacy.json',
    typeof changes === 'string' ? changes : JSON.stringify({ ...GOOD, ...changes }, null, 2),
  );
  const { status, stdout, stderr } = run(['import', 'androidPrivacy.json', '--report', 'report.json']);
  assert.equal(status, 0, stderr);
  const configuration = JSON.parse(stdout);
  readConfiguration(configuration);
  return { configuration, stderr, ...JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) };
};
const codesOf = (changes) =>
  imported(changes).findings.map(
    ({ severity, rule, code, pointer }) => `${severity} ${rule} ${code} ${pointer}`,
  );

test('a good dialog gives a configuration, its documents and its words, and no finding', () => {
  const { configuration, documents, message, findings, unknown, version, stderr } = imported({});
  assert.deepEqual(configuration, { gate: true, answers: { agree: '同意', refuse: '不同意' } });
  assert.deepEqual(documents, [
    { title: '服务协议', url: 'https://app.example.com/terms.html', kind: 'user-agreement' },
    { title: '隐私政策', url: 'static/privacy.html', kind: 'privacy-policy' },
  ]);
  assert.equal(message, '请阅读《服务协议》和《隐私政策》，\n再作出选择。');
  assert.deepEqual([findings, unknown, version], [[], [], '3']);
  assert.match(stderr, /没有发现法律不接受的地方/);
  assert.match(stderr, /mingshi compile privacy-policy\.html .+ --kind privacy-policy$/m);
  assert.doesNotMatch(stderr, /--policy-version/);
  assert.match(stderr, /3 是提示框的版本，不是政策的版本/);
});

test('audit takes the configuration, and judges the same', () => {
  imported({ buttonAccept: '我知道了' });
  run(['import', 'androidPrivacy.json', '-o', 'config.json']);
  const { status, stdout } = run(['audit', SAMPLE, 'config.json']);
  assert.equal(status, 11);
  assert.match(stdout, /config\.json: answers\.agree {2}R-C3 consent\/unclear-answers/);
});

test('each field the law does not accept is found, with its rule and place', () => {
  const mode = (changes) => ({ disagreeMode: { ...GOOD.disagreeMode, ...changes } });
  const second = { second: { message: '需先同意才能进入。', buttonAccept: '同意', buttonRefuse: '退出' } };
  for (const [changes, ...expected] of [
    [{ buttonRefuse: undefined }, 'error R-C3 consent/unclear-answers /buttonRefuse'],
    [{ buttonRefuse: '' }, 'error R-C3 consent/unclear-answers /buttonRefuse'],
    [{ buttonAccept: '好的' }, 'error R-C3 consent/unclear-answers /buttonAccept'],
    [{ buttonAccept: undefined }],
    [{ disagreeMode: undefined }, 'error R-C5 consent/refusal-ends-app /disagreeMode/support'],
    [mode({ support: false }), 'error R-C5 consent/refusal-ends-app /disagreeMode/support'],
    [
      mode({ support: false, visitorEntry: true }),
      'warning R-C5 consent/refusal-ends-app /disagreeMode/support',
    ],
    [
      mode({ loadNativePlugins: undefined }),
      'warning R-C1 consent/plugins-before-consent /disagreeMode/loadNativePlugins',
    ],
    [mode({ showAlways: true }), 'error R-C6 consent/asked-every-start /disagreeMode/showAlways'],
    [second, 'error R-C6 consent/asked-twice /second/message'],
    [{ second: { title: '提示', message: '' } }],
    [{ backToExit: 'true' }, 'info R-C5 consent/back-ends-app /backToExit'],
    [{ backToExit: 'false' }],
    [{ message: '请阅读<a href="">《隐私政策》</a>。' }, 'error R-N1 notice/no-link /message'],
    [{ message: '请阅读政策。' }, 'error R-N1 notice/no-link /message'],
    [{ message: `${GOOD.message}继续使用本应用即表示您同意。` }, 'error R-C2 consent/assumed /message'],
    [
      { message: `${GOOD.message}我们会收集您的设备标识、操作日志等信息。` },
      'warning R-N7 notice/data-catch-all /message',
    ],
    [
      {
        styles: {
          backgroundColor: '#fff',
          buttonAccept: { color: '#1b1b1b' },
          buttonRefuse: { color: '#CCCCCC' },
        },
      },
      'warning R-N3 notice/pale /styles/buttonRefuse/color',
    ],
    [{ styles: { buttonRefuse: { color: '#cccccc' } } }],
  ])
    assert.deepEqual(codesOf(changes), expected, JSON.stringify(changes));
});

test('a dialog that is off is not judged, and declares nothing', () => {
  const { configuration, findings } = imported({
    prompt: 'none',
    buttonRefuse: undefined,
    disagreeMode: undefined,
  });
  assert.deepEqual(configuration, {});
  assert.deepEqual(
    findings.map(({ severity, code }) => `${severity} ${code}`),
    ['warning gate/none'],
  );
});

test('words in locale files are not taken for labels', () => {
  const { configuration, findings } = imported({
    message: '%privacy.message%',
    buttonAccept: '%agree%',
    buttonRefuse: '%refuse%',
  });
  assert.deepEqual([configuration, findings], [{ gate: true }, []]);
});

test('comments and commas too many are read over, told, and places are those of the file', () => {
  const text = `{\n  // 提示框\n  "prompt": "template",\n  "message": ${JSON.stringify(GOOD.message)},\n  "buttonAccept": "OK", /* 不好 */\n  "buttonRefuse": "不同意",\n  "disagreeMode": { "support": true, "loadNativePlugins": false, },\n}`;
  const { findings } = imported(text);
  assert.deepEqual(
    findings.map(({ code, line, column }) => [code, line, column]),
    [
      ['consent/unclear-answers', 5, 19],
      ['gate/comments', 2, 3],
    ],
  );
});

test('nothing is lost: what is not known, or has another shape, is listed with its place', () => {
  const { unknown, stderr } = imported({
    href: 'https://app.example.com/',
    title: { zh: '标题' },
    styles: {
      borderRadius: '5px',
      buttonAccept: { color: '#000', background: '#eee' },
      message: { color: '#555' },
    },
    titleLocales: { en: 'Please read' },
    'a/b': 1,
  });
  assert.deepEqual(
    unknown.map(({ pointer, value }) => [pointer, value]),
    [
      ['/title', { zh: '标题' }],
      ['/href', 'https://app.example.com/'],
      ['/styles/buttonAccept/background', '#eee'],
      ['/styles/message', { color: '#555' }],
      ['/titleLocales', { en: 'Please read' }],
      ['/a~1b', 1],
    ],
  );
  assert.match(stderr, /androidPrivacy\.json:\d+:\d+ \/href "https:\/\/app\.example\.com\/"/);
});

test('the report speaks the language of the dialog, or --language', () => {
  const english = {
    title: 'Please read',
    message: 'Please read the <a href="https://app.example.com/p">Privacy Policy</a>, then choose.',
    buttonAccept: 'Agree',
    buttonRefuse: 'Disagree',
  };
  assert.match(imported(english).stderr, /Nothing was found that the law does not accept/);
  assert.match(
    run(['import', 'androidPrivacy.json', '--language', 'zh-Hans']).stderr,
    /没有发现法律不接受的地方/,
  );
});

test('what is no such file is one sentence with its place; wrong use exits with 2', () => {
  for (const [args, words] of [
    [['nowhere.json'], /nowhere\.json cannot be read/],
    [[file('broken.json', '{\n  "prompt": \n}')], /broken\.json:3:1: this is no JSON/],
    [[file('empty.json', '')], /empty\.json:1:1: this is no JSON/],
    [[file('other.json', '{"name": "x"}')], /other\.json is no androidPrivacy\.json/],
    [[file('list.json', '[]')], /list\.json is no androidPrivacy\.json/],
    [['androidPrivacy.json', '-o', './androidPrivacy.json'], /is the file itself/],
  ]) {
    const { status, stdout, stderr } = run(['import', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
  }
  for (const args of [
    [],
    ['a', 'b'],
    ['a', '--report', '-'],
    ['a', '--report', 'x', '-o', 'x'],
    ['a', '--to', 'x'],
  ])
    assert.equal(run(['import', ...args]).status, 2, args.join(' '));
});
