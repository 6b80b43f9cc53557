export { auditPolicy, type AuditOptions } from './audit-policy.js';
export {
  readConfiguration,
  type AuditConfiguration,
  type DeclaredPermission,
  type SeparateMatter,
} from './configuration.js';
export type { AuditProfile, Bilingual, Finding, Place, Severity } from './model.js';
