// What `mingshi compile` shows on a terminal alone: progress and colours. `script` makes the terminal.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../build/src/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mingshi-terminal-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const HEAD =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策，请您仔细阅读以后再使用我们的服务。\n\n';
const CLAUSE = '当您登录时，我们收集您的手机号码，用于核对您的身份，如您拒绝，您将无法登录。\n\n';
writeFileSync(join(folder, 'short.txt'), HEAD + CLAUSE);
// Some seconds of work on any machine.
writeFileSync(join(folder, 'long.txt'), HEAD + CLAUSE.repeat(60_000));

/** Runs a command in a terminal of its own (util-linux's `script`), and gives what stood on it. */
const onTerminal = (args, env = {}) => {
  const line = [process.execPath, MAIN, ...args].map((word) => `'${word}'`).join(' ');
  const clean = { ...process.env, TERM: 'xterm-256color', ...env };
  for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS'])
    if (!(name in env)) delete clean[name];
  return spawnSync('script', ['-qec', line, '/dev/null'], { cwd: folder, encoding: 'utf8', env: clean });
};
const { status, stdout } = spawnSync('script', ['-qec', 'test -t 2 && echo yes', '/dev/null'], {
  encoding: 'utf8',
});
const skip = !(status === 0 && /yes/.test(stdout ?? '')) && 'no util-linux `script` here';

describe('on a terminal', { skip }, () => {
  test('work of more than a second says which step it is at, and leaves nothing behind', () => {
    const { status, stdout } = onTerminal(['compile', 'long.txt', '-o', 'long.json']);
    assert.equal(status, 0);
    const shown = [...stdout.matchAll(/\r\u001b\[K\[(\d)\/5\] ([a-z ]+), (\d+) s: long\.txt/g)];
    assert.ok(shown.length >= 2, JSON.stringify(stdout.slice(0, 300)));
    const steps = shown.map(([, step]) => Number(step));
    assert.deepEqual(steps, [...steps].sort());
    assert.ok(Number(shown[0][3]) >= 1);
    const [, after] = /\u001b\[K(?!\[\d\/5\])([^]*)$/.exec(stdout);
    assert.doesNotMatch(after, /\[\d\/5\]/, 'the line is wiped before anything else is told');
  });

  test('short work, a build server and a terminal that cannot wipe a line see no progress', () => {
    assert.doesNotMatch(onTerminal(['compile', 'short.txt', '-o', 'short.json']).stdout, /\[\d\/5\]/);
    for (const env of [{ CI: 'true' }, { TERM: 'dumb' }])
      assert.doesNotMatch(onTerminal(['compile', 'long.txt', '-o', 'long.json'], env).stdout, /\[\d\/5\]/);
  });

  test('severities are coloured, NO_COLOR is honoured', () => {
    assert.match(
      onTerminal(['compile', 'short.txt', '-o', 'short.json']).stdout,
      /\u001b\[36minfo\u001b\[39m facts\//,
    );
    assert.doesNotMatch(
      onTerminal(['compile', 'short.txt', '-o', 'a.json'], { NO_COLOR: '1' }).stdout,
      /\u001b\[\d/,
    );
  });

  test('the summary has bold headings', () => {
    const { stdout } = onTerminal(['compile', 'short.txt', '--format', 'text']);
    assert.match(stdout, /\u001b\[1m青禾隐私政策\u001b\[22m/);
  });
});

test('a pipe and a file see neither', () => {
  const { stdout, stderr } = spawnSync(process.execPath, [MAIN, 'compile', 'long.txt', '--format', 'text'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, FORCE_COLOR: undefined },
  });
  assert.doesNotMatch(stdout + stderr, /\u001b/);
});
