import type { AnswerDetails } from '../engine-contract.js';
import { hashRecord } from '../hash.js';
import { own } from '../own.js';
import type { Platform } from '../platform.js';
import type { Desk } from './desk.js';
import { readNotice } from './notice.js';
import { readDetails } from './prompt.js';

/** How something was said that is no answer to a question: a withdrawal, a switch, a right. */
export type PreparedAct = Pick<AnswerDetails, 'act' | 'visibility'> & { readonly noticeHash: string };

export interface ActGround {
  readonly desk: Desk;
  readonly platform: Platform;
  /** Throws where the engine ended. */
  readonly checkAlive: () => void;
}

/** Checks the details and the notice of an act, and waits until it can be recorded. Rejects `prompt/invalid-answer`, `prompt/invalid-notice`. */
export const prepareAct = async (
  { desk, platform, checkAlive }: ActGround,
  details: unknown,
): Promise<PreparedAct> => {
  const { act, visibility } = readDetails(details);
  const notice = readNotice(own(details, 'notice'));
  const noticeHash = await hashRecord(notice, platform.sha256);
  await desk.settled;
  checkAlive();
  desk.noted(noticeHash, notice);
  return { act, visibility, noticeHash };
};
