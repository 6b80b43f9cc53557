import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import type { PermissionKind } from '../policy/model.js';
import { permissionKinds } from './kinds.js';

/**
 * The id of a request for a permission: `permission:<kind>`, or `permission:<kind>:<fn>` where the app names the function it
 * is for (letters, digits, `-` and `_`). Throws `permission/invalid-request` for another name.
 */
export const permissionRequestId = (kind: PermissionKind, fn?: string): string => {
  if (fn === undefined) return `permission:${kind}`;
  if (/^[\w-]+$/.test(fn)) return `permission:${kind}:${fn}`;
  throw new ConsentError(
    'permission/invalid-request',
    'A function is named by letters, digits and hyphens.',
    fn,
  );
};

/** The kind that the id of a request names; undefined where it is no permission's id. */
export const permissionKindOf = (requestId: string): PermissionKind | undefined => {
  const kind = /^permission:([a-z-]+)(?::[\w-]+)?$/.exec(requestId)?.[1] ?? '';
  return own(permissionKinds, kind) === undefined ? undefined : (kind as PermissionKind);
};
