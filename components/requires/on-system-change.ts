import { permissionKinds } from '../../src/permission/kinds.js';
import type { PermissionKind } from '../../src/policy/model.js';

/**
 * Calls `look` when the browser says that the state of a kind changed, until `signal` aborts. Safari never says so, and for some
 * kinds no browser does. Never rejects.
 */
export const onSystemChange = async (
  kind: PermissionKind,
  look: () => void,
  signal: AbortSignal,
): Promise<void> => {
  try {
    const name = permissionKinds[kind].w3c as PermissionName | undefined;
    const status = name && (await navigator.permissions.query({ name }));
    status?.addEventListener('change', look, { signal });
  } catch {
    // It has no Permissions API, or knows no such name.
  }
};
