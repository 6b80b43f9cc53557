import type { DataUse } from '../../../policy/model.js';
import { gaps } from './gaps.js';
import type { Entry, Part } from './summary.js';
import type { Teller } from './teller.js';

/** What is collected for which function, what for, and what not providing it means. */
export function usesPart(teller: Teller): Part {
  const { dataUses } = teller.policy;
  const background = dataUses.filter((one) => one.background).length;
  return teller.part(
    'uses',
    dataUses.map((one) => entryOf(teller, one)),
    {
      heads: teller.words.columns.function,
      lead: [
        ...(background > 0 ? [teller.words.background(background)] : []),
        ...gaps(teller, ['use-purpose', 'use-refusal']),
      ],
    },
  );
}

function entryOf(teller: Teller, use: DataUse): Entry {
  const { columns } = teller.words;
  return {
    head: teller.cell(use.function),
    fields: [
      { label: columns.data, cell: teller.cell(use.data) },
      { label: columns.purpose, cell: teller.cell(use.purpose) },
      { label: columns.refusal, cell: teller.cell(use.refusal) },
      ...teller.extra(columns.background, use.background),
    ],
  };
}
