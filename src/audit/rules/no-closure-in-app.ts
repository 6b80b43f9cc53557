import type { Pattern } from '../document.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

/** Only for the time being, or under a condition. */
const WHILE: Pattern = { zh: /时|期间|之前|如果|若|未/, en: /\b(?:while|until|if|when)\b/i };

/** The app itself lets nobody close the account. */
export const noClosureInApp: AuditRule = {
  id: 'R-C11',
  code: 'rights/no-closure-in-app',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》六（未提供有效的注销功能）；《网络数据安全管理条例》第23条',
      en: 'App violations method (2019), section 6 (no working way to close an account); Network Data Security Regulations art. 23',
    },
  },
  sentence: {
    zh: '写明了应用内不能注销：行使权利比注册更麻烦。',
    en: 'The text says that accounts cannot be closed in the app: leaving is harder than joining.',
  },
  mend: {
    zh: '在应用内提供注销入口；法律要求当面办理的，写明理由和办理地点。',
    en: 'Offer it in the app; where the law wants it done in person, say why and where.',
  },
  find: ({ saying }) =>
    together(
      saying(
        {
          zh: /(?:不|暂不|未)(?:提供|支持|开放)[^，。]{0,24}注销/,
          en: /\byou cannot (?:close|delete) (?:your |an? |the )?account\b|\b(?:do|does) not (?:offer|support|provide)\b[^.]{0,30}\b(?:clos|delet)\w+ of (?:your |an? |the )?accounts?/i,
        },
        WHILE,
      ).map(({ span }) => span),
    ),
};
