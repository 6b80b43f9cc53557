import type { TargetKind, TargetWarning } from './model.js';

/** What a target was found to be, before it is decided whether it is opened. */
export interface TargetFinding {
  readonly kind: TargetKind;
  readonly name: string;
  readonly warnings: readonly TargetWarning[];
  readonly unicode?: string | undefined;
  readonly leadsTo?: readonly string[];
  readonly app?: string | undefined;
  readonly message?: string | undefined;
}

/** What a description needs besides the address. */
export interface TargetContext {
  readonly registrableDomain: (host: string) => string | undefined;
  /** Hosts that others could pass for. */
  readonly known: readonly string[];
}

/** What forbids a target: with one of these it is never opened. */
export const FORBIDDING: readonly TargetWarning[] = [
  'not-an-address',
  'forbidden-scheme',
  'unknown-scheme',
  'user-info',
  'invalid-host',
  'hostile-fallback',
];

/** True where nothing found forbids opening it. */
export const isAllowed = (warnings: readonly TargetWarning[]): boolean =>
  !warnings.some((warning) => FORBIDDING.includes(warning));
