import { entriesOf } from '../../ledger/ledger-entries.js';
import { readHeads, type HeldHead } from '../../ledger/held-heads.js';
import { verifyLedger, type ExportedLedger } from '../../ledger/index.js';
import { isRecord, own } from '../../own.js';
import { Failure } from '../failure.js';
import { readJsonFile } from '../read-policy-file.js';
import type { VerifyArguments } from './arguments.js';
import { checkReceipts } from './check-receipts.js';
import type { Verified } from './verified.js';

/** Reads what is named and checks it. Rejects `Failure` for a file that is no ledger, or holds no heads, receipts or keys. */
export async function checkLedger({ file, head, signed }: VerifyArguments): Promise<Verified> {
  const ledger = await readJsonFile(file, (json) => ledgerIn(json, file));
  const kept = head === undefined ? [] : await readJsonFile(head, (json) => headsIn(json, head));
  const receipts = signed ? await checkReceipts(signed) : [];
  const heads = [...kept, ...receipts.flatMap((receipt) => receipt.heads)];
  const report = await verifyLedger(ledger as ExportedLedger, { heads });
  const entries = entriesOf(ledger) ?? [];
  const at = entries.find(
    (entry) =>
      own(entry, 'writer') === report.broken?.writer && own(entry, 'sequence') === report.broken?.sequence,
  );
  return { file, report, entries, ...(at !== undefined && { at }), heads: heads.length, receipts };
}

/** What could be a ledger; whether its entries are events is for the check to say. */
function ledgerIn(json: unknown, file: string): unknown {
  if (Array.isArray(json) || (isRecord(json) && own(json, 'events') !== undefined)) return json;
  throw new Failure(`${file} holds no ledger: neither a list of events nor what an engine exported.`);
}

/** Heads as they were kept, or those of an older export. */
function headsIn(json: unknown, file: string): readonly HeldHead[] {
  const heads = readHeads(own(json, 'schema') === 'mingshi.ledger/1' ? own(json, 'heads') : json);
  if (heads.length === 0) throw new Failure(`${file} holds no head.`);
  return heads;
}
