import type { AuditProfile } from '../model.js';
import type { AuditRule } from '../rule.js';
import { gdpr } from './gdpr.js';
import { pipl } from './pipl.js';

/** The rules of each profile, in the order of findings at one place. */
export const PROFILES: Readonly<Record<AuditProfile, readonly AuditRule[]>> = { pipl, gdpr };
