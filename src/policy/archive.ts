import type { Notice } from '../notice.js';
import type { Policy } from './model.js';

/** Keeps every text somebody answered to, and the words they were asked in, so that both can be shown again. Nothing is ever changed or removed. */
export interface PolicyArchive {
  /** Keeps a policy under its `hash`; keeping it again changes nothing. */
  put(policy: Policy): Promise<void>;
  get(hash: string): Promise<Policy | undefined>;
  /** Keeps what a question showed under its hash (`noticeHash`); keeping it again changes nothing. Absent: words are not kept. */
  putNotice?(hash: string, notice: Notice): Promise<void>;
  getNotice?(hash: string): Promise<Notice | undefined>;
  /** The policies that were in force on a date (`YYYY-MM-DD`), by their `dates.effective`; latest first. */
  at(date: string): Promise<readonly Policy[]>;
}
