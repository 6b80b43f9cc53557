// How words are laid out for people.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markdownTable, plainMarkdown } from '../../../build/src/cli/people/markdown.js';
import { brief, oneLine } from '../../../build/src/cli/people/one-line.js';
import { columnsOf, padded, wrap } from '../../../build/src/cli/people/wrap.js';

test('a Chinese letter takes two columns, a Latin one one', () => {
  assert.deepEqual([columnsOf('相机a（b）'), columnsOf(''), columnsOf('𠮷')], [10, 0, 2]);
  assert.equal(padded('相机', 6), '相机  ');
});

test('lines break between Chinese letters and at spaces, not before a closing mark nor after an opening one', () => {
  assert.deepEqual(wrap('我们收集您的信息，用于登录', 16, '', ''), ['我们收集您的信', '息，用于登录']);
  assert.deepEqual(wrap('我们收集您的信（手机）', 16, '', ''), ['我们收集您的信', '（手机）']);
  assert.deepEqual(wrap('we collect your number', 11, '- ', '  '), [
    '- we',
    '  collect',
    '  your',
    '  number',
  ]);
});

test('an address that is longer than the line stays whole', () => {
  const address = `https://example.com/${'a'.repeat(60)}`;
  assert.deepEqual(wrap(`见 ${address} 。`, 40, '', ''), ['见', `${address} 。`]);
});

test('whatever the words, wrapping loses none, and only what cannot be broken is too long', () => {
  const words = fc.array(fc.constantFrom('我', '们', '，', '（', '）', ' ', 'a', 'bc', '“', '”', '1'), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(words, fc.integer({ min: 8, max: 40 }), (parts, width) => {
      const text = oneLine(parts.join(''));
      const lines = wrap(text, width, '', '');
      assert.equal(lines.join('').replace(/ /g, ''), text.replace(/ /g, ''));
      for (const line of lines) assert.ok(columnsOf(line) <= width || !/ |[我们][我们]/.test(line), line);
    }),
  );
});

test('words are shown on one line, without what a terminal acts upon, and cut by letters', () => {
  assert.equal(oneLine(' a\n\tb\u001b[31m '), 'a b\ufffd[31m');
  assert.equal(oneLine('x\u202ey'), 'x\ufffdy');
  assert.deepEqual(
    [brief('𠮷𠮷𠮷', 2), brief('ab', 2), brief(`ab ${' '.repeat(99)}`, 2)],
    ['𠮷𠮷…', 'ab', 'ab…'],
  );
});

test('words in Markdown stay words, and a table has its columns', () => {
  assert.equal(plainMarkdown('a|b *c* [d](e) <f> `g`'), 'a\\|b \\*c\\* \\[d\\](e) \\<f\\> \\`g\\`');
  assert.deepEqual(markdownTable(['x', 'y'], [['1', '2']]), ['| x | y |', '| --- | --- |', '| 1 | 2 |']);
});
