import type { Section, Span } from '../../../policy/model.js';

/** The innermost section around a place that does not have it in its own title; nothing where it stands before the first. */
export function sectionAround(sections: readonly Section[], { start, end }: Span): Section | undefined {
  const around = sections.find(({ span }) => span.start <= start && start < span.end);
  if (!around || (around.title.span.start <= start && start < around.title.span.end)) return undefined;
  return sectionAround(around.sections, { start, end }) ?? around;
}
