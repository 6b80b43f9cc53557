import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { hashRecord } from '../hash.js';
import type { Platform } from '../platform.js';
import type { Head } from './port.js';

/** The last event of each writer, by writer; the record has no prototype. What is left of an erased event counts as the event. */
export const findHeads = async (
  events: readonly ConsentEvent[],
  sha256: Platform['sha256'],
  erased: readonly ErasedEvent[] = [],
): Promise<Readonly<Record<string, Head>>> => {
  const last = new Map<string, ConsentEvent | ErasedEvent>();
  for (const record of [...events, ...erased]) {
    if (record.sequence > (last.get(record.writer)?.sequence ?? 0)) last.set(record.writer, record);
  }
  const heads = Object.create(null) as Record<string, Head>;
  for (const record of last.values()) {
    const hash = 'hash' in record ? record.hash : await hashRecord(record, sha256);
    heads[record.writer] = { sequence: record.sequence, hash };
  }
  return heads;
};
