import type { ConsentEngine } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import { permissionKindOf } from '../../src/permission/request-id.js';

/**
 * The ids of the requests that a `data-ming-requires` names, separated by spaces: `<kind>` or `<kind>:<function>` of a
 * permission, or the id of a policy the engine declares. Throws `requires/unknown` for a name that is none, and for no name.
 */
export function readRequirement(value: string, { policies }: ConsentEngine): readonly string[] {
  const names = value.split(/\s+/).filter(Boolean);
  const ids = names.map((name) => {
    if (permissionKindOf(`permission:${name}`)) return `permission:${name}`;
    if (policies.some(({ id }) => id === name)) return name;
    throw unknown(`${name} is neither a kind of permission nor a declared policy`, value);
  });
  if (ids.length === 0) throw unknown('name a permission or a policy', value);
  return ids;
}

const unknown = (why: string, value: string): ConsentError =>
  new ConsentError('requires/unknown', `data-ming-requires cannot be met: ${why}.`, value);
