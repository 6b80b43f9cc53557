import type { Policy, Section, Span } from '../policy/model.js';
import type { AuditConfiguration } from './configuration.js';
import { sentencesOf, type Sentence } from './sentences.js';

/** One pattern a language; never global. */
export interface Pattern {
  readonly zh: RegExp;
  readonly en: RegExp;
}

/** Titles of sections about what a person can do, the plainest first. */
export const RIGHTS_TITLES: readonly Pattern[] = [
  { zh: /权利/, en: /\brights\b/i },
  { zh: /(?:访问|管理|控制|查询|查阅)(?:和|与|、|及|您|你|自己)|注销/, en: /control|choices/i },
];

/** A policy as the rules read it. */
export interface AuditedDocument {
  readonly policy: Policy;
  readonly configuration: AuditConfiguration;
  readonly language: 'zh' | 'en';
  readonly sentences: readonly Sentence[];
  /** Sentences a pattern is found in, but for those `unless` is found in too. */
  readonly saying: (pattern: Pattern, unless?: Pattern) => readonly Sentence[];
  /** Whether any sentence says it. */
  readonly says: (pattern: Pattern) => boolean;
  readonly matches: (pattern: Pattern, words: string) => boolean;
  /** Where something about a topic should stand: the end of the first section titled by the first pattern that fits one, else of the text. */
  readonly endOf: (...titles: readonly Pattern[]) => number;
  /** The end of the title, or the start of the text. */
  readonly head: number;
}

/** Reads a policy once for all rules. */
export function readDocument(policy: Policy, configuration: AuditConfiguration): AuditedDocument {
  const language = policy.language.startsWith('zh') ? 'zh' : 'en';
  const sentences = sentencesOf(policy, language);
  const matches = (pattern: Pattern, words: string): boolean => pattern[language].test(words);
  const saying = (pattern: Pattern, unless?: Pattern): readonly Sentence[] =>
    sentences.filter(({ bare }) => matches(pattern, bare) && !(unless && matches(unless, bare)));
  return {
    policy,
    configuration,
    language,
    sentences,
    saying,
    matches,
    says: (pattern) => sentences.some(({ bare }) => matches(pattern, bare)),
    endOf: (...titles) =>
      endOfSection(
        policy,
        titles.map((title) => (words) => matches(title, words)),
      ),
    head: policy.title?.span.end ?? policy.clauses[0]?.span.start ?? 0,
  };
}

function endOfSection(policy: Policy, titled: readonly ((title: string) => boolean)[]): number {
  const sections = everySection(policy.sections);
  const found = titled.flatMap((fits) => sections.find(({ title }) => fits(title.text)) ?? []);
  return endOfWords(policy.text, found[0]?.span ?? { start: 0, end: policy.text.length });
}

/** The end of a span without white space at its end. */
function endOfWords(text: string, { start, end }: Span): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}

/** All sections in reading order. */
export const everySection = (sections: readonly Section[]): readonly Section[] =>
  sections.flatMap((section) => [section, ...everySection(section.sections)]);

/** The innermost section around an offset. */
export function sectionAt(policy: Policy, offset: number): Section | undefined {
  return everySection(policy.sections)
    .filter(({ span }) => span.start <= offset && offset < span.end)
    .reduce<Section | undefined>((inner, one) => (inner && inner.level > one.level ? inner : one), undefined);
}
