import type { Compared, Version } from './report.js';

/** The changes as `comparePolicies` gives them, with the two versions they are between. */
export function renderJson({ before, after, changes }: Compared): string {
  return `${JSON.stringify({ before: named(before), after: named(after), ...changes }, null, 2)}\n`;
}

const named = ({ file, policy: { id, version, language, hash } }: Version): object => ({
  file,
  id,
  ...(version !== undefined && { version }),
  language,
  hash,
});
