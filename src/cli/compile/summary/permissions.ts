import type { PermissionFact } from '../../../policy/model.js';
import { gaps } from './gaps.js';
import type { Entry, Part } from './summary.js';
import { ours, type Teller } from './teller.js';

/** Which permissions are asked for, what for, and what refusing means. */
export function permissionsPart(teller: Teller): Part {
  const { permissions } = teller.policy;
  return teller.part(
    'permissions',
    permissions.map((one) => entryOf(teller, one)),
    {
      heads: teller.words.columns.permission,
      lead: gaps(teller, ['permission-purpose', 'permission-refusal']),
    },
  );
}

function entryOf(teller: Teller, { kind, name, purpose, refusal, platforms, usedBy }: PermissionFact): Entry {
  const { columns, permissionKind } = teller.words;
  return {
    head: teller.cell(name),
    fields: [
      { label: columns.kind, cell: ours(permissionKind(kind)) },
      { label: columns.purpose, cell: teller.cell(purpose) },
      { label: columns.refusal, cell: teller.cell(refusal) },
      ...teller.extra(columns.usedBy, ...(usedBy ?? [])),
      ...teller.extra(columns.platforms, ...(platforms ?? [])),
    ],
  };
}
