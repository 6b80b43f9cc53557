/**
 * What a person answered, or did not. Only `granted` is consent; closing is `dismissed` (PIPL 14: a clear act). `requested`
 * stands in the record of a right the person made use of (access, deletion, …), and is no answer.
 */
export type Decision = 'granted' | 'denied' | 'dismissed' | 'withdrawn' | 'requested';

/** How the answer was given. `host` is an act outside the page, or a refusal the app reports; it never grants in an element. */
export type Act = 'pointer' | 'keyboard' | 'assistive' | 'host';

/** How long an answer surely lasts: until the page closes, in the browser, on disk, or at a server. In rising order. */
export type Durability = 'memory' | 'browser' | 'disk' | 'server';

/** `verified`: the engine of the browser confirmed that nothing hid the answer (Intersection Observer v2). */
export type Visibility = 'verified' | 'unverified';

/** Where a question is shown. A web page inside a native app is `android`, `ios` or `harmony` where that is known, else `app`. */
export type Channel = 'web' | 'app' | 'mini-program' | 'android' | 'ios' | 'harmony';

/** `switch`: something the person turns on and off (R-C12). `right`: a right made use of, which the handler must answer. */
export type RequestKind =
  'general' | 'separate' | 'permission' | 'jump' | 'guardian' | 'on-behalf' | 'switch' | 'right';

/**
 * Why a consent must be asked for separately: giving to another handler (PIPL 23), publishing (25), images from public places
 * for another use (26), sensitive personal information (29), export abroad (39).
 */
export type SeparateBasis = 'provide' | 'publish' | 'public-image' | 'sensitive' | 'export';

/**
 * What is asked. The general consent to a policy has the policy's `id`, a permission `permission:<kind>` or
 * `permission:<kind>:<function>`, a jump `jump:<kind>:<host>`, a right `right:<kind>`; the others the id the app declares.
 */
export interface ConsentRequest {
  readonly id: string;
  readonly kind: RequestKind;
  /** The version of what was asked, where it has one of its own; absent: the policy's. */
  readonly version?: string;
  /** What it is for, as the person was told (a permission's words are the app's own, so they stand in the record). */
  readonly purpose?: string;
  /** What the person was doing when it was asked. */
  readonly scene?: string;
  /** Which personal information it takes. */
  readonly data?: string;
  /** What refusing costs. */
  readonly refusal?: string;
  /** Who is there, where the person goes, or the information is given, to another handler. */
  readonly recipient?: string;
  /** The other way to get the same without this consent. */
  readonly alternative?: string;
  /** Separate consents only. */
  readonly basis?: SeparateBasis;
}

/**
 * What the system itself answered about a permission, or why it could not: `denied` by the person, `dismissed` closed without
 * an answer, `blocked` refused without asking, `policy-blocked` by the frame's Permissions Policy.
 */
export type Verdict =
  | 'granted'
  | 'denied'
  | 'dismissed'
  | 'blocked'
  | 'unsupported'
  | 'insecure'
  | 'policy-blocked'
  | 'no-device'
  | 'busy'
  | 'constraints'
  | 'aborted'
  | 'failed';

/** The system's answer, kept apart from the person's answer to us. `certain` is false where the engine tells cases not apart. */
export interface SystemAnswer {
  readonly verdict: Verdict;
  readonly certain: boolean;
}

export interface Subject {
  readonly id: string;
  /** Whom the person acts for, where not for themselves. `reference` is the app's own name for them. */
  readonly actsFor?: {
    readonly kind: 'organisation' | 'child' | 'other-person';
    readonly reference: string;
  };
  /** Absent and `unknown` are treated by the profile's stricter rule. */
  readonly ageBand?: 'under-14' | '14-17' | 'adult' | 'unknown';
}

/** Who consented for a child (PIPL 31), and how that was verified, in the app's own words. */
export interface Guardian {
  readonly reference: string;
  readonly relation: string;
  readonly verification: string;
}

/** The schema's name and version of an event. */
export const EVENT_SCHEMA = 'mingshi.event/1';

