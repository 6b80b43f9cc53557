import type { Bilingual, Severity } from '../../audit/index.js';

/** What the law does not accept in an imported file. */
export interface ImportFinding {
  /** The rule's id, as `audit` has it. */
  readonly rule: string;
  readonly code: string;
  readonly severity: Severity;
  /** The keys that lead to the value; where it is missing, those that should. */
  readonly path: readonly string[];
  readonly words: string;
  readonly sentence: Bilingual;
  readonly law: Bilingual;
  /** How to mend it, and what Mingshi does instead. */
  readonly mend: Bilingual;
}
