// `mingshi archive` as a legal department relies upon it: what was archived can be proved, and nothing else passes for it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { refused } from '../../../build/src/cli/archive/refused.js';
import { folderArchive } from '../../../build/src/cli/archive/folder-archive.js';
import { safeName } from '../../../build/src/cli/archive/safe-name.js';
import { commandLine } from '../../support/command-line.mjs';
import { core } from '../../support/core-build.mjs';
import { samplePolicy } from '../../support/sample-policy.js';

const { folder, run, start, file } = commandLine('archive');
const POLICY =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。\n生效日期：2026年4月1日\n\n一、收集\n\n我们收集您的手机号码，用于登录。\n';
const CHANGED = POLICY.replace('手机号码', '手机号码和通讯录');
const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const entriesOf = (archive) =>
  readdirSync(join(folder, archive, 'index'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, archive, 'index', name), 'utf8')));
const faultsOf = (archive, ...more) => {
  const { status, stdout } = run(['archive', '--check', '--to', archive, '--format', 'json', ...more]);
  const report = JSON.parse(stdout);
  assert.equal(status, report.result === 'broken' ? 1 : 0);
  return report.faults.map(({ code, path }) => `${code} ${path}`);
};
/** An archive of two versions of one policy, made once for each test that harms it. */
const filled = (archive) => {
  mkdirSync(join(folder, archive), { recursive: true });
  file(`${archive}.v1.txt`, POLICY);
  file(`${archive}.v2.txt`, CHANGED);
  for (const version of ['1', '2']) {
    const args = ['--id', 'qinghe', '--policy-version', version, '--to', archive];
    assert.equal(run(['archive', `${archive}.v${version}.txt`, ...args]).status, 0);
  }
  return entriesOf(archive);
};
/** Does by hand what the file's mode is there to hinder. */
const harm = (path, act) => {
  chmodSync(path, 0o644);
  act(path);
};

test('a version is kept as text, compiled policy and source bytes, with an entry that names their hashes', () => {
  const { status, stdout } = run(['archive', file('qinghe.txt', POLICY), '--to', 'kept']);
  assert.equal(status, 0);
  const [entry] = entriesOf('kept');
  const bytesOf = ({ path }) => readFileSync(join(folder, 'kept', path));
  const { text, policy, source } = entry.files;
  assert.deepEqual(
    [entry.id, entry.version, entry.language, entry.dates, entry.sequence, entry.previous],
    ['qinghe', '2026-04-01', 'zh-Hans', { effective: '2026-04-01' }, 1, ''],
  );
  assert.equal(sha256(bytesOf(text)), entry.hash);
  assert.equal(bytesOf(source).toString(), POLICY);
  assert.equal(sha256(POLICY), entry.source.sha256);
  assert.equal(JSON.parse(bytesOf(policy)).hash, entry.hash);
  for (const one of [text, policy, source]) assert.equal(sha256(bytesOf(one)), one.sha256);
  assert.ok(dirname(text.path).endsWith(`/qinghe/2026-04-01/zh-Hans/${entry.hash.slice(7)}`));
  assert.match(stdout, new RegExp(`archived +qinghe 2026-04-01 zh-Hans ${entry.hash}`));
  assert.match(stdout, /entry 1 sha256:[0-9a-f]{64}\n/);
  assert.match(readFileSync(join(folder, 'kept', 'README.txt'), 'utf8'), /sha256sum text\.txt/);
});

test('files are read-only, and nothing unfinished stays', () => {
  filled('modes');
  const files = readdirSync(join(folder, 'modes'), { recursive: true, withFileTypes: true });
  const modes = files
    .filter((one) => one.isFile())
    .map((one) => statSync(join(one.parentPath ?? one.path, one.name)).mode & 0o777);
  assert.ok(modes.length >= 9);
  assert.deepEqual([...new Set(modes)], [0o444]);
  assert.deepEqual(readdirSync(join(folder, 'modes', '.unfinished')), []);
});

test('the same again is no change, and each entry names the one before it', () => {
  const [first, second] = filled('again');
  assert.equal(second.previous, sha256(readFileSync(join(folder, 'again', 'index', '000001.json'))));
  assert.equal(first.hash === second.hash, false);
  const repeated = run([
    'archive',
    'again.v1.txt',
    '--id',
    'qinghe',
    '--policy-version',
    '1',
    '--to',
    'again',
  ]);
  assert.equal(repeated.status, 0);
  assert.match(repeated.stdout, /^unchanged qinghe 1 zh-Hans/);
  assert.match(repeated.stdout, /entry 2 /);
  assert.equal(entriesOf('again').length, 2);
});

