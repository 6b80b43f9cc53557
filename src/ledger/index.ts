export { verifyLedger, type ExportedLedger, type VerifyOptions } from './verify.js';
export type { HeldHead, HeldHeads } from './held-heads.js';
export type { BrokenLink, LedgerFinding, LedgerReport, WriterReport } from './report.js';
export {
  RECEIPT_SCHEMA,
  verifyReceipt,
  type ReceiptPayload,
  type VerifiedReceipt,
  type VerifyReceiptOptions,
} from './receipt.js';
export type { ReceiptKey, SignatureAlgorithm } from './receipt-key.js';
export { verifyJws, type JwsOptions, type SubtleVerifier, type VerifiedJws } from './verify-jws.js';
export { exportLedger, type LedgerContents, type PublishedFormat } from './export/export-ledger.js';
export { toIso27560, type Iso27560Record } from './export/to-iso-27560.js';
export { toKantara, type KantaraReceipt } from './export/to-kantara.js';
export type {
  ArchivedPolicies,
  ControllerWords,
  ExportOptions,
  RequestWords,
} from './export/export-options.js';
export { NOT_STATED, type MissingField } from './export/statements.js';
