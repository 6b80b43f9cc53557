// `mingshi compile --watch` beside an editor: how files are saved, replaced and taken away.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readPolicy } from '../../../build/src/policy/read-policy.js';

const MAIN = fileURLToPath(new URL('../../../build/src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mingshi-watch-'));
const running = new Set();
after(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const HEAD =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。\n\n一、权限\n\n';
const CAMERA = '1. 相机权限：用于扫描二维码，如您拒绝，您可以手动输入编号。\n';
const LOCATION = '2. 位置权限：用于显示附近的网点，如您拒绝，您可以手动选择城市。\n';
const PATIENCE = 20_000;

/** A watch that is running: what it has said, and a way to wait for more. */
class Watch {
  said = '';
  #read = 0;

  constructor(args) {
    this.child = spawn(process.execPath, [MAIN, 'compile', ...args, '--watch'], { cwd: folder });
    running.add(this.child);
    this.child.stderr.on('data', (part) => (this.said += part));
    this.out = '';
    this.child.stdout.on('data', (part) => (this.out += part));
    this.ended = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve(code ?? signal)));
    void this.ended.then(() => running.delete(this.child));
  }

  /** Settles with what was said since, when it matches. */
  async says(pattern) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(20)) {
      const young = this.said.slice(this.#read);
      const found = pattern.exec(young);
      if (found) {
        this.#read += found.index + found[0].length;
        return found;
      }
    }
    throw new Error(`${pattern} was not said: ${this.said}`);
  }

  end(signal = 'SIGINT') {
    this.child.kill(signal);
    return this.ended;
  }
}

const at = (name) => join(folder, name);
const permissions = (name) => readPolicy(JSON.parse(readFileSync(at(name), 'utf8'))).permissions.length;
const watching = async (name, words, more = []) => {
  if (words !== undefined) writeFileSync(at(name), words);
  const watch = new Watch([name, '-o', `${name}.json`, ...more]);
  await watch.says(/watching .+; Ctrl-C ends\.\n/);
  return watch;
};

test(
  'each save is one line with the time and what changed in counts; Ctrl-C ends it with 0',
  { timeout: 60_000 },
  async () => {
    const watch = await watching('a.txt', HEAD + CAMERA);
    const first = await watch.says(/^\d\d:\d\d:\d\d a\.txt → a\.txt\.json \(\d+\.\d s\): (.+)$/m);
    assert.match(first[1], /permissions 1, third parties 0, /);
    writeFileSync(at('a.txt'), HEAD + CAMERA + LOCATION);
    const second = await watch.says(/^\d\d:\d\d:\d\d a\.txt → a\.txt\.json \(\d+\.\d s\): (.+)$/m);
    assert.match(second[1], /permissions 1 → 2/);
    assert.equal(permissions('a.txt.json'), 2);
    writeFileSync(at('a.txt'), HEAD + CAMERA + LOCATION.replace('城市', '区县'));
    await watch.says(/: the words changed, no count did$/m);
    assert.equal(await watch.end(), process.platform === 'win32' ? 'SIGINT' : 0);
    assert.equal(watch.out, '');
  },
);

test(
  'a file that an editor replaces, and one that is gone for a moment, are read again',
  { timeout: 60_000 },
  async () => {
    const watch = await watching('b.txt', HEAD + CAMERA);
    await watch.says(/permissions 1,/);
    writeFileSync(at('.b.txt.swp'), HEAD + CAMERA + LOCATION);
    renameSync(at('.b.txt.swp'), at('b.txt'));
    await watch.says(/permissions 1 → 2/);
    unlinkSync(at('b.txt'));
    await wait(300);
    writeFileSync(at('b.txt'), HEAD + CAMERA);
    await watch.says(/permissions 2 → 1/);
    assert.doesNotMatch(watch.said, /cannot be read/, 'a moment is no news');
    await watch.end();
  },
);