test('another text under the same id, version and language is refused, and nothing is written', () => {
  filled('refused');
  const before = readdirSync(join(folder, 'refused'), { recursive: true }).sort();
  const args = ['--id', 'qinghe', '--policy-version', '1', '--to', 'refused'];
  const { status, stdout, stderr } = run(['archive', 'refused.v2.txt', ...args]);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(
    stderr,
    /^mingshi: refused\.v2\.txt: policy\/changed-without-version The text of qinghe changed/,
  );
  assert.deepEqual(readdirSync(join(folder, 'refused'), { recursive: true }).sort(), before);
  const english = file(
    'english.txt',
    'Qinghe Privacy Policy\n\nQinghe Ltd. ("we") handles your personal information by this policy. Please read it before you use our services.\n\n1. Collection\n\nWe collect your phone number to sign you in.\n',
  );
  assert.equal(
    run(['archive', english, ...args]).status,
    0,
    'a translation has the same version and other words',
  );
});

test('a compiled policy is archived with the source beside it, or told to be without', () => {
  run(['compile', file('beside.txt', POLICY), '-o', 'beside.json']);
  assert.equal(run(['archive', 'beside.json', '--to', 'compiled']).stderr, '');
  assert.ok(entriesOf('compiled')[0].files.source);
  assert.match(
    run(['archive', 'beside.txt', '--to', 'compiled']).stdout,
    /^unchanged/,
    'its text is the same',
  );
  mkdirSync(join(folder, 'alone'), { recursive: true });
  renameSync(join(folder, 'beside.json'), join(folder, 'alone', 'beside.json'));
  const alone = run(['archive', 'alone/beside.json', '--to', 'alone-archive']);
  assert.equal(alone.status, 0);
  assert.match(alone.stderr, /archive\/no-source beside\.txt, which it was compiled from, is not beside it/);
  assert.equal(run(['archive', 'beside.txt', '--to', 'alone-archive']).status, 0);
  assert.equal(entriesOf('alone-archive').length, 2, 'the source comes as an entry of its own');
});

test('--check is content with what archive wrote, and with a head that was kept', () => {
  filled('sound');
  const { status, stdout } = run(['archive', '--check', '--to', 'sound']);
  assert.equal(status, 0);
  assert.match(stdout, /^sound \(2 entries\)\n {3}1 {2}\S+ {2}qinghe {2}1 {2}zh-Hans {2}sha256:/);
  assert.match(stdout, /Every hash holds\. Who wrote the whole archive anew/);
  const head = /entry 2 (sha256:\S+)/.exec(stdout)[1];
  assert.match(
    run(['archive', '--check', '--to', 'sound', '--head', head]).stdout,
    /nothing up to it was changed/,
  );
  assert.deepEqual(faultsOf('sound', '--head', `sha256:${'0'.repeat(64)}`), ['archive/not-the-head index']);
});

test('--check tells what was changed, deleted or added by hand', () => {
  const harms = [
    [
      'text',
      ([{ files }], at) => harm(at(files.text.path), (path) => writeFileSync(path, CHANGED)),
      'archive/changed',
    ],
    [
      'policy',
      ([{ files }], at) => harm(at(files.policy.path), (path) => writeFileSync(path, '{}')),
      'archive/changed',
    ],
    ['source', ([{ files }], at) => rmSync(at(files.source.path)), 'archive/deleted'],
    [
      'link',
      ([{ files }], at) => {
        renameSync(at(files.text.path), at('moved.txt'));
        symlinkSync(at('moved.txt'), at(files.text.path));
      },
      'archive/deleted',
    ],
    [
      'added',
      ([{ files }], at) => writeFileSync(at(`${dirname(files.text.path)}/note.txt`), 'x'),
      'archive/added',
    ],
    ['foreign', (_entries, at) => writeFileSync(at('index/note.txt'), 'x'), 'archive/added'],
    ['first', (_entries, at) => rmSync(at('index/000001.json')), 'archive/deleted'],
    [
      'edited',
      (entries, at) =>
        harm(at('index/000001.json'), (path) =>
          writeFileSync(
            path,
            `${JSON.stringify({ ...entries[0], archived: '2020-01-01T00:00:00.000Z' }, null, 2)}\n`,
          ),
        ),
      'archive/broken-chain',
    ],
    [
      'torn',
      (_entries, at) => harm(at('index/000002.json'), (path) => writeFileSync(path, '{')),
      'archive/changed',
    ],
  ];
  const entries = filled('unharmed');
  for (const [name, act, code] of harms) {
    cpSync(join(folder, 'unharmed'), join(folder, `harm-${name}`), { recursive: true });
    act(entries, (path) => join(folder, `harm-${name}`, path));
    const faults = faultsOf(`harm-${name}`);
    assert.ok(
      faults.some((fault) => fault.startsWith(code)),
      `${name}: ${faults.join(', ')}`,
    );
  }
  assert.match(
    run(['archive', '--check', '--to', 'harm-text']).stdout,
    /text\.txt {2}archive\/changed\n[^]*The archive was changed\./,
  );
});

