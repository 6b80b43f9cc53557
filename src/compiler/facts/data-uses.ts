import type { DataUse } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { proseDataUses } from './data-uses-prose.js';
import { countedDataUses, tableDataUses } from './data-uses-tables.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';

/** What the publisher itself collects, for which function and purpose, and what refusing costs. */
export const findDataUses: FactStep<DataUse[]> = once((document) => joined(readingOf(document)));

function joined(reading: Reading): DataUse[] {
  const seen = new Set<number>();
  return [...tableDataUses(reading), ...countedDataUses(reading), ...proseDataUses(reading)]
    .filter((use) => !seen.has(use.data.span.start) && Boolean(seen.add(use.data.span.start)))
    .sort((left, right) => left.data.span.start - right.data.span.start);
}
