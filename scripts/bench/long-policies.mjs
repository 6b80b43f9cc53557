// @ts-check
// Policies of any length, made of the sample bank's: each copy speaks of another bank, other firms and other numbers, so that
// no line stands twice (the compiler leaves out what is repeated).
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';

/** @typedef {'zh-Hans' | 'en'} Language */
/** @typedef {'markdown' | 'wrapped' | 'html' | 'one line'} Form */

const SYLLABLES = Array.from('云山海星石川林泉松柏远清明朗启航信诚和安瑞丰昌盛通达汇融新华东南西北中原');
const SOUNDS = [
  'ba',
  'co',
  'di',
  'fe',
  'ga',
  'ho',
  'ki',
  'lu',
  'ma',
  'no',
  'pe',
  'ra',
  'so',
  'ta',
  've',
  'zo',
];

/** The words in each language that a copy's own name takes the place of, and the columns of a page. */
const LANGUAGES = {
  'zh-Hans': { bank: /我行|我们/g, brand: /示例/g, parts: SYLLABLES, page: 39, letter: '' },
  en: { bank: /\b[Ww]e\b/g, brand: /\b(?:Sample|Example)\b/g, parts: SOUNDS, page: 88, letter: ' ' },
};

/** A name for a number; names of neighbouring numbers differ. @param {number} number @param {readonly string[]} parts */
function nameOf(number, parts) {
  let name = '';
  for (let left = number + parts.length ** 2; left > 0; left = Math.floor(left / parts.length)) {
    name += parts[left % parts.length];
  }
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** @param {string} line @param {number} place @param {(typeof LANGUAGES)[Language]} language */
function varied(line, place, { bank, brand, parts }) {
  const name = nameOf(place, parts);
  const isEnglish = parts === SOUNDS;
  let banks = 0;
  return line
    .replace(bank, (word) => ((banks += 1) > 1 ? word : `${name}${isEnglish ? ' Bank' : '行'}`))
    .replace(brand, name)
    .replace(/\d{3,}/g, (digits) =>
      String((Number(digits) * 7 + place) % 10 ** digits.length).padStart(digits.length, '1'),
    );
}

/** @param {Language} language */
function sampleLines(language) {
  const path = new URL(`../../demo/policies/sample-bank.${language}.md`, import.meta.url);
  return readFileSync(fileURLToPath(path), 'utf8').split('\n');
}

const bytesOf = (/** @type {string} */ text) => Buffer.byteLength(text);

/** Markdown of about so many bytes in UTF-8. @param {Language} language @param {number} bytes */
function longMarkdown(language, bytes) {
  const sample = sampleLines(language);
  const lines = [];
  for (let size = 0, place = 0; size < bytes; place += 1) {
    const line = varied(sample[place % sample.length] ?? '', place, LANGUAGES[language]);
    lines.push(line);
    size += bytesOf(line) + 1;
  }
  return lines.join('\n');
}

/** @param {string} markdown */
const withoutMarks = (markdown) =>
  markdown
    .replace(/^\|(?: --- \|)+$\n/gm, '')
    .replace(/^\| | \|$/gm, '')
    .replace(/ \| /g, '\t')
    .replace(/^#+ |\*\*/gm, '');

/** @param {string} line @param {(typeof LANGUAGES)[Language]} language */
function wrappedLine(line, { page, letter }) {
  if (line.includes('\t')) return line;
  if (letter === '') return line.replace(new RegExp(`.{${page}}(?=.)`, 'g'), '$&\n');
  return line.replace(new RegExp(`(.{1,${page}})(?: |$)`, 'g'), '$1\n').trimEnd();
}

/** @type {Record<Form, (markdown: string, language: Language) => string>} */
const FORMS = {
  markdown: (markdown) => markdown,
  wrapped: (markdown, language) =>
    withoutMarks(markdown)
      .split('\n')
      .map((line) => wrappedLine(line, LANGUAGES[language]))
      .join('\n'),
  html: (markdown) => `<!doctype html><html><body>${marked.parse(markdown)}</body></html>`,
  'one line': (markdown, language) => withoutMarks(markdown).replace(/\s*\n\s*/g, LANGUAGES[language].letter),
};

/** @type {Record<Form, import('../../build/src/compiler/index.js').SourceMediaType>} */
const MEDIA_TYPES = {
  markdown: 'text/markdown',
  wrapped: 'text/plain',
  html: 'text/html',
  'one line': 'text/plain',
};

/**
 * A policy of about `bytes` bytes in UTF-8 (of its Markdown), in one of the forms that policies come in.
 * @param {Language} language @param {Form} form @param {number} bytes
 */
export function longPolicy(language, form, bytes) {
  const markdown = longMarkdown(language, bytes);
  return { name: 'bench', mediaType: MEDIA_TYPES[form], text: FORMS[form](markdown, language), markdown };
}
