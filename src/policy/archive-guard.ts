import { attempt } from '../attempt.js';
import type { Notice } from '../notice.js';
import { withDeadline } from '../deadline.js';
import { ConsentError } from '../errors.js';
import { hashRecord, hashText } from '../hash.js';
import { own } from '../own.js';
import type { Platform } from '../platform.js';
import type { PolicyArchive } from './archive.js';
import { memoryArchive } from './memory-archive.js';
import type { Policy } from './model.js';

const archiveDeadline = 3000;

export interface ArchiveGuardParts {
  /** Default: memory. */
  readonly archive: PolicyArchive | undefined;
  readonly platform: Platform;
  readonly report: (error: ConsentError) => void;
}

/** Stands before an archive that may throw, reject, hang or give back another text than was asked for. */
export class ArchiveGuard {
  readonly #parts: ArchiveGuardParts;
  readonly #archive: PolicyArchive;
  readonly #kept = new Set<string>();

  constructor(parts: ArchiveGuardParts) {
    this.#parts = parts;
    this.#archive = parts.archive ?? memoryArchive();
  }

  /** Keeps a policy, once. A failure is reported as `archive/put-failed`; the next call tries again. */
  async put({ policy, hash }: { readonly policy: Policy; readonly hash: string }): Promise<void> {
    if (this.#kept.has(hash)) return;
    this.#kept.add(hash);
    try {
      await this.#within(() => this.#archive.put(policy));
    } catch (error) {
      this.#kept.delete(hash);
      this.#report('archive/put-failed', 'The text shown could not be archived.', hash, error);
    }
  }

  /** The policy of that hash, only if its text has it. Reports `archive/get-failed` and `archive/hash-mismatch`. */
  async get(hash: string): Promise<Policy | undefined> {
    try {
      const policy = await this.#within(() => this.#archive.get(hash));
      if (policy === undefined || (await this.#hasHash(policy, hash))) return policy;
      this.#report('archive/hash-mismatch', 'The archive gave another text.', hash);
    } catch (error) {
      this.#report('archive/get-failed', 'The archive could not be read.', hash, error);
    }
    return undefined;
  }

  /**
   * Keeps what a question showed, once, where the archive keeps such words. A failure is reported as `put` does; nobody waits
   * for it.
   */
  async putNotice(hash: string, notice: Notice): Promise<void> {
    if (!this.#archive.putNotice || this.#kept.has(hash)) return;
    this.#kept.add(hash);
    try {
      await this.#archive.putNotice(hash, notice);
    } catch (error) {
      this.#kept.delete(hash);
      this.#report('archive/put-failed', 'The words shown could not be archived.', hash, error);
    }
  }

  /** The words of that hash, only if they have it. Reports as `get` does. */
  async getNotice(hash: string): Promise<Notice | undefined> {
    try {
      const notice = await this.#within(async () => this.#archive.getNotice?.(hash));
      if (notice === undefined) return undefined;
      if ((await hashRecord(notice, this.#parts.platform.sha256)) === hash) return notice;
      this.#report('archive/hash-mismatch', 'The archive gave other words.', hash);
    } catch (error) {
      this.#report('archive/get-failed', 'The archive could not be read.', hash, error);
    }
    return undefined;
  }

  async #hasHash(policy: Policy, hash: string): Promise<boolean> {
    const text = own(policy, 'text');
    return typeof text === 'string' && (await hashText(text, this.#parts.platform.sha256)) === hash;
  }

  #within<T>(call: () => Promise<T>): Promise<T> {
    return withDeadline(attempt(call), archiveDeadline, this.#parts.platform.timer, () => 'archive/timeout');
  }

  #report(code: string, sentence: string, value: unknown, cause?: unknown): void {
    this.#parts.report(new ConsentError(code, sentence, value, cause));
  }
}