test('a cut tail is found by a head that was kept, and only by that', () => {
  const [, second] = filled('cut');
  const head = sha256(readFileSync(join(folder, 'cut', 'index', '000002.json')));
  rmSync(join(folder, 'cut', 'index', '000002.json'));
  for (const one of Object.values(second.files)) rmSync(join(folder, 'cut', one.path));
  assert.deepEqual(faultsOf('cut'), []);
  assert.deepEqual(faultsOf('cut', '--head', head), ['archive/not-the-head index']);
});

test('an entry written by hand that does not fit its files is found', () => {
  const [first] = filled('forged');
  const previous = sha256(readFileSync(join(folder, 'forged', 'index', '000002.json')));
  const forged = { ...first, sequence: 3, previous, version: '9' };
  file('forged/index/000003.json', JSON.stringify(forged));
  assert.deepEqual(faultsOf('forged'), ['archive/changed index/000003.json']);
  const out = {
    ...forged,
    files: { ...first.files, text: { ...first.files.text, path: 'documents/../../outside.txt' } },
  };
  file('forged/index/000003.json', JSON.stringify(out));
  assert.deepEqual(faultsOf('forged'), ['archive/changed index/000003.json']);
});

test('nothing is added to an archive that was changed', () => {
  const [{ files }] = filled('stopped');
  rmSync(join(folder, 'stopped', 'index', '000001.json'));
  const { status, stderr } = run(['archive', 'stopped.v1.txt', '--id', 'other', '--to', 'stopped']);
  assert.equal(status, 1);
  assert.match(stderr, /index\/000001\.json: archive\/deleted The entry is missing\. Nothing was written/);
  assert.ok(existsSync(join(folder, 'stopped', files.text.path)));
});

test('what was archived is told to be unchanged only where its files are', () => {
  const entries = filled('altered');
  const args = (archive) => [
    'archive',
    'altered.v1.txt',
    '--id',
    'qinghe',
    '--policy-version',
    '1',
    '--to',
    archive,
  ];
  for (const [kind, act, code] of [
    ['text', (path) => harm(path, () => writeFileSync(path, CHANGED)), 'changed'],
    ['policy', (path) => harm(path, () => writeFileSync(path, '{}')), 'changed'],
    ['source', (path) => rmSync(path), 'deleted'],
  ]) {
    const archive = `altered-${kind}`;
    cpSync(join(folder, 'altered'), join(folder, archive), { recursive: true });
    const { path } = entries[0].files[kind];
    act(join(folder, archive, path));
    const { status, stdout, stderr } = run(args(archive));
    assert.deepEqual([status, stdout], [1, ''], kind);
    assert.ok(stderr.includes(`${path}: archive/${code} It `), stderr);
    assert.match(stderr, /Nothing was written; `mingshi archive --check` tells more\./);
    assert.ok(faultsOf(archive).includes(`archive/${code} ${path}`));
  }
  assert.match(run(args('altered')).stdout, /^unchanged/);
});

