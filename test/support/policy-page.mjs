// Makes a web page of a Markdown policy, as a site's editor would: bold by classes of a style sheet, tables, lists, and around the
// text what pages have: a navigation, a path, a foot, and words that nobody sees.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

const escaped = (/** @type {string} */ words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const all = (/** @type {any} */ node) => node.children.map(htmlOf).join('');

const cells = (/** @type {any} */ row, /** @type {string} */ tag) =>
  `<tr>${row.children.map((/** @type {any} */ cell) => `<${tag}>${all(cell)}</${tag}>`).join('')}</tr>\n`;

/** @type {Record<string, (node: any) => string>} */
const WRITERS = {
  root: all,
  text: ({ value }) => escaped(value).replaceAll('\n', '\n  '),
  inlineCode: ({ value }) => `<code>${escaped(value)}</code>`,
  break: () => '<br>',
  strong: (node) => `<span class="t1"><span class="key">${all(node)}</span></span>`,
  emphasis: (node) => `<i>${all(node)}</i>`,
  link: (node) => `<a href="${escaped(node.url)}">${all(node)}</a>`,
  heading: (node) => `<h${node.depth}>${all(node)}</h${node.depth}>\n`,
  paragraph: (node) => `<p class="line">\n  ${all(node)}\n</p>\n`,
  blockquote: (node) => `<blockquote>${all(node)}</blockquote>\n`,
  thematicBreak: () => '<hr>\n',
  html: ({ value }) => value,
  code: ({ value }) => `<pre>${escaped(value)}</pre>\n`,
  table: ({ children: [head, ...rows] }) =>
    `<div class="wrap"><table border="1"><thead>${cells(head, 'th')}</thead><tbody>${rows.map((/** @type {any} */ row) => cells(row, 'td')).join('')}</tbody></table></div>\n`,
  list: (node) =>
    node.ordered ? `<ol start="${node.start ?? 1}">\n${all(node)}</ol>\n` : `<ul>\n${all(node)}</ul>\n`,
  listItem: (node) =>
    `<li>${node.children.map((/** @type {any} */ child) => (child.type === 'paragraph' ? all(child) : htmlOf(child))).join('\n')}</li>\n`,
};

/** @returns {string} */
function htmlOf(/** @type {any} */ node) {
  const write = WRITERS[node.type];
  if (!write) throw new Error(`No way to write ${node.type}.`);
  return write(node);
}

const STYLE = `:root { --strong: 700 }
body { font: 400 16px/1.8 serif; color: #333; background: #fff }
.t1 { font-weight: normal } .line .key, li .key, td .key, .key { font-weight: var(--strong) }
.seo { position: absolute; left: -9999px } .foot { font-size: 12px; color: #999 }
h1, h2, h3 { font-weight: bold } td { white-space: normal } @media print { .line { display: none } }`;

/** A page of a Markdown policy. */
export function pageOf(/** @type {string} */ markdown) {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>site</title><style>${STYLE}</style></head><body>
<nav><ul><li><a href="/">Home 首页</a></li><li><a href="/loans">Loans 贷款：400-555-0001</a></li></ul></nav>
<div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/legal">Legal 法律声明</a></div>
<div class="seo">我们会收集您的通讯录权限，用于营销。如您拒绝，您将无法使用。We sell your camera permission.</div>
<div class="content">
${htmlOf(tree)}
</div>
<div hidden>联系电话：400-555-9999。Updated 1 January 1999.</div>
<footer class="foot"><a href="/icp">Records 备案</a> <a href="/sitemap">Site map 网站地图</a> © Example</footer>
</body></html>`;
}
