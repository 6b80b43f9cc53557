import type { ConsentEvent } from '../consent/model.js';
import { hashRecord } from '../hash.js';
import type { Platform } from '../platform.js';
import type { Head } from './port.js';

/** The last event of each writer, by writer; the record has no prototype. */
export const findHeads = async (
  events: readonly ConsentEvent[],
  sha256: Platform['sha256'],
): Promise<Readonly<Record<string, Head>>> => {
  const last = new Map<string, ConsentEvent>();
  for (const event of events) {
    if (event.sequence > (last.get(event.writer)?.sequence ?? 0)) last.set(event.writer, event);
  }
  const heads = Object.create(null) as Record<string, Head>;
  for (const event of last.values()) {
    heads[event.writer] = { sequence: event.sequence, hash: await hashRecord(event, sha256) };
  }
  return heads;
};
