// `mingshi verify`: whether a ledger is whole, and in words where it breaks.
import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { commandLine } from '../../support/command-line.mjs';
import { core } from '../../support/core-build.mjs';
import { erasedOf, randomToken, sampleEvent } from '../../support/sample-events.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const { folder, run, file } = commandLine('verify');
const BROKEN = 13;

let ledger;
let heads;

before(async () => {
  const app = createApp(core);
  await press(await app.open(), 'denied');
  await press(await app.open(), 'granted', 'user');
  const engine = await app.open();
  await withdraw(engine);
  ledger = JSON.parse(await engine.export('json'));
  // One chain of several events, as a page that stays open writes it.
  const writer = randomToken();
  let previous = '';
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    const event = sampleEvent({ writer, sequence, previous, decision: 'denied' });
    previous = await core.hashRecord(event);
    ledger.events.push(event);
  }
  ledger.heads[writer] = { sequence: 4, hash: previous };
  heads = ledger.heads;
  file('ledger.json', JSON.stringify(ledger));
  file('heads.json', JSON.stringify(heads));
});

const long = () => ledger.events.slice(-4);
const changed = (name, change) => {
  const copy = JSON.parse(JSON.stringify(ledger));
  change(copy);
  return file(name, JSON.stringify(copy));
};
const json = (args) => JSON.parse(run(['verify', ...args, '--format', 'json']).stdout);

test('a whole ledger is told as such, and what it alone cannot show', () => {
  const { status, stdout, stderr } = run(['verify', 'ledger.json']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.match(stdout, /结论 +完整：各链自洽/);
  assert.match(stdout, /仅凭账本自身无法发现/);
  assert.match(stdout, new RegExp(`记录 +共 ${ledger.events.length} 条，${Object.keys(heads).length} 条链`));
  const english = run(['verify', 'ledger.json', '--language', 'en']).stdout;
  assert.match(english, /result +Whole: every chain holds in itself/);
});

test('heads kept elsewhere make it authentic, in each way to give them', () => {
  const [writer] = Object.keys(heads);
  file('list.json', JSON.stringify(Object.entries(heads).map(([name, head]) => ({ writer: name, ...head }))));
  file('one.json', JSON.stringify({ writer, ...heads[writer] }));
  for (const name of ['heads.json', 'list.json', 'ledger.json']) {
    const { status, stdout } = run(['verify', 'ledger.json', '--head', name]);
    assert.equal(status, 0);
    assert.match(stdout, /完整，并与另存的链尾一致/);
  }
  const partly = json(['ledger.json', '--head', 'one.json']);
  assert.equal(partly.report.result, 'consistent');
  assert.equal(partly.report.writers[writer].covered, heads[writer].sequence);
});

test('an edit is placed: which record, of which chain, what it says, and what that means', () => {
  const name = changed('edited.json', ({ events }) => (events[events.length - 3].decision = 'granted'));
  const { status, stdout } = run(['verify', name]);
  const event = long()[1];
  assert.equal(status, BROKEN);
  for (const words of [
    '结论',
    '有断裂：账本与写下时不同',
    '第 2 条与后一条写明的哈希值不一致。 (ledger/changed)',
    `写入者 ${event.writer} 的第 2 条`,
    event.id,
    '这一条在写下之后被改动，或后一条是后来插入的',
  ])
    assert.ok(stdout.includes(words), words);
  const english = run(['verify', name, '--language', 'en']);
  assert.match(english.stdout, /Record 2 does not have the hash that the record after it names/);
  assert.match(english.stdout, new RegExp(`record 2 of the writer ${event.writer}`));
});

test('each kind of break has its words, in both languages', () => {
  const cases = {
    'ledger/missing': ({ events }) => events.splice(-3, 1),
    'ledger/duplicate': ({ events }) => events.push(events[events.length - 1]),
    'ledger/out-of-order': ({ events }) => events.push(events[events.length - 3]),
    'ledger/unreadable': ({ events }) => (events[0].extra = 1),
    'ledger/not-the-head': ({ events }) => (events[events.length - 1].act = 'host'),
    'ledger/cut': ({ events }) => events.pop(),
  };
  for (const [code, change] of Object.entries(cases)) {
    const name = changed(`${code.slice(7)}.json`, change);
    const { status, stdout } = run(['verify', name]);
    assert.equal(status, BROKEN, code);
    assert.ok(stdout.includes(`(${code})`), stdout);
    assert.doesNotMatch(stdout, /\{[a-z]+\}|undefined/);
    assert.doesNotMatch(
      run(['verify', name, '--language', 'en']).stdout,
      /\{[a-z]+\}|undefined|[\u4e00-\u9fff]/,
    );
    assert.equal(json([name]).report.broken.code, code);
  }
});

test('a ledger rolled back with its own heads is found by those kept elsewhere, only', () => {
  const name = changed('rolled.json', ({ events, heads: own }) => {
    const last = events.pop();
    own[last.writer] = { sequence: last.sequence - 1, hash: last.previous };
  });
  assert.equal(run(['verify', name]).status, 0);
  const { status, stdout } = run(['verify', name, '--head', 'heads.json']);
  assert.equal(status, BROKEN);
  assert.match(stdout, /缺少第 4 条及之后的记录/);
  assert.match(stdout, /账本末尾被截去，或被回退到较早的状态/);
});

test('erased records are counted; those nobody asked to erase are named, and break nothing', async () => {
  const record = await erasedOf(long()[1], core.hashRecord);
  const asked = sampleEvent({
    request: { id: 'right:delete', kind: 'right' },
    decision: 'requested',
    erases: [`${record.writer}/2`],
  });
  const hash = await core.hashRecord(asked);
  const unasked = changed('unasked.json', ({ events }) => events.splice(-3, 1, record));
  const excused = changed('excused.json', (copy) => {
    copy.events.splice(-3, 1, record);
    copy.events.push(asked);
    copy.heads[asked.writer] = { sequence: 1, hash };
  });
  const { status, stdout } = run(['verify', unasked, '--head', 'heads.json']);
  assert.equal(status, 0);
  assert.match(stdout, /已删除 +1 条已按请求删除内容/);
  assert.match(
    stdout,
    /ledger\/erased-unasked +第 2 条（写入者 [0-9a-f]{32}）的内容已被删除，但账本中没有要求删除它的请求/,
  );
  const clean = run(['verify', excused]).stdout;
  assert.match(clean, /已删除 +1 条/);
  assert.doesNotMatch(clean, /erased-unasked/);
  assert.match(
    run(['verify', unasked, '--language', 'en']).stdout,
    /was erased, and no request in the ledger/,
  );
});

test('receipts a server signed count as heads kept elsewhere; one that does not hold is told', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = publicKey.export({ format: 'jwk' });
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const receipt = (signedHeads) => {
    const header = { alg: 'EdDSA', kid: 'server-1' };
    const text = `${encode(header)}.${encode({ schema: 'mingshi.receipt/1', heads: signedHeads, iat: 1790000000 })}`;
    return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
  };
  const sound = receipt(heads);
  file('receipts.txt', `${sound}\n`);
  file('receipts.json', JSON.stringify([sound]));
  file('keys.json', JSON.stringify([{ kid: 'server-1', alg: 'EdDSA', publicKeyJwk: jwk }]));
  file('jwks.json', JSON.stringify({ keys: [{ ...jwk, kid: 'server-1', alg: 'EdDSA', use: 'sig' }] }));
  for (const [receipts, keys] of [
    ['receipts.txt', 'keys.json'],
    ['receipts.json', 'jwks.json'],
  ]) {
    const { status, stdout } = run(['verify', 'ledger.json', '--receipts', receipts, '--keys', keys]);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /完整，并与另存的链尾一致/);
    assert.match(stdout, /第 1 份 +有效：由密钥 server-1 签署.+2026-09-21T/);
  }
  const cut = changed('cut-later.json', ({ events, heads: own }) => {
    const last = events.pop();
    own[last.writer] = { sequence: last.sequence - 1, hash: last.previous };
  });
  assert.equal(run(['verify', cut, '--receipts', 'receipts.txt', '--keys', 'keys.json']).status, BROKEN);
  file('forged.txt', `${sound.slice(0, -4)}AAAA\n${sound}\n`);
  const forged = run([
    'verify',
    'ledger.json',
    '--receipts',
    'forged.txt',
    '--keys',
    'keys.json',
    '--language',
    'en',
  ]);
  assert.equal(forged.status, BROKEN);
  assert.match(forged.stdout, /number 1 +does not hold \(receipt\/(?:wrong-signature|malformed)\)/);
  assert.match(forged.stdout, /number 2 +holds/);
});

