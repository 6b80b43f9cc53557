import { attempt } from '../../attempt.js';
import { withDeadline } from '../../deadline.js';
import { defaultPlatform } from '../../platform.js';
import type { PermissionState } from '../port.js';

/** How long a browser may take to say a state before it counts as unknown, in ms. */
const stateDeadline = 1000;

/**
 * What the browser says about a permission now, by its W3C name. `unknown` where it knows no such name (it throws, or
 * rejects), has no Permissions API (Android WebView), or says nothing within a second. Never rejects.
 */
export const queryState = (name: string | undefined): Promise<PermissionState> => {
  const query = attempt(async (): Promise<PermissionState> => {
    if (name === undefined) return 'unknown';
    const { state } = await navigator.permissions.query({ name: name as PermissionName });
    return /^(?:granted|denied|prompt)$/.test(state) ? state : 'unknown';
  });
  const { timer } = defaultPlatform();
  return withDeadline(query, stateDeadline, timer, () => 'permission/no-state').catch(() => 'unknown');
};
