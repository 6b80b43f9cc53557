import type { Words } from '../../../policy/model.js';
import type { Entry, Part } from './summary.js';
import { ours, type Teller } from './teller.js';

/** What is said in sentences about the data: what is sensitive, where and how long it is kept, what holds for minors. */
export function statementParts(teller: Teller): Part[] {
  const { sensitive, crossBorder, retention, minors } = teller.policy;
  const { columns } = teller.words;
  return [
    teller.part('sensitive', [
      ...named(teller, columns.items, sensitive.items),
      ...teller.statements(sensitive.statements),
    ]),
    teller.part('crossBorder', teller.statements(crossBorder)),
    teller.part('retention', teller.statements(retention)),
    teller.part('minors', [
      ...named(teller, columns.ages, minors.ages),
      ...teller.statements(minors.statements),
    ]),
  ];
}

/** What is asked for alone, what else can be done, where others are opened, and when nobody is asked. */
export function choiceParts(teller: Teller): Part[] {
  const { separateConsents, alternatives, jumps, exemptions } = teller.policy;
  return [
    teller.part('separateConsents', teller.statements(separateConsents)),
    teller.part('alternatives', teller.statements(alternatives)),
    teller.part('jumps', teller.statements(jumps)),
    teller.part('exemptions', teller.statements(exemptions)),
  ];
}

/** Short words in one line, under a name of ours. */
function named(teller: Teller, label: string, words: readonly Words[]): Entry[] {
  if (words.length === 0) return [];
  return [
    { head: ours(label), fields: [{ label: teller.words.labels.content, cell: teller.cell(...words) }] },
  ];
}
