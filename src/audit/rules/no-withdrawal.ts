import { RIGHTS_TITLES, type Pattern } from '../document.js';
import { CONSENTS, missingAt, together, type AuditRule } from '../rule.js';

const MENTIONED: Pattern = {
  zh: /(?:撤回|收回|撤销)[^。]{0,16}(?:同意|授权)|(?:同意|授权)[^。]{0,6}(?:撤回|收回|撤销)|取消授权/,
  en: /\b(?:withdraw|revoke)\w*\b[^.]{0,40}\b(?:consent|permission|authori[sz]ation)|\bopt(?:ing)?[ -]out\b/i,
};

/** A menu path, a contact or a setting in the same sentence: the way is told. */
const WAY: Pattern = {
  zh: /[“「【'"][^”」】'"]{1,40}(?:→|->|>|＞|›|—|－|-)|[”」】](?:→|->|>|＞|›|—|－|-)|(?:拨打|致电|联系客服|(?:发送?|写)[^，。]{0,4}邮件)/,
  en: /(?:→|->|>|›)|\b(?:e-?mail|write to|call us|settings)\b/i,
};

/** The text names no way to withdraw consent; where it speaks of withdrawing, it is told there, and less severely. */
export const noWithdrawal: AuditRule = {
  id: 'R-C11',
  code: 'consent/no-withdrawal',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第15条第1款（应当提供便捷的撤回同意的方式）；《网络数据安全管理条例》第21条第1款第4项',
      en: 'PIPL art. 15(1) (a convenient way to withdraw); Network Data Security Regulations art. 21(1)(4)',
    },
    gdpr: { zh: 'GDPR 第7条第3款、第13条第2款(c)项', en: 'GDPR art. 7(3) and 13(2)(c)' },
  },
  sentence: {
    zh: '没有写明撤回同意的途径。',
    en: 'The text names no way to withdraw consent.',
  },
  mend: {
    zh: '在应用内提供与同意同样方便的撤回入口，写明菜单路径，并说明撤回的后果。',
    en: 'Offer an entry in the app that is as easy as agreeing was, give its menu path, and say what follows from withdrawing.',
  },
  find: ({ policy, saying, matches, endOf }) => {
    if (policy.withdrawals.length > 0) return [];
    const mentioned = saying(MENTIONED);
    if (mentioned.some(({ bare }) => matches(WAY, bare))) return [];
    const spoken = mentioned.slice(0, 1);
    if (spoken.length > 0)
      return together(spoken.map(({ span }) => span)).map((one) => ({ ...one, severity: 'warning' }));
    return [missingAt(endOf(...RIGHTS_TITLES))];
  },
};
