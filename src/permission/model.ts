import type { Decision, SystemAnswer } from '../consent/model.js';
import type { PermissionKind } from '../policy/model.js';
import type { PermissionRequester } from './port.js';

/** What a person is told before a permission is asked for (PIPL 17, R-P2). Each text is the app's own, shown as it is. */
export interface PermissionWords {
  /** What the permission is for. */
  readonly purpose: string;
  /** What the person just started, or is doing, such as 扫一扫. */
  readonly scene?: string;
  /** Which personal information is taken. */
  readonly data?: string;
  /** What does not work without it. */
  readonly refusal?: string;
}

/** How `askPermission` asks. Purpose and refusal default to what the first declared policy states about the kind. */
export interface PermissionRequestOptions<Value = unknown> extends Partial<PermissionWords> {
  /**
   * The app's own name of the function that needs it (letters, digits, hyphens), where several functions need the same
   * permission: each is asked for on its own.
   */
  readonly function?: string;
  /** `user`: the person started the function. `app` (default): nobody did, so a refusal is not asked about again (R-P5). */
  readonly trigger?: 'user' | 'app';
  /** Asks the system. Default: the engine's `requesters`, else the browser's. */
  readonly requester?: PermissionRequester<Value>;
  /** Ends the question unanswered, or the waiting for the system. */
  readonly signal?: AbortSignal;
}

/** Why it came out so, and who said what. */
export interface PermissionAnswers {
  /**
   * `answered` by the person or the system, now or, where a grant stands, before; `asked-lately` (R-P5) and `no-consent` (the
   * general policy is not agreed to, R-C1): nothing was asked; `cannot-ask`: the system or this device cannot; `aborted` by
   * `signal`.
   */
  readonly reason: 'answered' | 'asked-lately' | 'no-consent' | 'cannot-ask' | 'aborted';
  /** The person's answer to us, the standing one where they were not asked anew; `none` where there is none. */
  readonly decision: Exclude<Decision, 'withdrawn'> | 'none';
  /** The system's answer; absent where the system was not asked. */
  readonly platform?: SystemAnswer;
}

/**
 * What came of asking. Only `granted` lets the function run: the person and the system both said yes. `value` is what the
 * system gave: a `MediaStream`, a position, files, … The caller owns it, and stops it.
 */
export type PermissionOutcome<Value = unknown> =
  | (PermissionAnswers & { readonly granted: true; readonly value: Value })
  | (PermissionAnswers & { readonly granted: false; readonly value?: undefined });

/**
 * A permission prompt beside its answers: what it says, and where it stands. A new object at each step, told to the engine's
 * subscribers as a `prompt` change.
 */
export interface PermissionQuestion {
  readonly kind: PermissionKind;
  readonly words: PermissionWords;
  /**
   * `asking`: our question. `system`: the system was asked, our answer is recorded. `result`: the system did not grant it, or
   * cannot; the person reads why, and closes.
   */
  readonly phase: 'asking' | 'system' | 'result';
  /** True while the system's own prompt is open, as far as can be known: the purpose stays on screen (R-P2). */
  readonly systemOpen: boolean;
  /** True while no prompt is open and the device takes its time all the same: the person may stop waiting. */
  readonly slow: boolean;
  /** The system's answer, in `result`. */
  readonly platform?: SystemAnswer;
  /** Stops waiting for the system, or closes the result. Nothing happens while `asking`. */
  end(): void;
}
