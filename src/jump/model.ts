import type { Decision } from '../consent/model.js';

/** What opening a target does. `service`: a service of another handler inside the app, that stays on screen. */
export type TargetKind =
  'website' | 'app' | 'mini-program' | 'phone' | 'sms' | 'email' | 'download' | 'service';

/**
 * What is wrong with a target, or worth knowing. Those that forbid it: `not-an-address`, `forbidden-scheme`, `user-info`,
 * `unknown-scheme`, `hostile-fallback`, `invalid-host`. The others are shown: `insecure` (plain http), `ip-address`,
 * `private-host`, `unicode-host`, `mixed-scripts`, `looks-alike`, `trailing-dot`, `unusual-port`, `hidden-characters`,
 * `open-redirect`, `unverified-app` (a scheme any app may claim), `web-fallback`, `broken-punycode`.
 */
export type TargetWarning =
  | 'not-an-address'
  | 'forbidden-scheme'
  | 'unknown-scheme'
  | 'user-info'
  | 'invalid-host'
  | 'hostile-fallback'
  | 'insecure'
  | 'ip-address'
  | 'private-host'
  | 'unicode-host'
  | 'mixed-scripts'
  | 'looks-alike'
  | 'broken-punycode'
  | 'trailing-dot'
  | 'unusual-port'
  | 'hidden-characters'
  | 'open-redirect'
  | 'unverified-app'
  | 'web-fallback';

/** Where a target really leads, from the platform's own parser. */
export interface JumpTarget {
  readonly kind: TargetKind;
  /** What is opened, to the character; empty where `allowed` is false. */
  readonly href: string;
  /** `new URL(href).host`, ASCII; empty for targets that have none. */
  readonly host: string;
  readonly display: {
    /**
     * What stands large: the registrable domain (the host where it is not known), a telephone number, an e-mail address, the
     * scheme or package of an app. Never from the text of a link.
     */
    readonly name: string;
    /** The host in its own script, only where it is proven safe to show; `host` always stands beside it. */
    readonly unicode?: string;
    /** The whole address without user and password, every invisible and direction character written as its escape. */
    readonly address: string;
    /** Where an address inside the address leads (`?url=`, an intent's fallback): a host each. */
    readonly leadsTo: readonly string[];
    /** The app a scheme is known to be of (微信): any app may claim a scheme, so it never stands without the scheme. */
    readonly app?: string;
    /** The words that go along: a text message, or subject and body of an e-mail, a line each. */
    readonly message?: string;
  };
  readonly warnings: readonly TargetWarning[];
  /** False: it is never opened. */
  readonly allowed: boolean;
}

/** What the app says of who is there. Nothing of it changes what is shown as the destination. */
export interface JumpWords {
  /** Who is there, by the app's word: 微信, 示例保险. */
  readonly name?: string;
  /** Who operates it, with their legal name (PIPL 23). */
  readonly operator?: string;
  /** What it does there: the function of an app offered for download (R-J4), of another handler's service. */
  readonly about?: string;
  /** The permissions an app offered for download asks for (R-J4). */
  readonly permissions?: string;
  /** What personal information goes along. */
  readonly data?: string;
  /** Whose policy applies there. */
  readonly policy?: { readonly title: string; readonly url?: string };
}

/** A jump, as the app asks for it. */
export interface JumpRequest extends JumpWords {
  /** Absolute, or relative to `base`. */
  readonly url: string;
  readonly base?: string;
  /** Default: what the address is. `mini-program`, `download` and `service` cannot be told from an address alone. */
  readonly kind?: TargetKind;
  /**
   * Opens it: called once, synchronously in the press that granted it, or at once where it is remembered. `saved` resolves when
   * the answer is kept, for what leaves the page.
   */
  readonly open?: (href: string, saved: Promise<unknown>) => void;
  /** The target as it is now; where it changed since it was shown, the person is asked again. */
  readonly current?: () => string;
  /** The system asks the person itself (HarmonyOS `openLink`): ours is left out, nothing is recorded. Default false. */
  readonly deferToSystem?: boolean;
  readonly signal?: AbortSignal;
}

/** What came of a jump's question. Whether anything opened cannot be known, and is never said. */
export interface JumpOutcome {
  /** `refused`: the target is never opened. `deferred`: the system asks by itself. */
  readonly decision: Exclude<Decision, 'withdrawn'> | 'refused' | 'deferred';
  /** True where nobody was asked, since the person had asked to remember this destination. */
  readonly remembered: boolean;
  readonly target: JumpTarget;
}

/** A jump prompt beside its answers. */
export interface JumpQuestion extends JumpWords {
  readonly target: JumpTarget;
  /** True where it led elsewhere when the person agreed to it, and is asked about anew. */
  readonly changed: boolean;
  /** True where the person may ask to remember the destination: never where there is something to warn of, or information goes along. */
  readonly mayRemember: boolean;
  /** Closes the notice about a target that is never opened. Nothing happens where there are answers. */
  end(): void;
}
