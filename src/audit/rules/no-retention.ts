import type { Pattern } from '../document.js';
import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** Words about a period that the compiler may not have taken for a statement of it. */
const MENTIONED: Pattern = {
  zh: /(?:保存|保留|存储|留存)(?:的)?(?:期限|期间|时间|时限)|(?:保存|保留|存储|留存)[^，。]{0,12}(?:年|个月|日|天)/,
  en: /\b(?:retain|retention|kept for|stor(?:e|ed|age) (?:for|period)|as long as)/i,
};

/** The text does not say how long personal information is kept. */
export const noRetention: AuditRule = {
  id: 'R-N5',
  code: 'notice/no-retention',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款第2项、第19条；《网络数据安全管理条例》第21条第1款第3项',
      en: 'PIPL art. 17(1)(2) and 19; Network Data Security Regulations art. 21(1)(3)',
    },
    gdpr: { zh: 'GDPR 第13条第2款(a)项', en: 'GDPR art. 13(2)(a)' },
  },
  sentence: {
    zh: '没有写明个人信息保存多久，也没有写明期限如何确定。',
    en: 'The text says neither how long personal information is kept nor how the period is set.',
  },
  mend: {
    zh: '逐类写明保存期限和到期后的处理；确定不了的，写明确定期限的方法。',
    en: 'State the period for each kind of information and what follows it; where none can be given, how it is set.',
  },
  find: ({ policy, says, endOf }) =>
    policy.retention.length > 0 || says(MENTIONED)
      ? []
      : [missingAt(endOf({ zh: /存储|保存|储存/, en: /stor|retain|retention|keep/i }))],
};