test('quick double saves are one run, and it reads the last', { timeout: 60_000 }, async () => {
  const watch = await watching('c.txt', HEAD + CAMERA);
  await watch.says(/permissions 1,/);
  for (const words of ['', HEAD, HEAD + CAMERA, HEAD + CAMERA + LOCATION]) {
    writeFileSync(at('c.txt'), words);
    await wait(30);
  }
  await watch.says(/permissions 1 → 2/);
  await wait(700);
  assert.equal(watch.said.match(/^\d\d:\d\d:\d\d /gm).length, 2, watch.said);
  await watch.end();
});

test(
  'what goes wrong is told, ends nothing, and the output keeps what it had',
  { timeout: 60_000 },
  async () => {
    const watch = await watching('d.txt', HEAD + CAMERA);
    await watch.says(/permissions 1,/);
    const before = readFileSync(at('d.txt.json'), 'utf8');
    writeFileSync(at('d.txt'), '今天天气很好。');
    await watch.says(/^d\.txt:1:1: error policy\/not-a-policy /m);
    await watch.says(/^\d\d:\d\d:\d\d d\.txt was not compiled; d\.txt\.json stays as it is\.$/m);
    unlinkSync(at('d.txt'));
    await watch.says(/^\d\d:\d\d:\d\d d\.txt cannot be read: there is no such file or folder\.$/m);
    mkdirSync(at('d.txt'));
    await watch.says(/^\d\d:\d\d:\d\d d\.txt cannot be read: it is a folder\.$/m);
    assert.equal(readFileSync(at('d.txt.json'), 'utf8'), before);
    rmdirSync(at('d.txt'));
    writeFileSync(at('d.txt'), HEAD + CAMERA + LOCATION);
    await watch.says(/permissions 1 → 2/);
    assert.equal(permissions('d.txt.json'), 2);
    await watch.end();
  },
);

test(
  'a file that is not there yet is waited for, and a summary can be watched',
  { timeout: 60_000 },
  async () => {
    const watch = await watching('e.txt', undefined, ['--format', 'text']);
    await watch.says(/e\.txt cannot be read: there is no such file/);
    writeFileSync(at('e.txt'), HEAD + CAMERA);
    await watch.says(/permissions 1,/);
    assert.match(readFileSync(at('e.txt.json'), 'utf8'), /^系统权限（1）$/m);
    await watch.end();
  },
);

test('a diagnostic is told once, not at each run', { timeout: 60_000 }, async () => {
  const watch = await watching('f.txt', HEAD + CAMERA);
  await watch.says(/permissions 1,/);
  assert.match(watch.said, /facts\/no-withdrawal/);
  writeFileSync(at('f.txt'), HEAD + CAMERA + LOCATION);
  await watch.says(/permissions 1 → 2/);
  assert.equal(watch.said.match(/facts\/no-withdrawal/g).length, 1);
  await watch.end();
});

test('whoever reads the output meanwhile sees a whole policy each time', { timeout: 60_000 }, async () => {
  const long = '我们收集您的手机号码，用于登录。\n\n'.repeat(400);
  const watch = await watching('g.txt', HEAD + CAMERA + long);
  await watch.says(/permissions 1,/);
  let [reads, busy] = [0, true];
  const saving = (async () => {
    for (let save = 0; save < 4; save += 1) {
      writeFileSync(at('g.txt'), HEAD + CAMERA + (save % 2 === 0 ? LOCATION : '') + long);
      await wait(600);
    }
    busy = false;
  })();
  for (; busy; await wait(1)) {
    JSON.parse(readFileSync(at('g.txt.json'), 'utf8'));
    reads += 1;
  }
  await saving;
  assert.ok(reads > 50);
  await watch.end();
});

test(
  'being asked to end (SIGTERM) ends it with 0 too',
  { skip: process.platform === 'win32' && 'no signals', timeout: 60_000 },
  async () => {
    const watch = await watching('h.txt', HEAD + CAMERA);
    await watch.says(/permissions 1,/);
    assert.equal(await watch.end('SIGTERM'), 0);
  },
);
