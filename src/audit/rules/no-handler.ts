import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** The text does not say whose policy it is. */
export const noHandler: AuditRule = {
  id: 'R-N5',
  code: 'notice/no-handler',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款第1项；《网络数据安全管理条例》第21条第1款第1项',
      en: 'PIPL art. 17(1)(1); Network Data Security Regulations art. 21(1)(1)',
    },
    gdpr: { zh: 'GDPR 第13条第1款(a)项', en: 'GDPR art. 13(1)(a)' },
  },
  sentence: {
    zh: '没有写明个人信息处理者的名称：读者不知道在向谁授权。',
    en: 'The text does not name the organisation that handles the personal information: nobody can tell whom they agree with.',
  },
  mend: {
    zh: '在开头写明处理者的全称，例如“××有限公司（下称‘我们’）”。',
    en: 'Name the handler in full at the beginning, as it is registered.',
  },
  find: ({ policy, head }) => (policy.publisher ? [] : [missingAt(head)]),
};
