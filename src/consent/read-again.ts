import { attempt } from '../attempt.js';
import { withDeadline } from '../deadline.js';
import type { AskingParts } from './desk.js';

/** How long a question waits for what other tabs wrote, in ms. */
const readDeadline = 1000;

/** Reads the ledger anew before something is asked: another tab may have withdrawn or refused. Never rejects. */
export const readAgain = ({ refresh, engine, platform }: AskingParts): Promise<void> => {
  const read = attempt(() => engine.ready).then(refresh);
  return withDeadline(read, readDeadline, platform.timer, () => 'storage/timeout').catch(() => undefined);
};
