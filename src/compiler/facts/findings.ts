import type { FactStep, Finding } from '../document.js';
import { findContacts } from './contacts.js';
import { findDates } from './dates.js';
import { findPublisher } from './publisher.js';
import { readingOf } from './reading.js';
import { sectionsWithoutFacts } from './sections-without-facts.js';
import { findThirdParties } from './third-parties.js';
import { findWithdrawals } from './withdrawals.js';

const NOWHERE = { start: 0, end: 0 };

/** What a reader of the compiled policy should know: what the text does not say, and what was read with care. */
export const findFindings: FactStep<Finding[]> = (document) => {
  if (document.text.trim() === '') return [];
  return [...absences(document), ...listsThatCollectNothing(document), ...sectionsWithoutFacts(document)];
};

const absences: FactStep<Finding[]> = (document) => {
  const dates = findDates(document);
  const missing = (code: string, sentence: string): Finding => ({
    code,
    severity: 'info',
    span: NOWHERE,
    sentence,
  });
  return [
    ...(findPublisher(document)
      ? []
      : [missing('facts/no-publisher', 'The text does not say which organisation speaks.')]),
    ...(dates.updated || dates.published
      ? []
      : [missing('facts/no-update-date', 'The text does not say when it was published or updated.')]),
    ...(dates.effective
      ? []
      : [missing('facts/no-effective-date', 'The text does not say when it takes effect.')]),
    ...(findContacts(document).length > 0
      ? []
      : [missing('facts/no-contact', 'The text gives no contact of the publisher.')]),
    ...(findWithdrawals(document).length > 0
      ? []
      : [missing('facts/no-withdrawal', 'The text names no way to withdraw consent.')]),
  ];
};

/** Components said to collect nothing are no recipients; the list is shown so that nobody looks for them in vain. */
const listsThatCollectNothing: FactStep<Finding[]> = (document) => {
  const reading = readingOf(document);
  const parties = findThirdParties(document).length;
  return reading.sentences.flatMap((sentence) => {
    if (!/SDK/i.test(sentence.text) || !reading.language.party.collectsNothing.test(sentence.text)) return [];
    const words = reading.words(sentence.start, sentence.end);
    const sentenceText = `These components are said to collect nothing and are not among the ${parties} third parties.`;
    return words
      ? [
          {
            code: 'facts/components-collect-nothing',
            severity: 'info' as const,
            span: words.span,
            sentence: sentenceText,
          },
        ]
      : [];
  });
};
