import type { Section } from '../policy/model.js';
import type { Block, Finding } from './document.js';
import { titleKey } from './titles.js';

const titlesOf = (sections: readonly Section[]): string[] =>
  sections.flatMap((section) => [titleKey(section.title.text), ...titlesOf(section.sections)]);

/** Tells where the table of contents promises a title that no heading of the text has. */
export function findContentsDiffer(
  text: string,
  blocks: readonly Block[],
  sections: readonly Section[],
): Finding[] {
  const lines = blocks.filter(({ kind, number }) => kind === 'contents' && number);
  const titles = new Set(titlesOf(sections));
  const words = ({ span, number }: Block): string => text.slice(number?.end ?? span.start, span.end);
  const strange = lines.filter(
    (line) => !titles.has(titleKey(words(line).replace(/[\s.．…·]{2,}\d{1,4}\s*$/, ''))),
  );
  const first = strange[0];
  if (!first) return [];
  const count = strange.length === 1 ? 'One title' : `${strange.length} titles`;
  const sentence = `${count} of the table of contents differ from the headings of the text; the text's own were taken.`;
  return [{ code: 'layout/contents-differ', severity: 'info', span: first.span, sentence }];
}
