import type { ShownEvent } from './shown-event.js';

/** What is known of an event, for programs; the archived policy is named by its entry, not repeated. */
export function renderJson({ text, ...shown }: ShownEvent): string {
  const { status, entry, changed } = text;
  const found = { status, ...(entry && { entry }), ...(changed !== undefined && { changed }) };
  return `${JSON.stringify({ schema: 'mingshi.shown/1', ...shown, text: found }, null, 2)}\n`;
}
