import { brief, oneLine } from '../people/one-line.js';
import type { Tongue } from '../people/tongue.js';
import type { Imported, PlacedFinding } from './imported.js';
import type { LinkedDocument } from './linked-documents.js';

const WORDS = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    documents: '链接的文档：存成文件后编译',
    noDocuments: '没有链接的文档',
    message: '提示框原文',
    second: '拒绝之后的提示框原文',
    findings: '法律不接受的地方',
    noFindings: '没有发现法律不接受的地方',
    mend: '改法：',
    law: '依据：',
    carried: '各字段的去向',
    unknown: '没有带过去的字段',
    declare:
      '这个文件没有说、但 audit 会用到的：permissions、policyTaps、withdrawal、lists、languages、separateConsents。请自己写进配置。',
    missing: '（没有）',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'note' },
    documents: 'Documents it links to: save each, and compile it',
    noDocuments: 'It links to no document',
    message: 'The words of the dialog',
    second: 'The words of the dialog after a refusal',
    findings: 'What the law does not accept',
    noFindings: 'Nothing was found that the law does not accept',
    mend: 'Mend: ',
    law: 'Law: ',
    carried: 'What becomes of each field',
    unknown: 'Fields that are not carried over',
    declare:
      'What this file does not say and audit asks for: permissions, policyTaps, withdrawal, lists, languages, separateConsents. Declare them yourself.',
    missing: '(none)',
  },
} as const;

const LONGEST = 80;

/** What was imported, for people. */
export function renderReport(imported: Imported): string {
  const { file, tongue, title, message, secondMessage, carried, unknown } = imported;
  const words = WORDS[tongue];
  const lines = [
    title === undefined ? file : `${file}: ${oneLine(title)}`,
    ...part(words.message, linesOf(message)),
    ...part(words.second, linesOf(secondMessage)),
    ...documentLines(imported),
    ...findingLines(imported),
    ...part(
      words.carried,
      carried.map(({ field, becomes }) => `${field}: ${becomes[tongue]}`),
    ),
    ...part(
      words.unknown,
      unknown.map(
        ({ pointer, line, column, value }) =>
          `${file}:${line}:${column} ${pointer} ${brief(JSON.stringify(value), LONGEST)}`,
      ),
    ),
    '',
    words.declare,
  ];
  return `${lines.join('\n')}\n`;
}

/** A title and what stands under it; nothing where there is nothing. */
const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${oneLine(line)}`)];

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

function documentLines({ documents, tongue }: Imported): readonly string[] {
  const words = WORDS[tongue];
  if (documents.length === 0) return ['', words.noDocuments];
  return part(
    words.documents,
    documents.flatMap((one) => [`${one.title}  ${one.url}`, `  ${commandOf(one)}`]),
  );
}

function commandOf({ kind }: LinkedDocument): string {
  const name = kind ?? 'document';
  const kindOption = kind ? ` --kind ${kind}` : '';
  return `npx mingshi compile ${name}.html -o ${name}.json --id ${name}${kindOption}`;
}

function findingLines({ findings, file, tongue }: Imported): readonly string[] {
  const words = WORDS[tongue];
  if (findings.length === 0) return ['', words.noFindings];
  return [
    '',
    `${words.findings} (${findings.length})`,
    ...findings.flatMap((one) => findingOf(one, file, tongue)),
  ];
}

function findingOf(finding: PlacedFinding, file: string, tongue: Tongue): readonly string[] {
  const { rule, code, severity, line, column, pointer, words, sentence, mend, law } = finding;
  const said = WORDS[tongue];
  return [
    `  ${file}:${line}:${column} ${pointer}  ${said.severity[severity]} ${rule} ${code}`,
    `    ${oneLine(sentence[tongue])}${words === '' ? '' : ` “${brief(words, LONGEST)}”`}`,
    `    ${said.mend}${mend[tongue]}`,
    `    ${said.law}${law[tongue]}`,
  ];
}
