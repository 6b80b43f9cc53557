import type { SourcePosition, Span } from '../policy/model.js';

/** Whose law the rules are taken from: `pipl` for China, `gdpr` for the European Union. */
export type AuditProfile = 'pipl' | 'gdpr';

/** One sentence in both languages of the package. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * `error`: the law asks for it in so many words, or forbids it. `warning`: a person should look, it is most likely wrong.
 * `info`: worth knowing; it may be right.
 */
export type Severity = 'error' | 'warning' | 'info';

/** A place of the policy: words, or an empty span where words are missing. */
export interface Place {
  /** Into `policy.text`. */
  readonly span: Span;
  /** Into the source: line and column from 1. */
  readonly source: SourcePosition;
  /** `policy.text` at `span`; empty where something is missing. */
  readonly words: string;
}

/** What a rule found. */
export interface Finding extends Place {
  /** The rule's id (`R-N5`, `R-C11` …). Several findings of different codes may have the same. */
  readonly rule: string;
  /** `area/short-reason`: what exactly is wrong, stable across versions. */
  readonly code: string;
  readonly severity: Severity;
  /** Further places of the same finding, in reading order. */
  readonly also: readonly Place[];
  /** Where in the configuration it was found, such as `permissions[2].when`; the span is then empty, at 0. */
  readonly configuration?: string;
  readonly sentence: Bilingual;
  /** The source of the rule. */
  readonly law: Bilingual;
  /** How to mend it. */
  readonly mend: Bilingual;
}
