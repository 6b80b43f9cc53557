// `mingshi show`: what somebody was asked and answered, from the records the engine made, against the archive.
import assert from 'node:assert/strict';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readPolicy } from '../../../build/src/policy/read-policy.js';
import { commandLine } from '../../support/command-line.mjs';
import { core } from '../../support/core-build.mjs';
import { erasedOf } from '../../support/sample-events.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { createApp } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const SAMPLE = fileURLToPath(new URL('../../../demo/policies/sample-bank.zh-Hans.md', import.meta.url));
const { folder, run, file } = commandLine('show');
const NOTICE = { ...sampleNotice, strings: ['请阅读并选择', '<b>我们收集您的手机号</b>'] };
const UNPROVEN = 12;

/** Asks under the open engine, shows the notice and answers. */
async function answer(engine, asked, decision) {
  await until(() => engine.prompt);
  await engine.prompt.present(NOTICE);
  await engine.prompt.answer(decision, sampleDetails).saved;
  await asked;
}

let events;

before(async () => {
  run(['archive', SAMPLE, '--id', 'bank', '--to', 'archive']);
  const [entry] = readdirSync(join(folder, 'archive', 'index')).map((name) =>
    JSON.parse(readFileSync(join(folder, 'archive', 'index', name), 'utf8')),
  );
  const policy = readPolicy(
    JSON.parse(readFileSync(join(folder, 'archive', entry.files.policy.path), 'utf8')),
  );
  const engine = await createApp(core).open({
    policy,
    subject: { id: 'person-7' },
    requesters: {
      camera: {
        kind: 'camera',
        lack: () => undefined,
        state: async () => 'prompt',
        request: async () => ({ end: 'granted', value: 1 }),
      },
    },
  });
  await answer(engine, engine.ensure('bank', { trigger: 'user' }), 'denied');
  await answer(engine, engine.ensure('bank', { trigger: 'user' }), 'granted');
  const asked = engine.askPermission('camera', {
    trigger: 'user',
    purpose: '扫描付款码',
    scene: '扫码付款',
    data: '画面，不保存',
    refusal: '可以手动输入',
  });
  await until(() => engine.prompt?.permission?.phase === 'ask' || engine.prompt?.permission);
  await engine.prompt.present(NOTICE);
  await engine.prompt.answer('granted', sampleDetails).saved;
  await asked;
  await (
    await engine.withdraw('bank', { ...sampleDetails, notice: NOTICE })
  ).saved;
  file('ledger.json', await engine.export('json'));
  ({ events } = JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8')));
  file('history.json', JSON.stringify(await engine.history()));
  engine.destroy();
});

const eventOf = (decision, kind = 'general') =>
  events.find((event) => event.decision === decision && event.request.kind === kind);
const ledgerWith = (name, change) => {
  const ledger = JSON.parse(readFileSync(join(folder, 'ledger.json'), 'utf8'));
  change(ledger);
  return file(name, JSON.stringify(ledger));
};

test('a grant is shown with who, what, when, how, its text, and that the archive still has it', () => {
  const { id, policyHash, noticeHash } = eventOf('granted');
  const { status, stdout, stderr } = run(['show', `ledger.json#${id}`, '--archive', 'archive']);
  assert.deepEqual([status, stderr], [0, '']);
  for (const words of [
    '已核实：存档中的文本与记录的哈希值一致',
    '一致：后一条写明了本条的哈希值',
    '决定      同意\n',
    'person-7',
    '触摸或鼠标点按',
    '对整个文本的同意',
    '示例银行手机银行隐私政策',
    '示例银行股份有限公司',
    'V3.3',
    policyHash,
    noticeHash,
    '记录中只有屏幕文字的哈希值，没有文字本身',
    '各链完整一致',
    '撤回同意',
    '相机权限',
    '原文强调',
  ])
    assert.ok(stdout.includes(words), words);
});

test('an event alone, a list and an exported ledger are read; of several one is named by the beginning of its id', () => {
  const granted = eventOf('granted');
  file('one.json', JSON.stringify(granted));
  const shown = (args) => JSON.parse(run(['show', ...args, '--format', 'json']).stdout);
  assert.deepEqual(shown(['one.json']).event, granted);
  assert.deepEqual(shown(['history.json', '--event', granted.id]).event, granted);
  assert.deepEqual(shown([`ledger.json#${granted.id.slice(0, 12)}`]).event, granted);
  const several = run(['show', 'ledger.json']);
  assert.equal(several.status, 1);
  assert.match(
    several.stderr,
    new RegExp(`holds ${events.length} events; name one[^]+${granted.id} {2}\\S+ {2}bank {2}granted`),
  );
});

test('the links of the chain are checked as far as the file holds them', () => {
  const chainOf = (args) => JSON.parse(run(['show', ...args, '--format', 'json']).stdout).chain;
  const [first] = events;
  const last = events[events.length - 1];
  assert.deepEqual(
    [chainOf([`ledger.json#${first.id}`]).previous, chainOf([`ledger.json#${first.id}`]).next],
    ['first', 'fits'],
  );
  assert.deepEqual(
    [chainOf([`ledger.json#${last.id}`]).next, chainOf([`ledger.json#${last.id}`]).head],
    ['absent', 'fits'],
  );
  assert.equal(chainOf(['one.json']).previous, 'absent');
  assert.equal(chainOf(['one.json']).ledger, undefined);
});

test('an edited record is shown as what it is, and not taken for proven', () => {
  const denied = eventOf('denied');
  const edited = ledgerWith(
    'edited.json',
    ({ events: list }) => (list.find(({ id }) => id === denied.id).decision = 'granted'),
  );
  const { status, stdout } = run([
    'show',
    `${edited}#${denied.id}`,
    '--archive',
    'archive',
    '--language',
    'en',
  ]);
  assert.equal(status, UNPROVEN);
  assert.match(stdout, /record {2}does not fit: it names another hash; it or this record was changed/);
  const last = events[events.length - 1];
  const tail = ledgerWith(
    'tail.json',
    ({ events: list }) => (list[list.length - 1].time = '2020-01-01T00:00:00.000Z'),
  );
  assert.match(
    run(['show', `${tail}#${last.id}`, '--language', 'en']).stdout,
    /record {2}does not fit: the ledger names another record/,
  );
});

test('without an archive, with one that lacks the text, has another or was changed, the exit code says so', () => {
  const { id } = eventOf('granted');
  const statusOf = (...args) => {
    const { status, stdout } = run(['show', `ledger.json#${id}`, '--format', 'json', ...args]);
    return [status, JSON.parse(stdout).text.status];
  };
  assert.deepEqual(statusOf(), [UNPROVEN, 'unsought']);
  const other = readFileSync(SAMPLE, 'utf8').replace('手机号码', '手机号');
  run(['archive', file('another.md', other), '--id', 'elsewhere', '--to', 'without']);
  assert.deepEqual(statusOf('--archive', 'without'), [UNPROVEN, 'missing']);
  run(['archive', 'another.md', '--id', 'bank', '--to', 'with-another']);
  assert.deepEqual(statusOf('--archive', 'with-another'), [UNPROVEN, 'another']);
  for (const [name, harm] of [
    [
      'changed',
      (path) => (
        chmodSync(path, 0o644),
        writeFileSync(path, readFileSync(path, 'utf8').replace('手机号码', '手机号'))
      ),
    ],
    ['gone', (path) => rmSync(path)],
  ]) {
    cpSync(join(folder, 'archive'), join(folder, name), { recursive: true });
    const policy = readdirSync(join(folder, name, 'documents'), { recursive: true }).find((path) =>
      /policy-.+\.json$/.test(path),
    );
    harm(join(folder, name, 'documents', policy));
    assert.deepEqual(statusOf('--archive', name), [UNPROVEN, 'changed']);
  }
});

test('a notice that the app kept is proved by its hash, and another is refused', () => {
  const { id } = eventOf('granted');
  const args = ['show', `ledger.json#${id}`, '--archive', 'archive', '--notice'];
  const same = run([...args, file('notice.json', JSON.stringify(NOTICE))]);
  assert.equal(same.status, 0);
  assert.match(same.stdout, /所示文字 +请阅读并选择\n +<b>我们收集您的手机号<\/b>\n/);
  assert.match(same.stdout, /两个按钮 +同意\n +不同意\n/);
  const another = run([
    ...args,
    file('another.json', JSON.stringify({ ...NOTICE, answers: ['好哒', '不同意'] })),
  ]);
  assert.equal(another.status, UNPROVEN);
  assert.match(another.stdout, /不一致：所给的文字不是当时屏幕上的文字/);
  assert.doesNotMatch(another.stdout, /好哒/);
  assert.match(
    run([...args, file('half.json', '{"locale": "en"}')]).stderr,
    /half\.json is no notice: catalogue must be text\./,
  );
});

test('the output is never a file that is read, nor a file of the archive', () => {
  const { id } = eventOf('granted');
  file('kept.json', JSON.stringify(eventOf('granted')));
  symlinkSync('archive', join(folder, 'linked'));
  symlinkSync('kept.json', join(folder, 'kept-too.json'));
  const before = readFileSync(join(folder, 'kept.json'), 'utf8');
  const names = readdirSync(join(folder, 'archive'), { recursive: true }).sort();
  for (const [args, output] of [
    [['kept.json', '--archive', 'archive'], 'kept.json'],
    [['kept.json', '--archive', 'archive'], 'kept-too.json'],
    [[`ledger.json#${id}`, '--archive', 'archive'], './ledger.json'],
    [['kept.json', '--notice', 'notice.json'], 'notice.json'],
    [['kept.json', '--archive', 'archive'], 'archive/index/000001.json'],
    [['kept.json', '--archive', 'archive'], 'linked/new.txt'],
    [['kept.json', '--archive', 'linked'], 'archive/documents/new/new.txt'],
    [['kept.json', '--archive', 'archive'], 'archive'],
  ]) {
    const { status, stdout, stderr } = run(['show', ...args, '-o', output]);
    assert.deepEqual([status, stdout], [1, ''], output);
    assert.match(
      stderr,
      /is a file that is read: name another|lies in the archive .+: name a file elsewhere/,
    );
  }
  assert.equal(readFileSync(join(folder, 'kept.json'), 'utf8'), before);
  assert.deepEqual(readdirSync(join(folder, 'archive'), { recursive: true }).sort(), names);
  assert.equal(run(['show', 'kept.json', '--archive', 'archive', '-o', 'archive-sheet.txt']).status, 0);
});

test('a text file that was replaced or deleted in the archive is no proof, and is named', () => {
  const { id } = eventOf('granted');
  for (const [name, harm] of [
    ['text-replaced', (path) => (chmodSync(path, 0o644), writeFileSync(path, '别的文本\n'))],
    ['text-gone', (path) => rmSync(path)],
  ]) {
    cpSync(join(folder, 'archive'), join(folder, name), { recursive: true });
    const text = readdirSync(join(folder, name, 'documents'), { recursive: true }).find((path) =>
      path.endsWith('text.txt'),
    );
    harm(join(folder, name, 'documents', text));
    const args = ['show', `ledger.json#${id}`, '--archive', name];
    const { status, stdout } = run(args);
    assert.equal(status, UNPROVEN);
    assert.ok(
      stdout.includes(`不能核实：存档中有这份文本的记录，但文件 documents/${text} 已被改动或缺失。`),
      stdout,
    );
    assert.doesNotMatch(stdout, /已核实：存档/);
    assert.match(
      run([...args, '--language', 'en']).stdout,
      /its file documents\/\S+\/text\.txt was changed or is gone/,
    );
    assert.equal(JSON.parse(run([...args, '--format', 'json']).stdout).text.changed, `documents/${text}`);
  }
});

test('a record on its own proves nothing of itself, and the sheet says so; in its ledger it does', () => {
  const granted = eventOf('granted');
  const alone = file('alone.json', JSON.stringify({ ...granted, subject: { id: 'somebody-else' } }));
  const last = file('last.json', JSON.stringify(events.slice(-2)));
  const ALONE = /记录 +未证明：本条记录单独不能证明未被改动，请连同完整账本核对。\n/;
  assert.match(run(['show', alone, '--archive', 'archive']).stdout, ALONE);
  assert.match(run(['show', last, '--event', events[events.length - 1].id]).stdout, ALONE);
  assert.match(
    run(['show', alone, '--language', 'en']).stdout,
    /record +Not proven: a record on its own cannot prove that it was not altered\./,
  );
  for (const { id } of events) assert.doesNotMatch(run(['show', `ledger.json#${id}`]).stdout, /未证明/);
});

test('an answer that is older than the dates of its text is told', () => {
  const granted = eventOf('granted');
  const WARNED = /时间 +时间矛盾：回答早于文本自己写明的发布或更新日期/;
  const early = file('early.json', JSON.stringify({ ...granted, time: '2001-01-01T00:00:00.000Z' }));
  assert.match(run(['show', early, '--archive', 'archive']).stdout, WARNED);
  const late = file('late.json', JSON.stringify({ ...granted, time: '2099-01-01T00:00:00.000Z' }));
  assert.doesNotMatch(run(['show', late, '--archive', 'archive']).stdout, WARNED);
  assert.doesNotMatch(run(['show', early]).stdout, WARNED, 'without the text nothing contradicts');
});

test('the Chinese sheet tells in Chinese where a ledger is broken', () => {
  const last = events[events.length - 1];
  const broken = ledgerWith('broken.json', ({ events: list }) => (list[0].subject = { id: 'x' }));
  const { status, stdout } = run(['show', `${broken}#${last.id}`, '--archive', 'archive']);
  assert.equal(status, UNPROVEN);
  assert.match(stdout, /有断裂：第 1 条与后一条写明的哈希值不一致，其中一条被改动过。\n/);
  assert.doesNotMatch(stdout, /Event \d/);
  assert.match(
    run(['show', `${broken}#${last.id}`, '--language', 'en']).stdout,
    /broken: Event 2 was written after/,
  );
});

test('a permission is shown with its purpose, and what the system answered', () => {
  const system = events.find(({ platform }) => platform);
  const { stdout } = run(['show', `ledger.json#${system.id}`, '--archive', 'archive']);
  for (const words of [
    '系统权限：相机',
    '扫描付款码',
    '扫码付款',
    '画面，不保存',
    '可以手动输入',
    '系统的答复',
    '允许',
  ])
    assert.ok(stdout.includes(words), words);
});

test('--language en speaks English about a Chinese policy, and the time has its zone', () => {
  const { id, time } = eventOf('withdrawn');
  const { stdout } = run(['show', `ledger.json#${id}`, '--archive', 'archive', '--language', 'en']);
  assert.match(stdout, /^Record of an answer\n/);
  assert.match(stdout, /answer +withdrew consent\n/);
  assert.ok(stdout.includes(`; ${time} (by the clock of the person's device: a claim)`));
  assert.match(stdout, /time +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC[+-]\d\d:\d\d \(\S+\); /);
});

test('--format html is one page without scripts or requests, the whole text in it, marked words marked', () => {
  const { id } = eventOf('granted');
  run([
    'show',
    `ledger.json#${id}`,
    '--archive',
    'archive',
    '--notice',
    'notice.json',
    '--format',
    'html',
    '-o',
    'shown.html',
  ]);
  const page = readFileSync(join(folder, 'shown.html'), 'utf8');
  assert.match(page, /^<!doctype html>\n<html lang="zh-Hans">/);
  assert.match(page, /default-src 'none'; style-src 'unsafe-inline'/);
  assert.doesNotMatch(page, /<script|<link|<img|\ssrc=|\son\w+=/);
  assert.ok(page.includes('&lt;b&gt;我们收集您的手机号&lt;/b&gt;'));
  assert.ok(page.includes('<mark class="author">') && page.includes('<mark class="rule">'));
  const text = /<pre lang="zh-Hans">([^]*)<\/pre>/.exec(page)[1].replace(/<\/?mark[^>]*>/g, '');
  const stored = readdirSync(join(folder, 'archive', 'documents'), { recursive: true }).find((path) =>
    path.endsWith('text.txt'),
  );
  const unescaped = text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
  assert.equal(unescaped, readFileSync(join(folder, 'archive', 'documents', stored), 'utf8'));
});

test('words of a record cannot act on a terminal or a page', async () => {
  const hostile = '\u001b[2J\u202e<img src=x onerror=alert(1)>\nfoo';
  const policy = await samplePolicy(core.hashText);
  const event = {
    ...eventOf('granted'),
    subject: { id: hostile },
    request: { id: 'x', kind: 'separate', purpose: hostile },
  };
  file('hostile.json', JSON.stringify({ ...event, policy: { ...event.policy, id: policy.id } }));
  const { stdout } = run(['show', 'hostile.json']);
  assert.doesNotMatch(stdout, /[\u001b\u202e]/);
  assert.doesNotMatch(run(['show', 'hostile.json', '--format', 'html']).stdout, /<img/);
});

test('what holds no event, a forged twin and a missing archive are one sentence; wrong use exits with 2', () => {
  const { id } = eventOf('granted');
  const twin = ledgerWith('twin.json', ({ events: list }) =>
    list.push({ ...list.find((one) => one.id === id), sequence: 99 }),
  );
  for (const [args, words] of [
    [['nowhere.json'], /nowhere\.json cannot be read/],
    [[file('text.json', '"x"')], /holds no event, no list of events and no exported ledger/],
    [[file('strange.json', '{"decision": "granted"}')], /holds no event of the schema mingshi\.event\/1/],
    [['ledger.json#0000'], /ledger\.json holds no event whose id begins with 0000\./],
    [['ledger.json#zzzz'], /ledger\.json holds no event whose id begins with zzzz\./],
    [['nowhere.json#zzzz'], /nowhere\.json#zzzz cannot be read/],
    [[`${twin}#${id}`], /several events with the id .+: one of them is forged/],
    [[`ledger.json#${id}`, '--archive', 'nowhere'], /nowhere is no archive/],
  ]) {
    const { status, stdout, stderr } = run(['show', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
  }
  for (const args of [
    [],
    ['a', 'b'],
    ['ledger.json', '--event', 'X'],
    ['ledger.json', '--format', 'pdf'],
    ['-', '--notice', '-'],
  ])
    assert.equal(run(['show', ...args]).status, 2, args.join(' '));
});

test('an erased record before or after one still proves it by the hash it had', async () => {
  const [first, second] = events.filter((event) => event.writer === events[events.length - 1].writer);
  assert.ok(second, 'one chain of several records');
  const erased = await erasedOf(first, core.hashRecord);
  const name = ledgerWith('erased.json', ({ events: list }) =>
    list.splice(
      list.findIndex(({ id }) => id === first.id),
      1,
      erased,
    ),
  );
  const shown = JSON.parse(run(['show', `${name}#${second.id}`, '--format', 'json']).stdout);
  assert.equal(shown.chain.previous, 'fits');
  assert.equal(shown.unreadable, 0);
  assert.deepEqual([shown.chain.ledger.result, shown.chain.ledger.erased], ['consistent', 1]);
});
