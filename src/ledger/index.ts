export { verifyLedger, type ExportedLedger, type VerifyOptions } from './verify.js';
export type { HeldHead, HeldHeads } from './held-heads.js';
export type { BrokenLink, LedgerReport, WriterReport } from './report.js';
