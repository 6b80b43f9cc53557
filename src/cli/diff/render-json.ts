import { diffWords } from './diff-words.js';
import { hintsOf } from './hints.js';
import type { Compared, Version } from './report.js';

/** The changes as `comparePolicies` gives them, with the two versions they are between and, in the policy's language, the hints. */
export function renderJson(compared: Compared): string {
  const { before, after, changes } = compared;
  const words = diffWords(after.policy.language);
  const hints = hintsOf(compared).map(({ code, version }) => ({
    code,
    sentence: words.hints[code](version ?? ''),
  }));
  return `${JSON.stringify({ before: named(before), after: named(after), hints, ...changes }, null, 2)}\n`;
}

const named = ({ file, policy: { id, version, language, hash } }: Version): object => ({
  file,
  id,
  ...(version !== undefined && { version }),
  language,
  hash,
});
