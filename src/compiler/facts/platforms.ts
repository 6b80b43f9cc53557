import type { Words } from '../../policy/model.js';
import { isPresent } from './distinct.js';
import type { Reading } from './reading.js';

/** The platforms that words list, such as `安卓、IOS`, each on its own. */
export function platformsIn(reading: Reading, words: Words): Words[] {
  const { start, end } = reading.stretch(words.span);
  return [...reading.text.slice(start, end).matchAll(/[^、,/和及与&;\s]+/g)]
    .filter((match) => !/^(?:and|or)$/i.test(match[0]))
    .map((match) => reading.words(start + match.index, start + match.index + match[0].length))
    .filter(isPresent);
}
