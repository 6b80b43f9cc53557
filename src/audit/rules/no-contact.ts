import type { Pattern } from '../document.js';
import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** An address one is asked to write to. */
const WRITE_TO: Pattern = {
  zh: /(?:邮件|邮箱|邮寄|致信|写信|发送)[^。]{0,24}@/,
  en: /\b(?:e-?mail|writing to|write to|contact)\b[^;]{0,40}@/i,
};

/** The text gives no way to reach the handler. */
export const noContact: AuditRule = {
  id: 'R-N5',
  code: 'notice/no-contact',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款第1项；《App 违法违规收集使用个人信息行为认定方法》六',
      en: 'PIPL art. 17(1)(1); App violations method (2019), section 6',
    },
    gdpr: { zh: 'GDPR 第13条第1款(a)(b)项', en: 'GDPR art. 13(1)(a) and (b)' },
  },
  sentence: {
    zh: '没有处理者的联系方式：没有电话、邮箱、地址或者网址。',
    en: 'No contact of the handler is given: no phone number, e-mail, address or website.',
  },
  mend: {
    zh: '写明至少一种能联系到人的方式，并说明多久答复。',
    en: 'Give at least one contact that people answer, and say how soon they do.',
  },
  find: ({ policy, says, endOf }) =>
    policy.contacts.length > 0 || says(WRITE_TO)
      ? []
      : [missingAt(endOf({ zh: /联系|投诉/, en: /contact|complain/i }))],
};
