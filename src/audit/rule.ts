import type { PolicyKind, Span } from '../policy/model.js';
import type { AuditedDocument } from './document.js';
import type { AuditProfile, Bilingual, Severity } from './model.js';

/** What a rule's `find` hands over; the sentence, the law and the way to mend it are the rule's. */
export interface Found {
  /** Empty where something is missing: where it should stand. */
  readonly span: Span;
  readonly also?: readonly Span[];
  /** Replaces the rule's severity. */
  readonly severity?: Severity;
  /** Fills `{name}` in the rule's sentence and its way to mend. */
  readonly values?: Readonly<Record<string, Bilingual | string>>;
  /** Where in the configuration. */
  readonly configuration?: string;
}

/** One rule of the law, as data and one pure function. */
export interface AuditRule {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** The kinds of document it is about. */
  readonly kinds: readonly PolicyKind[];
  /** Its source, under each profile that knows it. */
  readonly law: Readonly<Partial<Record<AuditProfile, Bilingual>>>;
  readonly sentence: Bilingual;
  readonly mend: Bilingual;
  readonly find: (document: AuditedDocument) => readonly Found[];
}

/** Documents that must say the whole: whose data, what for, how long, which rights. */
export const NOTICES: readonly PolicyKind[] = ['privacy-policy', 'children-policy'];
/** Notices, and consents to one matter, which may leave the rest to the notice they name. */
export const CONSENTS: readonly PolicyKind[] = [...NOTICES, 'authorization'];
/** Every kind of document. */
export const DOCUMENTS: readonly PolicyKind[] = [...CONSENTS, 'user-agreement', 'sdk-list', 'info-list'];

/** A thing that is missing, and the offset where it should stand. */
export const missingAt = (offset: number): Found => ({ span: { start: offset, end: offset } });

/** The first span as the place, the others as further places; nothing where there is none. */
export function together(spans: readonly Span[], values?: Found['values']): readonly Found[] {
  const [span, ...also] = spans;
  return span ? [{ span, also, ...(values && { values }) }] : [];
}

/** A list in both languages: 、 between Chinese words, commas between English. */
export const listed = (items: readonly Bilingual[]): Bilingual => ({
  zh: items.map(({ zh }) => zh).join('、'),
  en: items.map(({ en }) => en).join(', '),
});