test('for programs it is JSON, and where it breaks the record stands in it', () => {
  const name = changed('edited.json', ({ events }) => (events[events.length - 3].decision = 'granted'));
  const found = json([name]);
  assert.equal(found.schema, 'mingshi.verified/1');
  assert.equal(found.report.result, 'broken');
  assert.equal(found.at.id, long()[1].id);
  assert.equal(found.entries, ledger.events.length);
  assert.deepEqual(json(['ledger.json']).receipts, []);
});

test('it is read from standard input, a list of events too, and written to a file', () => {
  const text = readFileSync(join(folder, 'ledger.json'), 'utf8');
  assert.equal(run(['verify', '-'], text).status, 0);
  assert.equal(run(['verify', '-'], JSON.stringify(ledger.events)).status, 0);
  assert.equal(run(['verify', 'ledger.json', '-o', 'out.txt']).status, 0);
  assert.match(readFileSync(join(folder, 'out.txt'), 'utf8'), /账本核对/);
  assert.equal(run(['verify', 'ledger.json', '-o', 'ledger.json']).status, 1);
  assert.equal(readFileSync(join(folder, 'ledger.json'), 'utf8'), text, 'evidence is never written over');
});

test('what is no ledger, holds no heads or no keys, is a sentence and exit code 1', () => {
  file('policy.json', JSON.stringify({ schema: 'mingshi.policy/1' }));
  file('empty.json', '{}');
  file('torn.json', '{"events":[');
  file('receipts.txt', 'x');
  for (const [args, words] of [
    [['policy.json'], /policy\.json holds no ledger/],
    [['torn.json'], /torn\.json is no JSON/],
    [['absent.json'], /absent\.json/],
    [['ledger.json', '--head', 'empty.json'], /empty\.json holds no head/],
    [['ledger.json', '--head', 'policy.json'], /policy\.json: ledger\/invalid-head A head is/],
    [['ledger.json', '--receipts', 'receipts.txt', '--keys', 'empty.json'], /empty\.json holds no keys/],
  ]) {
    const { status, stderr, stdout } = run(['verify', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});

test('wrong use is exit code 2', () => {
  for (const args of [
    [],
    ['a', 'b'],
    ['ledger.json', '--receipts', 'x'],
    ['ledger.json', '--keys', 'x'],
    ['-', '--head', '-'],
    ['ledger.json', '--format', 'html'],
  ])
    assert.equal(run(['verify', ...args]).status, 2, args.join(' '));
});

test('words of a ledger cannot act on the terminal', () => {
  const name = changed('acting.json', ({ events }) => {
    events[events.length - 3].request.id = '\u001b[2J\u202eevil';
  });
  const { stdout } = run(['verify', name]);
  assert.doesNotMatch(stdout, /[\u001b\u202e]/);
});
