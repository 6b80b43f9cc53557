import type { SeparateBasis } from './model.js';
import type { RightKind } from './rights/model.js';

/** A length of time the law or a text names. Working days leave out Saturdays and Sundays; holidays are not known here. */
export type Term =
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number };

/** What a separate consent must tell beside its purpose, data and refusal. */
export type SeparateNeed = 'recipient' | 'recipient.rights' | 'necessity' | 'impact' | 'risks';

/** One basis for a separate consent: where the law has it, and what the person must be told then. */
export interface SeparateRule {
  readonly article: string;
  readonly needs: readonly SeparateNeed[];
}

/** One right a person has against the handler. */
export interface RightRule {
  /** By when the handler must answer; absent where the law names no time. */
  readonly within?: Term;
  readonly source: string;
}

/**
 * The rules of one law, as data. `pipl` and `gdpr` are ours; a team makes its own from one of them:
 * `{...gdpr, name: 'austria', guardian: {...gdpr.guardian, belowAge: 14}}`. Every entry is read by the engine, and changes
 * what may be declared, what is asked, when, and by when a right is answered. Not legal advice.
 */
export interface Profile {
  readonly name: string;
  /** Where the law says what a person must be told, for error messages. */
  readonly notice: string;
  /**
   * Below this age (in years) a guardian consents. An age band that may hold somebody younger counts as younger; so does an
   * unknown age, where the app declares a guardian's request.
   */
  readonly guardian: { readonly belowAge: number; readonly article: string };
  /** The bases of a separate consent that exist; a request with another one is refused. */
  readonly separate: Readonly<Partial<Record<SeparateBasis, SeparateRule>>>;
  /** A face: whether another way must be offered, and how long a grant lasts where the request does not say. */
  readonly face: {
    readonly alternative: boolean;
    readonly validity: 'once' | 'standing';
    readonly article: string;
  };
  /**
   * Switches that nobody touched: `stated` as the app declares it, `off` until the person turns it on. `minors`: the same for
   * a subject known to be under 18.
   */
  readonly switches: {
    readonly initial: 'stated' | 'off';
    readonly minors: 'stated' | 'off';
    readonly article: string;
  };
  /** Whether each request must tell how to withdraw, before it is granted. */
  readonly withdrawal: { readonly told: boolean; readonly article: string };
  readonly asking: {
    /** After a refusal, or a closed question, the app does not ask for that permission by itself for so long (R-P5). */
    readonly permissionQuietHours: number;
    /** After so many months the app may ask a refused request again. Absent: only a new material version does (R-C6). */
    readonly refusalMonths?: number;
  };
  /** The rights there are; one that is not listed cannot be requested. */
  readonly rights: Readonly<Partial<Record<RightKind, RightRule>>>;
}

const chinaHandled = 'App违法违规收集使用个人信息行为认定方法 (2019) 六.3';
const chinaComplaint = 'App违法违规收集使用个人信息行为认定方法 (2019) 六.5';
const chinaStandard = 'GB/T 35273-2020 8.7';

/**
 * China. Guardians: PIPL 31. Separate consents: PIPL 23, 25, 26, 29 with 30, 39. Faces: the Supreme People's Court's
 * interpretation on face recognition 2 and 4, and 人脸识别技术应用安全管理办法 (2025-06-01). Personalised pushes: PIPL 24; minors:
 * 未成年人网络保护条例 24. 48 hours: GB/T 35273-2020 C.4 and store practice. Rights: PIPL 44 to 50, which say "in time"; 15 working
 * days for correction, deletion, closing an account and complaints are the most a handler may promise under the 认定方法, 30 days
 * for the others are those of GB/T 35273-2020 8.7.
 */
export const pipl: Profile = {
  name: 'pipl',
  notice: 'PIPL 17',
  guardian: { belowAge: 14, article: 'PIPL 31' },
  separate: {
    provide: { article: 'PIPL 23', needs: ['recipient'] },
    publish: { article: 'PIPL 25', needs: [] },
    'public-image': { article: 'PIPL 26', needs: [] },
    sensitive: { article: 'PIPL 29 and 30', needs: ['necessity', 'impact'] },
    export: { article: 'PIPL 39', needs: ['recipient', 'recipient.rights'] },
  },
  face: {
    alternative: true,
    validity: 'once',
    article: '最高人民法院人脸识别司法解释 4; 人脸识别技术应用安全管理办法',
  },
  switches: { initial: 'stated', minors: 'off', article: 'PIPL 24; 未成年人网络保护条例 24' },
  withdrawal: { told: false, article: 'PIPL 15' },
  asking: { permissionQuietHours: 48 },
  rights: {
    access: { within: { days: 30 }, source: `PIPL 45; ${chinaStandard}` },
    copy: { within: { days: 30 }, source: `PIPL 45; ${chinaStandard}` },
    transfer: { within: { days: 30 }, source: `PIPL 45; ${chinaStandard}` },
    explain: { within: { days: 30 }, source: `PIPL 48; ${chinaStandard}` },
    restrict: { within: { days: 30 }, source: `PIPL 44; ${chinaStandard}` },
    correct: { within: { workingDays: 15 }, source: `PIPL 46; ${chinaHandled}` },
    delete: { within: { workingDays: 15 }, source: `PIPL 47; ${chinaHandled}` },
    'close-account': { within: { workingDays: 15 }, source: `PIPL 47; ${chinaHandled}` },
    complain: { within: { workingDays: 15 }, source: `PIPL 50; ${chinaComplaint}` },
  },
};

/**
 * The European Union. Guardians: GDPR 8(1), 16 where the member state says nothing else. Explicit consents: GDPR 9(2)(a) and
 * 49(1)(a). Faces: EDPB guidelines 3/2019, 86 (another way). No switch is on before it was turned on: GDPR 4(11), Planet49.
 * How to withdraw is told before: GDPR 7(3). Rights: GDPR 15 to 22, answered within one month: 12(3). France's CNIL recommends
 * that a refusal of cookies be kept six months: `asking: {...gdpr.asking, refusalMonths: 6}`.
 */
export const gdpr: Profile = {
  name: 'gdpr',
  notice: 'GDPR 13',
  guardian: { belowAge: 16, article: 'GDPR 8(1)' },
  separate: {
    sensitive: { article: 'GDPR 9(2)(a)', needs: [] },
    export: { article: 'GDPR 49(1)(a)', needs: ['recipient', 'risks'] },
  },
  face: { alternative: true, validity: 'standing', article: 'EDPB guidelines 3/2019, 86' },
  switches: { initial: 'off', minors: 'off', article: 'GDPR 4(11)' },
  withdrawal: { told: true, article: 'GDPR 7(3)' },
  asking: { permissionQuietHours: 48 },
  rights: {
    access: { within: { months: 1 }, source: 'GDPR 15 and 12(3)' },
    copy: { within: { months: 1 }, source: 'GDPR 15(3) and 12(3)' },
    correct: { within: { months: 1 }, source: 'GDPR 16 and 12(3)' },
    delete: { within: { months: 1 }, source: 'GDPR 17 and 12(3)' },
    'close-account': { within: { months: 1 }, source: 'GDPR 17 and 12(3)' },
    restrict: { within: { months: 1 }, source: 'GDPR 18 and 12(3)' },
    transfer: { within: { months: 1 }, source: 'GDPR 20 and 12(3)' },
    explain: { within: { months: 1 }, source: 'GDPR 15(1)(h), 22(3) and 12(3)' },
    complain: { source: 'GDPR 13(2)(d) and 77' },
  },
};
