// Blocks of Markdown that are parsed apart, or without the parser, give the tree that the parser makes of the whole text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmTable } from 'micromark-extension-gfm-table';
import { parseMarkdown } from '../../../build/src/compiler/markdown/parse-markdown.js';

const whole = (source) =>
  fromMarkdown(source, {
    extensions: [cjkFriendlyExtension(), gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });

const WRITTEN = new Set([
  'text',
  'paragraph',
  'heading',
  'strong',
  'code',
  'inlineCode',
  'html',
  'definition',
]);
const STARTED = new Set([...WRITTEN, 'list', 'listItem', 'table', 'tableRow', 'break', 'image']);
const FIELDS = ['value', 'depth', 'ordered', 'spread', 'checked', 'alt', 'label'];

/** What the compiler reads of a node. */
function read(node) {
  const { start, end } = node.position;
  return {
    type: node.type,
    ...Object.fromEntries(
      FIELDS.filter((field) => (node[field] ?? null) !== null).map((field) => [field, node[field]]),
    ),
    ...(STARTED.has(node.type) && { start: start.offset }),
    ...(WRITTEN.has(node.type) && { end: end.offset }),
    ...(node.children && { children: node.children.map(read) }),
  };
}

// prettier-ignore
const PIECES = [
  '字', '文', 'a', 'B', '7', ' ', '  ', '\n', '\n\n', '\n\n\n', '**', '*', '。', '，', '“', '”', '（', '）', '.',
  '# ', '## ', '#', '- ', '1. ', '2. ', '10. ', '|', ' | ', '| ', ' |', '|---|---|', '\n| --- | --- |\n', '|a|b|',
  '=', '---', '>', '  - ', '\t', '`', '[a]', '[a]: b', '!', '~', '_', '+ ', '《', '：', '&amp;', '& ', '\\', '<b>',
  'https://a.example/b', '\n\n字文**字。**字文\n\n', '，**字**', '：**a 字.** ', '\n\n- 字文\n- a字\n\n',
  '\n\n1. 字\n2. 文\n\n', '\n\n| 字 | 文 |\n| --- | --- |\n| a |  |\n\n', '\n\n|a|b|\n|-|-|\n|c|d|\n\n',
  '\n\n## 字 a\n\n', '\u3000', '    字', '```', '①', '\r\n', '\ufeff', '\0',
];

const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 16 }).map((pieces) => pieces.join(''));

test('parsing block by block changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (source) => {
      const { children } = await parseMarkdown(source);
      assert.deepEqual(children.map(read), whole(source).children.map(read));
    }),
    { numRuns: 1500 },
  );
});

test('a text longer than a portion keeps its places', async () => {
  const line =
    '第一段有*斜体*和`代码`。\n\n- 一项\n\n  它的第二段\n\n| 名称 | 用途 |\n| --- | --- |\n| 甲 | **乙** |\n\n';
  const source = `${line.repeat(300)}最后一段`;
  const { children } = await parseMarkdown(source);
  assert.deepEqual(children.map(read), whole(source).children.map(read));
  assert.equal(children[children.length - 1].position.start.offset, source.length - 4);
});