/** One answer, append-only. `(writer, sequence)` is its place in the ledger, `previous` the hash of the event before it. */
export interface ConsentEvent {
  readonly schema: typeof EVENT_SCHEMA;
  /** 32 lower-case hex digits, random. */
  readonly id: string;
  /** ISO 8601 in UTC, by the device's clock: a claim, never used for order. */
  readonly time: string;
  readonly subject: Subject;
  readonly request: ConsentRequest;
  readonly decision: Decision;
  readonly act: Act;
  readonly policyHash: string;
  readonly noticeHash: string;
  readonly policy: { readonly id: string; readonly version: string; readonly language: string };
  /** `once`: for this very act, never for the next one. `until`: up to the instant in `until`. */
  readonly validity: 'standing' | 'until' | 'once';
  /**
   * ISO 8601 in UTC. With `validity: 'until'` the end of the grant; of a right, the day by which the handler must answer; of
   * an erasure, the day up to which the proof is kept whole.
   */
  readonly until?: string;
  /** Where the question was shown, if the app said so. */
  readonly channel?: Channel;
  /** Present where somebody consented for a child. */
  readonly guardian?: Guardian;
  /** Places of events (`writer/sequence`) that count no more and are, or will be, erased: PIPL 47. Only in `right:delete`. */
  readonly erases?: readonly string[];
  /**
   * Permissions only: what the system answered. The event without it is the person's answer to us; the one that has it
   * repeats that answer and supersedes it. Only a grant whose `platform` is granted counts.
   */
  readonly platform?: SystemAnswer;
  readonly visibility: Visibility;
  /** 32 lower-case hex digits, drawn anew by each `createConsent`. */
  readonly writer: string;
  /** From 1, without gaps, per writer. */
  readonly sequence: number;
  /** `sha256:…` of the event before it in this writer's chain; empty for the first. */
  readonly previous: string;
  /** Ids of the events about the same request that were in force when this one was decided. */
  readonly supersedes: readonly string[];
}

/** The schema's name and version of what is left of an event after its erasure. */
export const ERASED_SCHEMA = 'mingshi.erased/1';

/**
 * What is left of an event whose person was forgotten: nothing that names them. `hash` is the hash the whole event had, so
 * that the chain around it still verifies.
 */
export interface ErasedEvent {
  readonly schema: typeof ERASED_SCHEMA;
  readonly writer: string;
  readonly sequence: number;
  readonly previous: string;
  /** `sha256:…` of the canonical bytes of the event that stood here. */
  readonly hash: string;
  readonly time: string;
  readonly request: { readonly id: string; readonly kind: RequestKind };
  readonly decision: Decision;
  readonly policyHash: string;
  readonly policy: ConsentEvent['policy'];
}

export type { Notice } from '../notice.js';

/** Where one request stands. A permission is granted where the person and the system both granted it, a jump where it is
 * remembered. Computed from the ledger, synchronously; `unknown` until `ready`. */
export interface Status {
  readonly decision: 'unknown' | 'none' | 'granted' | 'denied' | 'withdrawn';
  /**
   * Why, in one word: `loading`, `unanswered`, `answered`, `dismissed`, `new-version`, `version-refused`, `not-material`,
   * `not-yet-effective`, `expired`; of what was granted and counts for nothing while the policy is not agreed to
   * `no-consent`, while a child's guardian does not stand behind it `no-guardian`.
   */
  readonly reason:
    | 'loading'
    | 'unanswered'
    | 'answered'
    | 'dismissed'
    | 'new-version'
    | 'version-refused'
    | 'not-material'
    | 'not-yet-effective'
    | 'expired'
    | 'no-consent'
    | 'no-guardian';
  /** The version in force now. */
  readonly version: string;
  /** The version the standing decision was about. */
  readonly answeredVersion?: string;
  /** A version that is announced, not in force yet. */
  readonly pending?: { readonly version: string; readonly effective: string };
  /** The end of a grant that has one, ISO 8601. */
  readonly until?: string;
  /** How safely the standing decision is kept; absent where there is none. */
  readonly durability?: Durability;
  /** True where the app should ask by itself now: the gate opens. */
  readonly asks: boolean;
  /** Switches only: whether it is on now. */
  readonly on?: boolean;
  /** Only in what `ensure` gives: granted for this very act, and used up by it; `status` never says so. */
  readonly once?: true;
  /** The event that holds the standing decision. */
  readonly event?: ConsentEvent;
}
