import type { PermissionRequester } from '../port.js';
import { granted } from './granted.js';
import { webRequester } from './web-requester.js';

/** An `NDEFReader` that reads tags: its `reading` events tell of each. */
export interface NfcScan {
  readonly reader: EventTarget;
  /** Ends the reading. */
  readonly stop: () => void;
}

interface NdefReader extends EventTarget {
  scan(options: { readonly signal: AbortSignal }): Promise<void>;
}

const readerClass = (): new () => NdefReader =>
  (window as unknown as { readonly NDEFReader: new () => NdefReader }).NDEFReader;

/** Asks to read NFC tags (Chrome on Android), and starts. Switched off counts as `no-device`. The caller stops it. */
export const nfcRequester = (): PermissionRequester<NfcScan> =>
  webRequester({
    kind: 'nfc',
    api: readerClass,
    state: 'nfc',
    outermost: true,
    ends: { NotSupportedError: 'no-device', NotReadableError: 'no-device' },
    ask: async () => {
      const reader = new (readerClass())();
      const ending = new AbortController();
      await reader.scan({ signal: ending.signal });
      return granted({ reader, stop: () => ending.abort() });
    },
    release: ({ stop }) => stop(),
  });
