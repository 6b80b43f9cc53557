import type { ReasonCode } from './changes.js';
import { longestDays } from './durations.js';
import { tellsAbroad, tellsBackground, tellsLasting, tellsLimit, tellsProviding } from './handling-words.js';

/**
 * The reason that changed words give by themselves, where no fact explains them: `come` are the new words, `old` and `young` the
 * sentences they stand in. What cannot be told is `unclear`.
 */
export function codeOfWords(come: string, old = '', young = come): ReasonCode {
  if (tellsAbroad(come)) return 'cross-border';
  if (tellsBackground(come) && !tellsLimit(come)) return 'new-way';
  if (tellsProviding(come) && !tellsLimit(come)) return 'new-recipient';
  const [was, is] = [longestDays(old), longestDays(young)];
  if (!tellsLasting(young) || was === undefined || is === undefined || was === is) return 'unclear';
  return is > was ? 'longer-retention' : 'changed-retention';
}
