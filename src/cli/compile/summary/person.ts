import { gaps } from './gaps.js';
import type { Cell, Entry, Part } from './summary.js';
import { ours, type Teller } from './teller.js';
import { waysOf } from './ways.js';

/** What a person can do: rights, withdrawal, and whom to reach. */
export const personParts = (teller: Teller): Part[] => [
  rightsPart(teller),
  withdrawalsPart(teller),
  contactsPart(teller),
];

/** One way often serves several rights: it is told once. */
function rightsPart(teller: Teller): Part {
  const { columns, rights } = teller.words;
  const entries = waysOf(teller.policy).map((same): Entry => {
    const [first] = same;
    return {
      head: ours(same.map(({ kind }) => rights[kind]).join(teller.words.labels.comma)),
      fields: [
        { label: columns.way, cell: teller.cell(first.way) },
        { label: columns.deadline, cell: teller.cell(first.deadline) },
      ],
    };
  });
  return teller.part('rights', entries, { heads: columns.right, lead: gaps(teller, ['right-deadline']) });
}

function withdrawalsPart(teller: Teller): Part {
  const { columns } = teller.words;
  const entries = teller.policy.withdrawals.map((one) => ({
    head: teller.cell(one),
    fields: teller.extra(columns.path, one.path),
  }));
  return teller.part('withdrawals', entries, { heads: columns.way });
}

function contactsPart(teller: Teller): Part {
  const cellOf = (value: string, span: { start: number; end: number }): Cell => [teller.piece(value, span)];
  const entries = teller.policy.contacts.map(({ kind, value, span }) => ({
    head: ours(teller.words.contacts[kind]),
    fields: [{ label: teller.words.labels.content, cell: cellOf(value, span) }],
  }));
  return teller.part('contacts', entries);
}
