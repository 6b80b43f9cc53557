// Two versions of a policy of ours, and what comparing them tells, in words a failing test can be read by.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { comparePolicies } from '../../build/src/policy/index.js';

const FILES = { zh: 'sample-bank.zh-Hans.md', en: 'sample-bank.en.md', clinic: 'sample-clinic.zh-Hans.md' };

/** The text of one of our sample policies: `zh`, `en` or `clinic`. */
export const sampleText = (name) =>
  readFileSync(fileURLToPath(new URL(`../../demo/policies/${FILES[name]}`, import.meta.url)), 'utf8');

export const compileText = (text, mediaType = 'text/markdown') =>
  compilePolicy({ name: 'policy', mediaType, text });

/** Replaces words that must be there, once. */
export function replaced(text, from, to) {
  const at = text.indexOf(from);
  assert.notEqual(at, -1, `the sample policy no longer says: ${from}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
}

const cut = ({ text }, span) => text.slice(span.start, span.end);

/** `kind: words`, the words of the version after, or of the one before where they are gone. */
function told(before, after, kind, old, young) {
  return `${kind}: ${young ? cut(after, young) : cut(before, old)}`.replace(/[\t\n]+/g, ' ');
}

/** What changed, as lines: `pieces`, `facts`, `reasons`; and the `words` exchanged as `old → new`. */
export function compared(before, after) {
  const changes = comparePolicies(before, after);
  const name = (change) => (change.moved ? 'moved and reworded' : change.kind);
  return {
    material: changes.material,
    pieces: changes.pieces.map((change) =>
      told(before, after, name(change), change.before?.span, change.after?.span),
    ),
    words: changes.pieces.flatMap((change) =>
      (change.words ?? []).map((one) => `${cut(before, one.before)} → ${cut(after, one.after)}`),
    ),
    facts: changes.facts.map(
      ({ fact, change, field, before: old, after: young }) =>
        `${fact}${field ? ` ${field}` : ''} ${change}: ${old?.text ?? ''} → ${young?.text ?? ''}`,
    ),
    reasons: changes.reasons.map(({ code, before: old, after: young }) =>
      told(before, after, code, old, young),
    ),
  };
}
