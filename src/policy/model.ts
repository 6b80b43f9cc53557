/** A half-open range of UTF-16 offsets into `policy.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words the policy uses: `text === policy.text.slice(span.start, span.end)`, always. */
export interface Words {
  readonly text: string;
  readonly span: Span;
}

/** A date the policy states; `iso` is `YYYY-MM-DD`. */
export interface DateWords extends Words {
  readonly iso: string;
}

export type PolicyKind =
  'privacy-policy' | 'user-agreement' | 'authorization' | 'sdk-list' | 'info-list' | 'children-policy';

/** A heading and what stands under it. Level 1 is the outermost. The span runs from the heading to the end of the section. */
export interface Section {
  readonly id: string;
  /** The number as written, such as `一、`, `（二）`, `第3条`; absent where the heading has none. */
  readonly number?: Words;
  readonly title: Words;
  readonly level: number;
  readonly span: Span;
  /** Ids of the clauses directly under this heading, in reading order. */
  readonly clauses: readonly string[];
  readonly sections: readonly Section[];
}

/** Why words are marked: the author wrote them bold or underlined, or a named rule of ours found them. */
export interface Emphasis {
  readonly origin: 'author' | 'rule';
  readonly span: Span;
  /** The id of the rule (`R-N6`, `R-C9` …), for `origin: 'rule'` only. */
  readonly rule?: string;
}

/** One paragraph or list item: the smallest piece a reader is sent to. */
export interface Clause {
  readonly id: string;
  readonly span: Span;
  readonly topics: readonly Topic[];
  readonly emphasis: readonly Emphasis[];
}

export type Topic =
  | 'collection'
  | 'purpose'
  | 'permission'
  | 'third-party'
  | 'sensitive'
  | 'background'
  | 'cross-border'
  | 'retention'
  | 'withdrawal'
  | 'rights'
  | 'minors'
  | 'contact'
  | 'changes'
  | 'security'
  | 'exemption';

export type PermissionKind =
  | 'camera'
  | 'album'
  | 'storage'
  | 'microphone'
  | 'location'
  | 'contacts'
  | 'phone'
  | 'sms'
  | 'clipboard'
  | 'bluetooth'
  | 'calendar'
  | 'biometrics'
  | 'network'
  | 'device-info'
  | 'notifications'
  | 'install-packages'
  | 'motion'
  | 'background'
  | 'app-list'
  | 'screen'
  | 'nfc'
  | 'persistent-storage';

export interface PermissionFact {
  readonly kind: PermissionKind;
  readonly name: Words;
  readonly purpose?: Words;
  /** What the person loses by refusing. */
  readonly refusal?: Words;
  readonly platforms?: readonly Words[];
  readonly usedBy?: readonly Words[];
}

/** A recipient: an SDK, a partner, any other handler (the nine fields of 292号 and the market's SDK lists). */
export interface ThirdParty {
  readonly name: Words;
  readonly company?: Words;
  readonly purpose?: Words;
  readonly scene?: Words;
  readonly permissions?: Words;
  readonly data?: Words;
  readonly shared?: Words;
  readonly sharing?: Words;
  readonly contact?: Words;
  readonly site?: Words;
  readonly privacyUrl?: Words;
  readonly platforms?: Words;
  /** Words that say it works in the background. */
  readonly background?: Words;
}

export interface DataUse {
  readonly function?: Words;
  readonly data: Words;
  readonly purpose?: Words;
  readonly refusal?: Words;
  readonly background?: Words;
}

export interface Right {
  readonly kind:
    | 'access'
    | 'copy'
    | 'correct'
    | 'delete'
    | 'withdraw'
    | 'close-account'
    | 'complain'
    | 'explain'
    | 'transfer';
  readonly way: Words;
  readonly deadline?: Words;
}

/** A way to withdraw consent; `path` is the menu path where one is given, such as 我的-隐私与授权-撤回. */
export interface Withdrawal extends Words {
  readonly path?: Words;
}

export interface Contact {
  readonly kind: 'phone' | 'email' | 'address' | 'url' | 'person' | 'other';
  readonly value: string;
  readonly span: Span;
}

export interface Diagnostic {
  /** `area/short-reason`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Into `policy.text`; empty (`start === end`) where the thing is missing or was dropped. */
  readonly span: Span;
  /** Into the source. */
  readonly source: SourcePosition;
  readonly sentence: string;
}

/** A place of the source: UTF-16 offset, and line and column counted from 1. */
export interface SourcePosition {
  readonly offset: number;
  /** The page, from 1, of a source that has pages; the line is counted within it then. */
  readonly page?: number;
  readonly line: number;
  readonly column: number;
}

/** The bytes that were compiled, and how `text` maps back to them. */
export interface PolicySource {
  readonly name: string;
  readonly mediaType: string;
  /** `sha256:` and lower-case hex, of the bytes as received. */
  readonly sha256: string;
  /**
   * Runs `[textStart, sourceStart, length]` in rising order: `text[textStart + i]` came from decoded-source offset
   * `sourceStart + i` (UTF-16). A place between runs was written by the compiler (a joined line, a table cell's border).
   */
  readonly runs: readonly (readonly [text: number, source: number, length: number])[];
  /** Source offset of the first character of each source line. */
  readonly lines: readonly number[];
  /** Source offset at which each page begins, of a source that has pages (a PDF). */
  readonly pages?: readonly number[];
}

/** The schema's name and version; a policy with another is refused with `policy/unknown-schema`. */
export const POLICY_SCHEMA = 'mingshi.policy/1';

/**
 * A policy as compiled: readonly and JSON-safe. What the text does not state is absent. A list that found nothing is empty.
 */
export interface Policy {
  readonly schema: typeof POLICY_SCHEMA;
  /** Names the document across its versions; also the id of the general consent request about it. */
  readonly id: string;
  readonly kind: PolicyKind;
  /** BCP 47: `zh-Hans` or `en`. */
  readonly language: string;
  readonly title?: Words;
  readonly publisher?: { readonly name: Words };
  readonly app?: { readonly name: Words };
  /**
   * As declared by the app, else as the text states it, else the latest date the text states; re-consent follows from it, never
   * from a hash.
   */
  readonly version?: string;
  readonly dates: {
    readonly published?: DateWords;
    readonly updated?: DateWords;
    readonly effective?: DateWords;
  };
  readonly text: string;
  /** SHA-256 of `text` as UTF-8: `sha256:` and lower-case hex. */
  readonly hash: string;
  readonly source: PolicySource;
  readonly compiler: { readonly name: 'mingshi'; readonly version: string };
  readonly sections: readonly Section[];
  readonly clauses: readonly Clause[];
  readonly permissions: readonly PermissionFact[];
  readonly thirdParties: readonly ThirdParty[];
  readonly dataUses: readonly DataUse[];
  readonly sensitive: { readonly items: readonly Words[]; readonly statements: readonly Words[] };
  readonly jumps: readonly Words[];
  readonly separateConsents: readonly Words[];
  readonly alternatives: readonly Words[];
  readonly retention: readonly Words[];
  readonly crossBorder: readonly Words[];
  readonly minors: { readonly ages: readonly Words[]; readonly statements: readonly Words[] };
  readonly rights: readonly Right[];
  readonly withdrawals: readonly Withdrawal[];
  readonly contacts: readonly Contact[];
  readonly exemptions: readonly Words[];
  readonly diagnostics: readonly Diagnostic[];
}
