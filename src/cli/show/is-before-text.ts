import type { ConsentEvent } from '../../consent/model.js';
import type { TextEvidence } from './text-evidence.js';

/** A day begins so much earlier, in ms, where it begins first (UTC+14). */
const EARLIEST = 14 * 60 * 60 * 1000;

/** True where an answer was given before the day its verified text was published or updated, as that text says, had begun anywhere. */
export function isBeforeText({ time }: ConsentEvent, { policy }: TextEvidence): boolean {
  const { published, updated } = policy?.dates ?? {};
  return [published, updated].some((date) => date && Date.parse(time) < Date.parse(date.iso) - EARLIEST);
}
