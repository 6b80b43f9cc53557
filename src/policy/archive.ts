import type { Policy } from './model.js';

/** Keeps every text somebody answered to, so that it can be shown again. Nothing is ever changed or removed. */
export interface PolicyArchive {
  /** Keeps a policy under its `hash`; keeping it again changes nothing. */
  put(policy: Policy): Promise<void>;
  get(hash: string): Promise<Policy | undefined>;
  /** The policies that were in force on a date (`YYYY-MM-DD`), by their `dates.effective`; latest first. */
  at(date: string): Promise<readonly Policy[]>;
}
