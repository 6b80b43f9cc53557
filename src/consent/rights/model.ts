import type { Answer, AnswerDetails } from '../../engine-contract.js';
import type { Words } from '../../policy/model.js';
import type { Notice } from '../model.js';

/**
 * A right a person makes use of (PIPL 44 to 50, GDPR 15 to 22). The names are those of `policy.rights[].kind`; `restrict` has
 * none there. Withdrawing a consent is `engine.withdraw`.
 */
export type RightKind =
  | 'access'
  | 'copy'
  | 'correct'
  | 'delete'
  | 'close-account'
  | 'explain'
  | 'transfer'
  | 'complain'
  | 'restrict';

export interface RightDetails extends AnswerDetails {
  /** What the person asks for, in their own words. Handed to the app, never recorded. */
  readonly details?: string;
  /** What the person was shown. */
  readonly notice: Notice;
}

/** A right as the app gets it, to answer it. */
export interface RightRequest {
  readonly kind: RightKind;
  readonly details?: string;
  /**
   * By when the handler must answer, ISO 8601 in UTC: the end of that day where the person is. The policy's own time, unless
   * the profile's ends sooner: a promise cannot be longer than the law allows. Absent where neither names one.
   */
  readonly deadline?: string;
  /** Whose time that is: the policy's words, or the profile's source. */
  readonly source: string;
  /** The policy's own words about how it is done. */
  readonly way?: Words;
}

/** A right that was recorded. Handed to the app at once; `saved` says when, and how safely, it is kept. */
export interface RightAnswer extends Answer {
  readonly deadline?: string;
  readonly source: string;
  readonly way?: Words;
}
