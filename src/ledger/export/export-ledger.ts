import { canonicalJson } from '../../canonical.js';
import type { ConsentEvent } from '../../consent/model.js';
import { ConsentError } from '../../errors.js';
import type { ArchivedPolicies, ExportOptions } from './export-options.js';
import { toIso27560 } from './to-iso-27560.js';
import { toKantara } from './to-kantara.js';

/** The published shapes a ledger is exported to. */
export type PublishedFormat = 'iso-27560' | 'kantara';

/** What is exported. */
export interface LedgerContents {
  /** Each after those it knew of. */
  readonly events: readonly ConsentEvent[];
  readonly policies: ArchivedPolicies;
  readonly options?: ExportOptions;
}

/**
 * The choices of a ledger in a published shape, as JSON text: a list of consent records (`iso-27560`) or of consent receipts
 * (`kantara`). Throws `export/missing-field`, and `export/unknown-format` for another shape.
 */
export const exportLedger = (format: PublishedFormat, contents: LedgerContents): string => {
  const { events, policies, options } = contents;
  if (format === 'iso-27560') return canonicalJson(toIso27560(events, policies, options));
  if (format === 'kantara') return canonicalJson(toKantara(events, policies, options));
  const sentence = 'The shapes are iso-27560 and kantara.';
  throw new ConsentError('export/unknown-format', sentence, format);
};
