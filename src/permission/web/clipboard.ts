import type { PermissionRequester } from '../port.js';
import { granted } from './granted.js';
import { webRequester } from './web-requester.js';

/** Reads the text on the clipboard, once. Firefox and Safari show a small “Paste” where the person pressed. */
export const clipboardRequester = (): PermissionRequester<string> =>
  webRequester({
    kind: 'clipboard',
    api: () => navigator.clipboard,
    method: 'readText',
    state: 'clipboard-read',
    feature: 'clipboard-read',
    ask: async () => granted(await navigator.clipboard.readText()),
  });
