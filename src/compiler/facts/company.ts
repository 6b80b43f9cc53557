import type { Reading, Stretch } from './reading.js';

const LONGEST_NAME = 60;

/** The organisation whose name ends at `end`, or undefined where the words before it are no organisation's name. */
export function companyBefore(reading: Reading, end: number): Stretch | undefined {
  const { organisation, affiliates, clause, notAfter, nameBefore, lead, place } = reading.language.publisher;
  const from = Math.max(0, end - LONGEST_NAME * 3);
  const before = reading.text
    .slice(from, end)
    .replace(clause, '')
    .replace(/["”]\s?$/, '');
  const run = openBracketCut(nameBefore.exec(before.slice(-LONGEST_NAME))?.[0].trimEnd() ?? '');
  const name = run.replace(affiliates, '');
  const first = from + before.trimEnd().length - run.length;
  if (!organisation.test(name) || notAfter.test(reading.text.slice(Math.max(0, first - 16), first)))
    return undefined;
  const start = first + leadLength(name, lead, place);
  return first + name.length - start >= 3 ? { start, end: first + name.length } : undefined;
}

/** The organisation whose name begins at `start`, or undefined. */
export function companyFrom(reading: Reading, start: number): Stretch | undefined {
  const match = reading.language.publisher.company.exec(reading.text.slice(start, start + LONGEST_NAME * 2));
  if (!match || match.index > 2 || /[\n。;]/.test(match[0])) return undefined;
  return { start: start + match.index, end: start + match.index + match[0].length };
}

/** How many characters before the name proper: words such as `经营者为`, or what stands before a place name. */
function leadLength(name: string, lead: RegExp, place: RegExp): number {
  const town = place.exec(name);
  const before = name.slice(0, town?.index ?? 0);
  if (town && (before === '' || lead.exec(before)?.[0] === before)) return town.index;
  return lead.exec(name)?.[0].length ?? 0;
}

/** Cuts a name at a bracket that is opened before it and never closed. */
function openBracketCut(name: string): string {
  let depth = 0;
  for (let index = name.length - 1; index >= 0; index -= 1) {
    const character = name.charAt(index);
    if (character === ')') depth += 1;
    else if (character === '(' && depth === 0) return name.slice(index + 1).trimStart();
    else if (character === '(') depth -= 1;
  }
  return name;
}
