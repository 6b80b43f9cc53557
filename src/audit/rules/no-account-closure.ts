import { RIGHTS_TITLES, type Pattern } from '../document.js';
import { NOTICES, missingAt, type AuditRule } from '../rule.js';

const ACCOUNT: Pattern = {
  zh: /注册|登录|账号|帐号|账户|帐户/,
  en: /\b(?:sign in|log ?in|sign up|register (?:for|an|as|with)|registration|(?:your|an|my|user|each) account)\b/i,
};
const MENTIONED: Pattern = {
  zh: /注销|(?:删除|关闭|停用)[^。]{0,8}(?:账号|帐号|账户|帐户)/,
  en: /\b(?:clos|delet|terminat|cancel)\w*[^.]{0,40}\baccounts?\b|\baccounts?\b[^.]{0,20}\b(?:clos|delet|terminat|cancel)/i,
};

/** A service with accounts does not say how one is closed. */
export const noAccountClosure: AuditRule = {
  id: 'R-N5',
  code: 'rights/no-account-closure',
  severity: 'error',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《网络数据安全管理条例》第21条第1款第4项；《App 违法违规收集使用个人信息行为认定方法》六',
      en: 'Network Data Security Regulations art. 21(1)(4); App violations method (2019), section 6',
    },
  },
  sentence: {
    zh: '用户要登录使用，却没有写明怎样注销账号。',
    en: 'People sign in, and the text does not say how an account is closed.',
  },
  mend: {
    zh: '写明注销的途径、条件、期限（不超过15个工作日）和注销后信息的处理。',
    en: 'Say how an account is closed, on what conditions, how soon (15 working days at most), and what becomes of the information.',
  },
  find: ({ policy, says, endOf }) =>
    policy.rights.some(({ kind }) => kind === 'close-account') || !says(ACCOUNT) || says(MENTIONED)
      ? []
      : [missingAt(endOf(...RIGHTS_TITLES))],
};
