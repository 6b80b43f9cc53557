// The table of commands, from which help and parsing are made.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommandLine } from '../../../build/src/cli/command-line.js';
import { COMMANDS } from '../../../build/src/cli/commands.js';
import { helpOf } from '../../../build/src/cli/help.js';

const HELP = helpOf(COMMANDS);

test('an option takes a value in every command that has it, or in none, and has one letter', () => {
  const known = new Map();
  for (const { name, options } of COMMANDS) {
    assert.equal(new Set(options.map((option) => option.name)).size, options.length, name);
    for (const option of options) {
      const kind = `${option.value === undefined} ${option.short ?? ''}`;
      assert.equal(known.get(option.name) ?? kind, kind, `--${option.name} of ${name}`);
      known.set(option.name, kind);
    }
  }
  const letters = [...known.values()].map((kind) => kind.split(' ')[1]).filter(Boolean);
  assert.equal(new Set([...letters, 'h']).size, letters.length + 1);
});

test('the help tells of every command, option and exit code, in lines of at most 120 columns', () => {
  for (const { name, usage, options, exitCodes = [] } of COMMANDS) {
    assert.ok(HELP.includes(`mingshi ${name} ${usage}\n`), name);
    for (const option of options) assert.ok(HELP.includes(`--${option.name}`), option.name);
    for (const [code] of exitCodes) assert.match(HELP, new RegExp(`^ *${code} `, 'm'));
  }
  for (const line of HELP.split('\n')) assert.ok(line.length <= 120, line);
});

test('each exit code means one thing', () => {
  const codes = COMMANDS.flatMap(({ exitCodes = [] }) => exitCodes.map(([code]) => code));
  assert.deepEqual([...new Set(codes)], codes);
  assert.ok(codes.every((code) => code > 2));
});

test('options may stand before the command, and those of another are refused by name', () => {
  const { command, given } = readCommandLine(['-o', 'x.json', 'compile', 'a.txt'], COMMANDS);
  assert.deepEqual([command.name, given.files, given.text('output')], ['compile', ['a.txt'], 'x.json']);
  assert.throws(
    () => readCommandLine(['diff', 'a', 'b', '--watch'], COMMANDS),
    /^Error: --watch is for `compile`, not for `diff`\.$/,
  );
  assert.throws(
    () => readCommandLine(['build'], COMMANDS),
    /There is no command build; there are `compile`, /,
  );
});

test('the help of one command leaves the others out', () => {
  const [command] = COMMANDS;
  const request = readCommandLine([command.name, '--help'], COMMANDS);
  assert.deepEqual([request.kind, request.command.name], ['help', command.name]);
  assert.doesNotMatch(helpOf([command]), /mingshi diff/);
});
