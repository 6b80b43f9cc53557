import type { AuditConfiguration } from '../configuration.js';
import type { AuditRule } from '../rule.js';
import { CONSENTS } from '../rule.js';
import type { Bilingual, Severity } from '../model.js';

/** A rule that one declaration of the app breaks. */
interface DeclaredRule {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  /** The field of the configuration. */
  readonly field: keyof AuditConfiguration;
  readonly broken: (configuration: AuditConfiguration) => boolean;
  readonly law: AuditRule['law'];
  readonly sentence: Bilingual;
  readonly mend: Bilingual;
}

const DECLARED: readonly DeclaredRule[] = [
  {
    id: 'R-N1',
    code: 'gate/none',
    severity: 'error',
    field: 'gate',
    broken: ({ gate }) => gate === false,
    law: {
      pipl: {
        zh: '《App 违法违规收集使用个人信息行为认定方法》一.2、三.1；工信部信管函〔2020〕164号 第1.1条',
        en: 'App violations method (2019), 1.2 and 3.1; MIIT letter 164 (2020), 1.1',
      },
      gdpr: { zh: 'GDPR 第13条第1款', en: 'GDPR art. 13(1)' },
    },
    sentence: {
      zh: '首次启动时没有在收集信息之前请用户阅读政策。',
      en: 'The policy is not put before people at the first start, before anything is collected.',
    },
    mend: {
      zh: '首次启动时弹窗展示摘要和全文入口。',
      en: 'Show the summary and the way to the full text at the first start.',
    },
  },
  {
    id: 'R-N2',
    code: 'notice/too-far',
    severity: 'error',
    field: 'policyTaps',
    broken: ({ policyTaps }) => (policyTaps ?? 0) > 4,
    law: {
      pipl: {
        zh: '《App 违法违规收集使用个人信息行为认定方法》一.3（主界面起不多于4次点击）；《个人信息保护法》第17条第3款',
        en: 'App violations method (2019), 1.3 (4 taps from the main screen at most); PIPL art. 17(3)',
      },
      gdpr: {
        zh: 'GDPR 第12条第1款；WP260（不多于两次点击）',
        en: 'GDPR art. 12(1); WP260 (two taps at most)',
      },
    },
    sentence: {
      zh: '从主界面到政策要点击4次以上。',
      en: 'The policy is more than four taps from the main screen.',
    },
    mend: { zh: '把入口移到4次点击以内。', en: 'Move its entry to within four taps.' },
  },
  {
    id: 'R-N9',
    code: 'notice/no-lists',
    severity: 'warning',
    field: 'lists',
    broken: ({ lists }) => lists === false,
    law: {
      pipl: {
        zh: '工信部信管函〔2021〕292号（二级菜单中的双清单）',
        en: 'MIIT letter 292 (2021) (two lists in a second-level menu)',
      },
    },
    sentence: {
      zh: '二级菜单中没有“双清单”。',
      en: 'The two lists do not stand in a second-level menu.',
    },
    mend: {
      zh: '在二级菜单提供已收集个人信息清单和与第三方共享个人信息清单。',
      en: 'Show the list of data collected and the list of data shared there.',
    },
  },
  {
    id: 'R-C2',
    code: 'consent/preticked',
    severity: 'error',
    field: 'preticked',
    broken: ({ preticked }) => preticked === true,
    law: {
      pipl: {
        zh: '《App 违法违规收集使用个人信息行为认定方法》三.4；工信部信管函〔2020〕164号 第1.1条第8项',
        en: 'App violations method (2019), 3.4; MIIT letter 164 (2020), 1.1(8)',
      },
      gdpr: { zh: 'GDPR 第4条第11项；欧盟法院 Planet49 案', en: 'GDPR art. 4(11); CJEU Planet49' },
    },
    sentence: { zh: '同意的勾选框默认勾选。', en: 'A box of the consent starts ticked.' },
    mend: { zh: '默认不勾选，由用户自己勾选。', en: 'Let it start empty.' },
  },
  {
    id: 'R-C11',
    code: 'consent/no-withdrawal-entry',
    severity: 'error',
    field: 'withdrawal',
    broken: ({ withdrawal }) => withdrawal === false,
    law: {
      pipl: {
        zh: '《个人信息保护法》第15条第1款；《App 违法违规收集使用个人信息行为认定方法》三.8',
        en: 'PIPL art. 15(1); App violations method (2019), 3.8',
      },
      gdpr: { zh: 'GDPR 第7条第3款', en: 'GDPR art. 7(3)' },
    },
    sentence: { zh: '应用内没有撤回同意的入口。', en: 'The app has no entry to withdraw consent.' },
    mend: { zh: '提供与同意同样方便的撤回入口。', en: 'Offer one that is as easy as agreeing.' },
  },
];

/** Rules about what the app declares of itself; what it leaves out is not judged. */
export const declarations: readonly AuditRule[] = DECLARED.map(({ field, broken, ...rule }) => ({
  ...rule,
  kinds: CONSENTS,
  find: ({ configuration }) =>
    broken(configuration) ? [{ span: { start: 0, end: 0 }, configuration: field }] : [],
}));
