import { ConsentError } from '../../errors.js';

/** The error for a file that cannot be read as a .docx: `sentence` says what it is and what to do. */
export const notADocx = (sentence: string, value: unknown, cause?: unknown): ConsentError =>
  new ConsentError('compiler/not-a-docx', sentence, value, cause);
