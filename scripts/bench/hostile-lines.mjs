// @ts-check
// Lines that would make a careless pattern walk back and forth: each repeats what one of the compiler's patterns begins with and
// never gives what it ends with.

/** @typedef {import('../../build/src/compiler/index.js').SourceMediaType} MediaType */

/** What is repeated, by a name for the table; `#` stands for a rising number. @type {Record<string, string>} */
const REPEATED = {
  'open brackets': '（',
  'closed brackets': '）',
  'quotes that open': '“《「',
  'article numbers': '1.1.1.',
  'bracketed numbers': '(1) ',
  'rising numbers': '#、',
  'rising numbers with words': '#.说明文字 ',
  'chapter numbers': '第#章 ',
  'ideographic numbers': '一、二、',
  stars: '**',
  'stars and a word': '**字',
  digits: '7',
  'digits and dashes': '1-',
  spaces: ' ',
  'wide spaces and letters': '\u3000a',
  'letters and spaces': 'a ',
  'list commas': '、',
  'list items': '姓名、',
  strokes: '|',
  'strokes and dashes': '|-',
  tabs: '\t',
  'tabs and words': '字\t',
  'addresses of the net': 'https://a.example.com/b/',
  'addresses one beside the other': 'https://a.example.com/b#\u3000',
  'addresses without an end': 'www.a',
  'mail without a host': 'a.b@',
  'mail addresses': 'a#@example.com ',
  'names of companies': '示例科技有限公司',
  'companies without their end': '示例科技股份',
  'English companies': 'Sample Ltd, ',
  'names of software': '示例SDK',
  'table headers': '序号SDK名称公司使用目的#示例SDK示例公司',
  labels: '使用目的：',
  'English labels': 'Purpose: ',
  colons: '：',
  phones: '400-000-1234 ',
  'phones in mid-number': '+86 ',
  'label of a phone': '电话',
  dates: '2025年#月',
  'date words': '更新日期：',
  permissions: '相机权限、',
  'permissions in a sentence': '我们会申请相机权限',
  'permissions asked for': 'we request camera permission ',
  collecting: '我们会收集',
  'collecting, and why': '当您使用时收集，用于',
  'collecting in English': 'we collect your name and ',
  'when you': 'when you use ',
  refusing: '如您拒绝，',
  'refusing in English': 'if you refuse ',
  withdrawing: '撤回同意',
  'menu paths': '我的-',
  arrows: '我的→设置→',
  'more than': '设置>',
  rights: '您有权',
  ages: '不满十四周岁的',
  sharing: '与第三方共享',
  'sharing in English': 'we share your data with ',
  'sensitive data': '属于您的敏感个人信息',
  retention: '保存期限',
  abroad: '向境外提供',
  jumps: '跳转到',
  'full stops': '。',
  'stops in English': 'a. ',
  'stops and digits': '.1',
  'hard spaces': '\u00a0',
  'invisible characters': '\u200b',
  radicals: '⽤⺠',
  'half of a pair': '\ud83d',
  'broken characters': '\ufffd',
  'carriage returns': 'a\r',
  'form feeds': 'a\f',
  ampersands: '&',
  'left angles': '<',
  'opening tags': '<b>',
  hashes: '#\u00a0',
  backslashes: '\\*',
  backticks: '`',
  brackets: '[',
  'links that never end': '[a](',
  underscores: '_a',
  'quote marks': '>',
};

/** Lines of one kind, each short. @type {Record<string, string>} */
const LINES = {
  'empty lines': '\n',
  'lines with a space': ' \n',
  'one letter a line': 'a\n',
  'one ideograph a line': '字\n',
  'rising numbers, one a line': '#、标题\n',
  'headings one a line': '## 标题#\n',
  'equal headings': '## 标题\n',
  bullets: '- \n',
  'list items, one a line': '- 项目#\n',
  'rows of tabs': '字\t字\n',
  'rows of tabs and gaps': '字\t字\n\n',
  'rows of strokes': '|a|b|\n',
  'borders of tables': '|--|--|\n',
  'rows and borders': '|a|b|\n|--|--|\n\n',
  'labels, one a line': '使用目的：推送#\n',
  'equal labels': '使用目的：推送\n',
  records: '#. 示例SDK\n使用目的：推送\n公司名称：示例科技有限公司\n',
  'addresses, one a line': 'https://example.com/#\n',
  'page numbers': '第#页\n',
  'bare numbers': '#\n',
  'stars, one a line': '**a**\n',
  'open stars, one a line': '**a\n',
  'open brackets, one a line': '（a\n',
  'sections in turn': '一、标题\n（一）标题\n1. 标题\n文字。\n',
  'tables of contents': '一、标题#......#\n',
};

/** Elements that open; what closes them stands at the end. @type {Record<string, readonly [string, string]>} */
const NESTED = {
  'nested elements': ['<div>', '</div>'],
  'nested bold': ['<b>', '</b>'],
  'nested lists': ['<ul><li>', '</li></ul>'],
  'nested tables': ['<table><tr><td>', '</td></tr></table>'],
  'open paragraphs': ['<p>', ''],
  'open cells': ['<table><tr><td>a', ''],
  'hidden elements': ['<i style="display:none">a', ''],
  attributes: ['<p style="color:red">a</p>', ''],
};

/** A text of so many bytes. @param {string} unit @param {number} bytes */
function repeated(unit, bytes) {
  const count = Math.max(1, Math.floor(bytes / Buffer.byteLength(unit)));
  if (!unit.includes('#') || /^#\u00a0|^##? 标题\n/.test(unit)) return unit.repeat(count);
  return Array.from({ length: count }, (_, index) => unit.replace(/(?<!#)#(?!#)/g, String(index + 1))).join(
    '',
  );
}

/** @typedef {{name: string, mediaType: MediaType, text: (bytes: number) => string}} Hostile */

/** Every hostile input, by its name. @returns {Hostile[]} */
export function hostileTexts() {
  const plain = Object.entries({ ...REPEATED, ...LINES }).map(([name, unit]) => ({
    name,
    mediaType: /** @type {MediaType} */ ('text/plain'),
    text: (/** @type {number} */ bytes) => repeated(unit, bytes),
  }));
  const nested = Object.entries(NESTED).map(([name, [open, close]]) => ({
    name,
    mediaType: /** @type {MediaType} */ ('text/html'),
    text: (/** @type {number} */ bytes) => {
      const count = Math.floor(bytes / (open.length + close.length));
      return open.repeat(count) + close.repeat(count);
    },
  }));
  return [...plain, ...nested];
}
