import type { Verified } from './verified.js';

/** What was found, for programs; the ledger itself is not repeated, but for the entry where it breaks. */
export function renderJson({ entries, ...verified }: Verified): string {
  const shown = { schema: 'mingshi.verified/1', ...verified, entries: entries.length };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
