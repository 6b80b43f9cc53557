import type { ConsentEvent, Notice } from '../../consent/model.js';
import { readNotice } from '../../consent/notice.js';
import { ConsentError } from '../../errors.js';
import { hashRecord } from '../../hash.js';
import { defaultPlatform } from '../../platform.js';
import { Failure } from '../failure.js';
import { readJsonFile } from '../read-policy-file.js';

/** What is known of the words on the screen. */
export interface NoticeEvidence {
  /**
   * `none`: nothing had been shown. `hash-only`: the record holds the hash of the words, not the words. `verified`: the notice
   * given has that hash, so these were the words. `another`: it has not.
   */
  readonly status: 'none' | 'hash-only' | 'verified' | 'another';
  readonly hash: string;
  /** The words, where they are verified. */
  readonly notice?: Notice;
}

/** Compares a notice in a file, if one is given, with what an event says was shown. Rejects `Failure`. */
export async function noticeEvidence(
  { noticeHash: hash }: ConsentEvent,
  file: string | undefined,
): Promise<NoticeEvidence> {
  if (file === undefined) return { status: hash === '' ? 'none' : 'hash-only', hash };
  const notice = await readJsonFile(file, (json) => noticeOf(json, file));
  const same = (await hashRecord(notice, defaultPlatform().sha256)) === hash;
  return same ? { status: 'verified', hash, notice } : { status: 'another', hash };
}

function noticeOf(json: unknown, file: string): Notice {
  try {
    return readNotice(json);
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    throw new Failure(`${file} is no notice: ${error.message.replace(/^[^:]+: /, '')}`);
  }
}
