import type { PermissionKind, Words } from '../../policy/model.js';
import type { Reading, Stretch } from './reading.js';

export interface NamedPermission {
  readonly kind: PermissionKind;
  readonly name: Words;
}

/** The kind of permission that words name, or undefined. */
export function kindOf(reading: Reading, words: string): PermissionKind | undefined {
  return reading.language.permission.kinds.find(([, pattern]) => pattern.test(words))?.[0];
}

/** The kind that words name and where its own words stand. */
export function kindMatch(reading: Reading, words: string): ({ kind: PermissionKind } & Stretch) | undefined {
  for (const [kind, pattern] of reading.language.permission.kinds) {
    const match = pattern.exec(words);
    if (match) return { kind, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** The permissions a stretch of words names: several where its parts name different kinds, else one. */
export function namesIn(reading: Reading, stretch: Stretch): NamedPermission[] {
  const parts = partsOf(reading, stretch);
  const kinds = parts.map((part) => kindOf(reading, reading.text.slice(part.start, part.end)));
  const different = new Set(kinds).size === parts.length && !kinds.includes(undefined);
  const named = parts.length > 1 && different ? parts : [stretch];
  return named.flatMap((part) => namedPermission(reading, part) ?? []);
}

/** Every part of a list that names a kind. */
export function eachNameIn(reading: Reading, stretch: Stretch): NamedPermission[] {
  return partsOf(reading, stretch).flatMap((part) => namedPermission(reading, part) ?? []);
}

function namedPermission(reading: Reading, part: Stretch): NamedPermission | undefined {
  const words = reading.text.slice(part.start, part.end);
  const kind = kindOf(reading, words);
  const { before, after } = reading.language.permission.nameTrim;
  const start = part.start + (before.exec(words)?.[0].length ?? 0);
  const end = part.end - (after.exec(words)?.[0].length ?? 0);
  const name =
    kind &&
    reading.phrase(
      start,
      end + (reading.language.permission.nameTail.exec(reading.text.slice(end, end + 12))?.[0].length ?? 0),
    );
  return kind && name ? { kind, name } : undefined;
}

function partsOf(reading: Reading, stretch: Stretch): Stretch[] {
  const text = reading.text.slice(stretch.start, stretch.end);
  const parts: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(reading.language.permission.nameBreak)) {
    parts.push({ start: stretch.start + from, end: stretch.start + match.index });
    from = match.index + match[0].length;
  }
  parts.push({ start: stretch.start + from, end: stretch.end });
  return parts.filter((part) => reading.text.slice(part.start, part.end).trim() !== '');
}
