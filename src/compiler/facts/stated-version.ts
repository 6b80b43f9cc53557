import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';

const HEAD = 3000;

/** The version the text itself states, near its head, such as `版本号：V2.1`. */
export const findStatedVersion: FactStep<Words | undefined> = (document) => {
  const reading = readingOf(document);
  const match = reading.language.version.exec(reading.text.slice(0, HEAD));
  if (!match?.[1]) return undefined;
  const end = match.index + match[0].length;
  return reading.words(end - match[1].length, end);
};
