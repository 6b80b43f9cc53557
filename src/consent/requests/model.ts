import type { SeparateBasis } from '../model.js';

/** How long a grant lasts: until it is withdrawn, for one act, or for so many days. */
export type RequestValidity = 'standing' | 'once' | { readonly days: number };

/** What every declared request says. Each text is the app's own, shown and recorded as it is. */
interface RequestWords {
  /** The app's own name for it: letters, digits, `.`, `-` and `_`. */
  readonly id: string;
  /** The id of the declared policy it belongs to. Default: the first. */
  readonly policy?: string;
  /** Default: the policy's version. */
  readonly version?: string;
  /** Whether this version asks again those who granted or refused an older one. Default: true; with the policy's version, the policy's. */
  readonly material?: boolean;
  /** The one purpose. */
  readonly purpose: string;
  /** Which personal information it takes. */
  readonly data: string;
  /** What the person is doing when it is asked. */
  readonly scene?: string;
  /** What refusing costs. */
  readonly refusal: string;
  /** The other way to get the same without this consent. */
  readonly alternative?: string;
  /** How it is withdrawn. Required where the profile says so (GDPR 7(3)). */
  readonly withdrawal?: string;
}

/** Another handler who gets the information (PIPL 23). */
export interface Recipient {
  readonly name: string;
  readonly contact: string;
  readonly purpose: string;
  readonly method: string;
  readonly data: string;
}

/** A recipient abroad (PIPL 39): also how the person makes use of their rights there. */
export interface ForeignRecipient extends Recipient {
  readonly rights: string;
}

/** A face, in whatever separate consent (R-C9): necessity and impact (PIPL 30), and another way, are told. Default validity: `once`. */
type AboutFace =
  | { readonly dataKind?: undefined }
  | {
      readonly dataKind: 'face';
      readonly alternative: string;
      readonly necessity: string;
      readonly impact: string;
    };

interface Separate<Basis extends SeparateBasis> extends RequestWords {
  readonly kind: 'separate';
  /** Exactly one. */
  readonly basis: Basis;
  /** Default `standing`; of a face `once` (profile `pipl`). */
  readonly validity?: RequestValidity;
  /** Why the information is necessary, and what it means for the person (PIPL 30). */
  readonly necessity?: string;
  readonly impact?: string;
  /** What can go wrong (GDPR 49(1)(a)). */
  readonly risks?: string;
}

/**
 * A separate consent (PIPL 23, 25, 26, 29, 39; R-C7): one basis, one purpose, one question of its own. There is no way to
 * name several, nor to ask it with anything else.
 */
export type SeparateRequest = AboutFace &
  (
    | (Separate<'provide'> & { readonly recipient: Recipient })
    | (Separate<'export'> & { readonly recipient: ForeignRecipient | Recipient })
    | (Separate<'sensitive'> & { readonly necessity: string; readonly impact: string })
    | Separate<'publish'>
    | Separate<'public-image'>
  );

/**
 * The consent of a child's guardian (PIPL 31; R-C10). It tells what 儿童个人信息网络保护规定 10 lists: purpose, way and scope; place, term
 * and what follows it; security; the result of refusing; where to complain; how to correct and delete.
 */
export interface GuardianRequest extends RequestWords {
  readonly kind: 'guardian';
  /** Default `standing`; a guardian's consent for one act only could open nothing. */
  readonly validity?: Exclude<RequestValidity, 'once'>;
  readonly method: string;
  readonly scope: string;
  readonly place: string;
  readonly retention: string;
  readonly afterExpiry: string;
  readonly security: string;
  readonly complaint: string;
  readonly correction: string;
}

/**
 * The person declares authority over the information of another person, or of an organisation. It is asked and looked up as
 * `<id>:<reference>`, once for each of them; `reference` (letters, digits, `.`, `-`, `_`) is the app's own name, which says
 * nothing to others.
 */
export interface OnBehalfRequest extends RequestWords {
  readonly kind: 'on-behalf';
  readonly actsFor: 'other-person' | 'organisation';
  /** The words of the declaration. */
  readonly declaration: string;
  readonly validity?: RequestValidity;
}

/**
 * Something the person turns on and off, such as personalised recommendations (PIPL 24; R-C12): by `engine.setSwitch`, without a
 * question. `purpose` says what being on means, `refusal` what being off costs.
 */
export interface SwitchRequest extends RequestWords {
  readonly kind: 'switch';
  /** What it is before anybody touched it. `on` only where the profile allows it. */
  readonly initial: 'on' | 'off';
}

/** A request the app declares once, and asks for by `engine.ensure(id)`. */
export type DeclaredRequest = SeparateRequest | GuardianRequest | OnBehalfRequest | SwitchRequest;

/** A declared request as it is asked: frozen, with its defaults, so that everything can be shown from it. */
export type AskedRequest = DeclaredRequest & {
  readonly policy: string;
  readonly version: string;
  readonly material: boolean;
};