test('the output is never a policy that is read, nor a file of the archive', () => {
  filled('output');
  const policy = readFileSync(join(folder, 'output.v1.txt'), 'utf8');
  const entry = readFileSync(join(folder, 'output/index/000001.json'), 'utf8');
  const names = readdirSync(join(folder, 'output'), { recursive: true }).sort();
  for (const [args, words] of [
    [['output.v1.txt', '--id', 'new', '--to', 'output', '-o', './output.v1.txt'], /is a file that is read/],
    [['output.v1.txt', '--to', 'output-new', '-o', 'output-new/told.txt'], /lies in the archive output-new/],
    [['--check', '--to', 'output', '-o', 'output/index/000001.json'], /lies in the archive output/],
    [['--check', '--to', 'output', '-o', 'output/new.json'], /lies in the archive output/],
  ]) {
    const { status, stdout, stderr } = run(['archive', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
  }
  assert.equal(readFileSync(join(folder, 'output.v1.txt'), 'utf8'), policy);
  assert.equal(readFileSync(join(folder, 'output/index/000001.json'), 'utf8'), entry);
  assert.deepEqual(readdirSync(join(folder, 'output'), { recursive: true }).sort(), names);
  assert.equal(existsSync(join(folder, 'output-new')), false);
  assert.equal(run(['archive', '--check', '--to', 'output', '-o', 'output.check.txt']).status, 0);
});

test('a README that was altered is found; one that is gone is not missed', () => {
  filled('readme');
  const path = join(folder, 'readme', 'README.txt');
  harm(path, () => writeFileSync(path, 'Delete everything.\n'));
  assert.deepEqual(faultsOf('readme'), ['archive/changed README.txt']);
  rmSync(path);
  assert.deepEqual(faultsOf('readme'), []);
});

test('an archive may have a name of one letter', () => {
  assert.equal(run(['archive', file('letter.txt', POLICY), '--to', 'x']).status, 0);
  assert.deepEqual(faultsOf('x'), []);
});

test('several processes at once: every policy is archived once, in one chain', async () => {
  const names = Array.from({ length: 5 }, (_, index) =>
    file(`many-${index}.txt`, POLICY.replace('登录', `登录${index}`)),
  );
  const results = await Promise.all(
    [...names, ...names.slice(0, 2)].map((name) => start(['archive', name, '--to', 'many'])),
  );
  assert.deepEqual(
    results.map(({ status, stderr }) => [status, stderr]),
    results.map(() => [0, '']),
  );
  assert.deepEqual(
    entriesOf('many')
      .map(({ id }) => id)
      .sort(),
    names.map((name) => name.replace('.txt', '')),
  );
  assert.deepEqual(faultsOf('many'), []);
});

test('two processes with two texts for one version: one wins, the other is refused, nothing of it stays', async () => {
  const args = ['--id', 'qinghe', '--policy-version', '1', '--to'];
  for (let round = 0; round < 3; round++) {
    const [one, other] = [file('race-1.txt', POLICY), file('race-2.txt', CHANGED)];
    const results = await Promise.all(
      [one, other].map((name) => start(['archive', name, ...args, `race-${round}`])),
    );
    assert.deepEqual(results.map(({ status }) => status).sort(), [0, 1]);
    assert.match(results.find(({ status }) => status === 1).stderr, /policy\/changed-without-version/);
    assert.equal(entriesOf(`race-${round}`).length, 1);
    assert.deepEqual(faultsOf(`race-${round}`), []);
  }
});

/** A process that archives without end, and tells each that is done. */
const ENDLESS = `
import { folderArchive } from '${new URL('../../../build/src/cli/archive/folder-archive.js', import.meta.url)}';
import { core } from '${new URL('../../support/core-build.mjs', import.meta.url)}';
import { samplePolicy } from '${new URL('../../support/sample-policy.js', import.meta.url)}';
const archive = folderArchive(process.argv[1], () => Date.now());
for (let number = Number(process.argv[2]); ; number++) {
  const policy = await samplePolicy(core.hashText, { version: String(number), text: '示例 ' + number + '\\n' });
  await archive.put(policy);
  process.stdout.write(policy.hash + '\\n');
}`;

test('killed at any moment, what was acknowledged is there, whole; what was not is whole or takes up again', async () => {
  const archive = join(folder, 'killed');
  const acknowledged = [];
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      ENDLESS,
      archive,
      String(round * 1000 + 1),
    ]);
    let told = '';
    child.stdout.on('data', (part) => (told += part));
    const closed = new Promise((resolve) => child.on('close', resolve));
    while (told.split('\n').length < 3 && child.exitCode === null) await wait(1);
    await wait(5 * round);
    assert.equal(child.exitCode, null, 'it was still at work');
    child.kill('SIGKILL');
    await closed;
    acknowledged.push(...told.split('\n').slice(0, -1));
    const left = faultsOf('killed');
    assert.deepEqual(
      left.filter((fault) => !fault.startsWith('archive/added ')),
      [],
    );
    assert.ok(
      left.length <= 2 * (round + 1),
      'of each run at most the files of one version wait for their entry',
    );
  }
  const kept = new Set(entriesOf('killed').map(({ hash }) => hash));
  assert.ok(acknowledged.length >= 16);
  assert.deepEqual(
    acknowledged.filter((hash) => !kept.has(hash)),
    [],
  );
  const waiting = [...new Set(faultsOf('killed').map((fault) => fault.split('/')[3]))];
  for (const version of waiting) {
    const policy = await samplePolicy(core.hashText, { version, text: `示例 ${version}\n` });
    await folderArchive(archive, () => Date.now()).put(policy);
  }
  assert.deepEqual(faultsOf('killed'), []);
});

