import type { PermissionKind } from '../policy/model.js';

/** What the platform says about a permission before anybody is asked; `unknown` where it cannot be queried. */
export type PermissionState = 'granted' | 'denied' | 'prompt' | 'unknown';

/** Why a permission cannot be asked for here at all. */
export type Lack = 'insecure' | 'unsupported' | 'policy-blocked';

/**
 * How a request to the system ended, in one shape for the three it comes in (a rejection, a value that says no, a promise that
 * never settles). `refused` is every "not allowed": who or what refused is the verdict's to find out.
 */
export type RequestEnd<Value> =
  | { readonly end: 'granted'; readonly value: Value }
  /** `message` is the engine's own text, a hint only. */
  | { readonly end: 'refused'; readonly message?: string }
  /** The person closed a chooser or picker without choosing. */
  | { readonly end: 'dismissed' }
  | { readonly end: Lack | 'no-device' | 'busy' | 'constraints' | 'aborted' }
  | { readonly end: 'failed'; readonly message?: string };

/**
 * Asks the system, the browser or a host for one permission. The web has no call for a phone call, the calendar, the device's
 * identity or the list of apps (`permissionKinds[kind].asked` is `host`): there an app's own bridge answers, named once in
 * `createConsent({requesters: {calendar: {kind: 'calendar', lack: () => bridge ? undefined : 'unsupported', state: () =>
 * bridge.state('calendar'), request: () => bridge.ask('calendar')}}})`. A kind that nobody answers is told as `unsupported`;
 * it is never asked for, and never granted. The engine calls `request` in the very press that granted our
 * own question, so that the activation of that press is still there; it looks at `state` when our question opens and after.
 */
export interface PermissionRequester<Value = unknown> {
  readonly kind: PermissionKind;
  /** Why it cannot be asked for here; undefined where it can. Looks, never prompts, never throws. */
  lack(): Lack | undefined;
  /** Never prompts, never rejects, is never kept: a grant may be gone on the next visit. */
  state(): Promise<PermissionState>;
  /**
   * Makes the call that prompts, synchronously. Never rejects. After `signal` aborts it resolves `aborted`, and what the
   * system still gives later is let go (a camera's tracks are stopped).
   */
  request(signal: AbortSignal): Promise<RequestEnd<Value>>;
  /** Lets go of what `request` gave and nobody takes any more (a camera's tracks are stopped). Default: nothing to do. */
  release?(value: Value): void;
}
