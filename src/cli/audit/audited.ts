import type { AuditProfile, Finding } from '../../audit/index.js';
import type { Policy } from '../../policy/model.js';

/** A policy and what was found in it. */
export interface Audited {
  readonly policy: Policy;
  readonly profile: AuditProfile;
  readonly findings: readonly Finding[];
  /** The text the lines and columns are of: the file given, or the one the policy was compiled from. */
  readonly source: string;
  /** The configuration's file. */
  readonly configuration?: string;
}
