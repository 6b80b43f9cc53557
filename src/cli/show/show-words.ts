import type { Act, Decision, RequestKind, Verdict, Visibility } from '../../consent/model.js';
import type { BrokenLink } from '../../ledger/index.js';
import type { Link } from './chain-evidence.js';
import type { NoticeEvidence } from './notice-evidence.js';
import type { TextEvidence } from './text-evidence.js';

/** Everything `show` says, in one language. */
export interface ShowWords {
  readonly title: string;
  readonly sections: Readonly<
    Record<
      'proof' | 'answer' | 'asked' | 'text' | 'screen' | 'chain' | 'related' | 'summary' | 'marked' | 'whole',
      string
    >
  >;
  readonly labels: Readonly<Record<Label, string>>;
  readonly decision: Readonly<Record<Decision, string>>;
  readonly act: Readonly<Record<Act, string>>;
  readonly visibility: Readonly<Record<Visibility, string>>;
  readonly validity: Readonly<Record<'standing' | 'until' | 'once', string>>;
  readonly request: Readonly<Record<RequestKind, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly uncertain: string;
  /** `{file}` is the file that was changed. */
  readonly text: Readonly<Record<TextEvidence['status'], string>>;
  readonly notice: Readonly<Record<NoticeEvidence['status'], string>>;
  /** Where the words on the screen can be seen again. */
  readonly again: string;
  readonly previous: Readonly<Record<Link | 'first', string>>;
  readonly next: Readonly<Record<Link, string>>;
  readonly head: Readonly<Record<Link, string>>;
  readonly ledger: Readonly<Record<'consistent' | 'authentic' | 'broken', string>>;
  /** What is broken, `{sequence}` the record's number; where it is left out, the check's own sentence stands. */
  readonly fault?: Readonly<Record<BrokenLink['code'], string>>;
  /** Where nothing in the file names the hash of the record. */
  readonly alone: string;
  /** Where the answer is older than a date of its text. */
  readonly beforeText: string;
  readonly byDevice: string;
  readonly noLater: string;
  readonly unreadable: string;
  readonly byAuthor: string;
  readonly byRule: string;
  /** After the items that are listed, `{count}` others. */
  readonly more: string;
  readonly unstated: string;
}

export type Label =
  | 'proofText'
  | 'proofChain'
  | 'proofScreen'
  | 'proofTime'
  | 'decision'
  | 'subject'
  | 'time'
  | 'act'
  | 'visibility'
  | 'validity'
  | 'system'
  | 'event'
  | 'kind'
  | 'request'
  | 'purpose'
  | 'scene'
  | 'data'
  | 'refusal'
  | 'recipient'
  | 'document'
  | 'title'
  | 'publisher'
  | 'version'
  | 'effective'
  | 'language'
  | 'hash'
  | 'archived'
  | 'otherHash'
  | 'path'
  | 'source'
  | 'noticeHash'
  | 'locale'
  | 'shown'
  | 'answers'
  | 'again'
  | 'place'
  | 'ownHash'
  | 'previous'
  | 'next'
  | 'head'
  | 'ledger'
  | 'file'
  | 'before'
  | 'after'
  | 'permissions'
  | 'thirdParties'
  | 'dataUses'
  | 'sensitive'
  | 'crossBorder'
  | 'retention'
  | 'withdrawals'
  | 'contacts';
