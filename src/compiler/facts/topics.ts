import type { Topic } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';

/** What each clause is about, by the words of the clause; nothing where no word tells. */
export const findTopics: FactStep<ReadonlyMap<string, Topic[]>> = (document) => {
  const reading = readingOf(document);
  return new Map(
    document.clauses.map((clause) => {
      const { start, end } = reading.stretch(clause.span);
      const text = reading.text.slice(start, end);
      const topics = reading.language.topics
        .filter(([, pattern]) => pattern.test(text))
        .map(([topic]) => topic);
      return [clause.id, topics];
    }),
  );
};
