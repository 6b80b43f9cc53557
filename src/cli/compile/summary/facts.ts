import type { DateWords, Policy } from '../../../policy/model.js';
import type { Cell, Field } from './summary.js';
import { ours, type Teller } from './teller.js';

/** What a policy says of itself. */
export function factFields(teller: Teller): Field[] {
  const { policy, words } = teller;
  const { head } = words;
  const cells: readonly (readonly [keyof typeof head, Cell])[] = [
    ['title', teller.cell(policy.title)],
    ['publisher', teller.cell(policy.publisher?.name)],
    ['app', teller.cell(policy.app?.name)],
    ['kind', ours(words.kinds[policy.kind])],
    ['version', versionCell(teller)],
    ['published', dateCell(teller, policy.dates.published)],
    ['updated', dateCell(teller, policy.dates.updated)],
    ['effective', dateCell(teller, policy.dates.effective)],
  ];
  return cells.map(([name, cell]) => ({ label: head[name], cell }));
}

/** Whether the version is but the latest of the dates, for want of one. */
export const isVersionByDate = ({ version, dates }: Policy): boolean =>
  Object.values(dates).some((date: DateWords) => date.iso === version);

function versionCell({ policy, words }: Teller): Cell {
  if (policy.version === undefined) return [];
  return ours(isVersionByDate(policy) ? words.versionByDate(policy.version) : policy.version);
}

/** The day, and its words where they are others. */
function dateCell(teller: Teller, date: DateWords | undefined): Cell {
  if (!date) return [];
  const [open, close] = teller.words.labels.brackets;
  return [
    teller.piece(date.text === date.iso ? date.iso : `${date.iso}${open}${date.text}${close}`, date.span),
  ];
}
