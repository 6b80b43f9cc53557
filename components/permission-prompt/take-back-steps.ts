import type { PermissionKind } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import { detectBrowser } from './detect-browser.js';
import { settingsSteps } from './settings-steps.js';

/** How to take back in this browser what it allows, one step after the other; none where its settings have no such permission. */
export function takeBackSteps(kind: PermissionKind): readonly string[] {
  const browser = detectBrowser(navigator);
  // The way to the settings is the same as for allowing; in a browser nobody knows there is none to tell.
  const [wayThere] = browser === 'unknown' ? [] : settingsSteps(kind, browser);
  if (wayThere === undefined) return [];
  const name = permissionWords(kind);
  return [
    wayThere,
    msg(str`There remove it, or set it to Ask or Block: ${name}.`, { id: 'privacy-center.take-back-step' }),
  ];
}
