// Writes one of our own sample policies (simple Markdown) as Word would: headings by style, numbers counted by lists, no number typed.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const LEVELS = {
  'zh-Hans': [
    [LevelFormat.CHINESE_COUNTING, '%1、'],
    [LevelFormat.CHINESE_COUNTING, '（%2）'],
    [LevelFormat.DECIMAL, '%3.'],
  ],
  en: [
    [LevelFormat.DECIMAL, '%1.'],
    [LevelFormat.DECIMAL, '%1.%2'],
    [LevelFormat.DECIMAL, '%1.%2.%3'],
  ],
};

const HEADINGS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

const level = ([format, text], index) => ({
  level: index,
  format,
  text,
  alignment: AlignmentType.START,
  suffix: format === LevelFormat.DECIMAL ? LevelSuffix.SPACE : LevelSuffix.NOTHING,
});

const numbering = (language) => ({
  config: [
    { reference: 'headings', levels: LEVELS[language].map(level) },
    { reference: 'list', levels: [level([LevelFormat.DECIMAL, '%1.'], 0)] },
    { reference: 'bullets', levels: [level([LevelFormat.BULLET, '•'], 0)] },
  ],
});

/** Runs of words: what stands between two stars is bold. */
const runs = (words) =>
  words.split('**').map((text, index) => new TextRun({ text, ...(index % 2 === 1 && { bold: true }) }));

/** The numbers typed before headings of each level, which the lists count instead. */
const TYPED = [
  /^$/,
  /^(?:[一二三四五六七八九十]+、|\d+\.\s)/,
  /^(?:（[一二三四五六七八九十]+）|\d+\.\d+\s)/,
  /^\d+\.(?:\d+\.\d+)?\s/,
];

function heading(line) {
  const [, marks, words] = /^(#+) (.*)$/.exec(line);
  const bare = words.replace(TYPED[marks.length - 1], '');
  return new Paragraph({
    heading: HEADINGS[marks.length - 1],
    children: [new TextRun(bare)],
    ...(bare !== words && { numbering: { reference: 'headings', level: marks.length - 2 } }),
  });
}

const tableOf = (lines) =>
  new Table({
    rows: lines
      .filter((_, index) => index !== 1)
      .map((line, index) => {
        const cells = line.replace(/^\||\|$/g, '').split('|');
        return new TableRow({
          tableHeader: index === 0,
          children: cells.map(
            (cell) => new TableCell({ children: [new Paragraph({ children: runs(cell.trim()) })] }),
          ),
        });
      }),
  });

/** Lines of one kind stand together: a table, or a list that counts from one. */
function blocks(lines, lists) {
  const [first] = lines;
  if (first.startsWith('|')) return [tableOf(lines)];
  if (first.startsWith('#')) return lines.map(heading);
  const instance = lists.next;
  lists.next += 1;
  return lines.map((line) => {
    const mark = /^(?:- |\d+\. )/.exec(line)?.[0] ?? '';
    const reference = mark === '- ' ? 'bullets' : 'list';
    return new Paragraph({
      children: runs(line.slice(mark.length)),
      ...(mark && { numbering: { reference, level: 0, instance } }),
    });
  });
}

/** A .docx file of a policy in Markdown. */
export async function policyAsDocx(markdown, language) {
  const lists = { next: 1 };
  const parts = markdown.trim().split(/\n{2,}/);
  const document = new Document({
    numbering: numbering(language),
    sections: [{ children: parts.flatMap((part) => blocks(part.split('\n'), lists)) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
