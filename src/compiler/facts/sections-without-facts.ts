import type { Section } from '../../policy/model.js';
import type { Finding, FactStep } from '../document.js';
import { findPermissions } from './permissions.js';
import { readingOf, type Reading } from './reading.js';
import { findThirdParties } from './third-parties.js';

/** Letters of a section that says so little that nothing was to be read from it. */
const SHORT = 40;

/**
 * The first section whose title announces permissions, or SDKs, where none was read from the whole document: written in a way the
 * reading does not know, or laid out so that it was not seen. Not where the section denies anything, or sends the reader elsewhere.
 */
export const sectionsWithoutFacts: FactStep<Finding[]> = (document) => {
  const reading = readingOf(document);
  const { permissions, components } = reading.language.announced;
  const sections = allOf(document.sections);
  const first = (announces: RegExp): Section | undefined =>
    sections.find((section) => announces.test(titleOf(section)) && saysMuch(reading, section));
  const asked = first(permissions);
  const listed = first(components);
  return [
    ...(asked && findPermissions(document).length === 0 ? [findingOf(asked, 'permissions')] : []),
    ...(listed && findThirdParties(document).length === 0 ? [findingOf(listed, 'third parties')] : []),
  ];
};

const allOf = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allOf(section.sections)]);

const titleOf = ({ title }: Section): string => title.text.normalize('NFKC');

/** More than its title, and neither there nor below that there are none, or that they stand elsewhere. */
function saysMuch(reading: Reading, section: Section): boolean {
  const { start, end } = reading.stretch({ start: section.title.span.end, end: section.span.end });
  const { permission, party, announced } = reading.language;
  const empty = [permission.denies, party.collectsNothing, announced.none];
  if (end - start < SHORT || empty.some((one) => one.test(titleOf(section)))) return false;
  for (let at = reading.sentenceAt(start); at < reading.sentences.length; at += 1) {
    const sentence = reading.sentences[at];
    if (!sentence || sentence.start >= end) return true;
    if (empty.some((one) => one.test(sentence.text))) return false;
  }
  return true;
}

const findingOf = ({ title }: Section, what: string): Finding => ({
  code: 'facts/section-without-facts',
  severity: 'warning',
  span: title.span,
  sentence: `This section's title speaks of ${what}, but none was read from the text: look at it.`,
});
