import type { Contact, PermissionKind, PolicyKind, Right } from '../../../policy/model.js';
import type { SummaryLabels } from './summary.js';

/** What the sentences about missing things count. */
export type Incomplete =
  | 'permission-purpose'
  | 'permission-refusal'
  | 'party-company'
  | 'party-purpose'
  | 'party-data'
  | 'party-contact'
  | 'party-link'
  | 'use-purpose'
  | 'use-refusal'
  | 'right-deadline';

export type PartName =
  | 'permissions'
  | 'parties'
  | 'uses'
  | 'sensitive'
  | 'crossBorder'
  | 'retention'
  | 'minors'
  | 'rights'
  | 'withdrawals'
  | 'contacts'
  | 'separateConsents'
  | 'alternatives'
  | 'jumps'
  | 'exemptions'
  | 'marked'
  | 'unsaid';

/** What the summary says of its own, in one language. */
export interface SummaryWords {
  readonly labels: SummaryLabels;
  readonly untitled: string;
  readonly head: Readonly<
    Record<'title' | 'publisher' | 'app' | 'kind' | 'version' | 'published' | 'updated' | 'effective', string>
  >;
  readonly kinds: Readonly<Record<PolicyKind, string>>;
  readonly parts: Readonly<Record<PartName, string>>;
  /** Over the columns of tables, and before fields. */
  readonly columns: Readonly<
    Record<
      | 'permission'
      | 'kind'
      | 'purpose'
      | 'refusal'
      | 'platforms'
      | 'usedBy'
      | 'party'
      | 'company'
      | 'data'
      | 'contact'
      | 'link'
      | 'site'
      | 'scene'
      | 'permissions'
      | 'shared'
      | 'sharing'
      | 'background'
      | 'function'
      | 'right'
      | 'way'
      | 'deadline'
      | 'path'
      | 'items'
      | 'ages',
      string
    >
  >;
  readonly permissionKind: (kind: PermissionKind) => string;
  readonly rights: Readonly<Record<Right['kind'], string>>;
  readonly contacts: Readonly<Record<Contact['kind'], string>>;
  readonly versionByDate: (date: string) => string;
  readonly notUnderHeading: string;
  readonly background: (count: number) => string;
  readonly incomplete: Readonly<Record<Incomplete, (missing: number, all: number) => string>>;
  readonly author: string;
  readonly rule: (rule: string) => string;
  readonly unsaidLead: string;
  readonly unsaid: Readonly<
    Record<'title' | 'publisher' | 'app' | 'date' | 'effective' | 'version' | PartName, string>
  >;
  readonly unsaidRights: string;
  readonly andMore: (count: number) => string;
  readonly origin: (name: string, mediaType: string, compiler: string) => string;
  readonly hashes: (source: string, text: string) => readonly string[];
  readonly noProof: string;
}
