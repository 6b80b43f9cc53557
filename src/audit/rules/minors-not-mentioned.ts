import { faceData } from '../face-data.js';
import { CONSENTS, NOTICES, missingAt, type AuditRule } from '../rule.js';

/** Nothing is said about minors. */
export const minorsNotMentioned: AuditRule = {
  id: 'R-C10',
  code: 'minors/not-mentioned',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第31条；《网络数据安全管理条例》第21条第2款；《未成年人网络保护条例》',
      en: 'PIPL art. 31; Network Data Security Regulations art. 21(2); Regulations on the protection of minors online',
    },
    gdpr: { zh: 'GDPR 第8条', en: 'GDPR art. 8' },
  },
  sentence: {
    zh: '没有提到未成年人：不满十四周岁的人能否使用、由谁同意，都不清楚。',
    en: 'Minors are not mentioned: nobody can tell whether children may use it, and who consents for them.',
  },
  mend: {
    zh: '写明是否面向未成年人；不满十四周岁的，写明取得监护人同意的方式。',
    en: 'Say whether it is for minors; for those under 14, say how a guardian consents.',
  },
  find: (document) => {
    const { policy, says, endOf } = document;
    const concerned = NOTICES.includes(policy.kind) || faceData(document).length > 0;
    return !concerned ||
      policy.minors.statements.length > 0 ||
      policy.minors.ages.length > 0 ||
      says({ zh: /未成年|儿童|监护人|周岁/, en: /\b(?:minors?|child|guardian|parent)/i })
      ? []
      : [missingAt(endOf({ zh: /未成年/, en: /minor|child/i }))];
  },
};