test('behind the port of the core: put once, get by hash, the ones in force on a day, never a changed text', async () => {
  const archive = folderArchive(join(folder, 'port'), () => Date.parse('2026-11-22T10:00:00Z'));
  const effective = (iso) => ({ effective: { iso, text: '', span: { start: 0, end: 0 } } });
  const [one, two] = await Promise.all(
    ['2026-01-01', '2026-06-01'].map((iso, index) =>
      samplePolicy(core.hashText, { version: String(index), text: `示例${iso}\n`, dates: effective(iso) }),
    ),
  );
  for (const policy of [one, two, one]) await archive.put(policy);
  assert.deepEqual(await archive.get(one.hash), one);
  assert.equal(await archive.get(`sha256:${'0'.repeat(64)}`), undefined);
  assert.deepEqual(
    (await archive.at('2026-03-01')).map(({ version }) => version),
    ['0'],
  );
  assert.deepEqual(
    (await archive.at('2026-07-01')).map(({ version }) => version),
    ['1', '0'],
  );
  await assert.rejects(archive.put(await samplePolicy(core.hashText, { version: '0', text: '另一份\n' })), {
    code: 'policy/changed-without-version',
  });
  const { files } = entriesOf('port')[0];
  harm(join(folder, 'port', files.policy.path), (path) => writeFileSync(path, '{}'));
  await assert.rejects(archive.get(one.hash), { code: 'archive/changed' });
});

test('ids and versions become names that stay in their folder, whatever they hold', () => {
  for (const name of [
    '..',
    '.',
    '',
    '../../etc',
    'a/b\\c',
    'CON',
    'nul.txt',
    ' x ',
    '\u202e',
    'x'.repeat(500),
    '版'.repeat(99),
  ]) {
    const safe = safeName(name);
    assert.ok(safe !== '' && !/^\.|[\\/:*?"<>|\s\p{Cc}\p{Cf}]|\.$/u.test(safe), safe);
    assert.ok(Buffer.byteLength(safe) <= 160, safe);
  }
  assert.deepEqual(['V2.1', '2026年3月', 'privacy-policy_1'].map(safeName), [
    'V2.1',
    '2026年3月',
    'privacy-policy_1',
  ]);
  assert.notEqual(safeName('x'.repeat(500)), safeName('x'.repeat(501)));
});

test('a folder that is no archive, one that cannot be written, and a text that is no policy are told in a sentence', () => {
  mkdirSync(join(folder, 'letters'));
  file('letters/letter.txt', 'x');
  for (const [args, words] of [
    [['qinghe.txt', '--to', 'letters'], /letters is no archive, and not empty \(letter\.txt\)/],
    [
      ['qinghe.txt', '--to', 'letters/letter.txt'],
      /cannot be written: part of its path is no folder|is no folder/,
    ],
    [['--check', '--to', 'letters'], /letters is no archive: it has no index/],
    [['--check', '--to', 'nowhere'], /nowhere is no archive/],
    [['nowhere.txt', '--to', 'new'], /nowhere\.txt cannot be read/],
    [[file('poem.txt', '今天天气很好。'), '--to', 'new'], /poem\.txt is not archived/],
  ]) {
    const { status, stdout, stderr } = run(['archive', ...args]);
    assert.deepEqual([status, stdout], [1, ''], args.join(' '));
    assert.match(stderr, words);
    assert.doesNotMatch(stderr, /\bat .+:\d+:\d+\)?$/m);
  }
  assert.equal(existsSync(join(folder, 'new')), false, 'what is read wrong writes nothing');
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
    syscall: 'write',
  });
  assert.equal(refused('a/b', full).message, 'a/b cannot be written: no space is left.');
  const linkless = Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'link' });
  assert.match(refused('a/b', linkless).message, /has no hard links/);
});

test('wrong use exits with 2', () => {
  for (const args of [
    [],
    ['qinghe.txt'],
    ['--to', 'kept'],
    ['-', '--to', 'kept'],
    ['qinghe.txt', '--check', '--to', 'kept'],
    ['qinghe.txt', '--to', 'kept', '--head', `sha256:${'0'.repeat(64)}`],
    ['--check', '--to', 'kept', '--head', 'abc'],
    ['a.txt', 'b.txt', '--id', 'x', '--to', 'kept'],
    ['a.json', '--policy-version', '2', '--to', 'kept'],
  ]) {
    const { status, stdout } = run(['archive', ...args]);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
  }
});
