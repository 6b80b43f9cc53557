import { RIGHTS_TITLES, type Pattern } from '../document.js';
import { NOTICES, missingAt, type AuditRule } from '../rule.js';

const MENTIONED: Pattern = {
  zh: /复制权|(?:查阅|获取|申请|下载|导出)[^。]{0,4}[、和或及]?复制|复制[^。]{0,12}个人信息|信息[^。]{0,6}副本|下载[^，。]{0,8}(?:PDF|我的信息|个人信息|版本)|可携带|转移[^。]{0,10}(?:您的)?个人信息至/,
  en: /\bcop(?:y|ies) of (?:your|the|any)|portab|\bdownload your (?:data|information)|export your/i,
};

/** The right to a copy, and to have it moved, is given no way. */
export const noCopy: AuditRule = {
  id: 'R-N5',
  code: 'rights/no-copy',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第45条；《网络数据安全管理条例》第21条第1款第4项',
      en: 'PIPL art. 45; Network Data Security Regulations art. 21(1)(4)',
    },
    gdpr: { zh: 'GDPR 第15条第3款、第20条', en: 'GDPR art. 15(3) and 20' },
  },
  sentence: {
    zh: '没有写明怎样复制（取得副本）或者转移个人信息。',
    en: 'The text gives no way to get a copy of the personal information, or to have it moved.',
  },
  mend: {
    zh: '写明申请副本的途径、格式和期限。',
    en: 'Say how a copy is asked for, in what form it comes and how soon.',
  },
  find: ({ policy, says, endOf }) =>
    policy.rights.some(({ kind }) => kind === 'copy' || kind === 'transfer') || says(MENTIONED)
      ? []
      : [missingAt(endOf(...RIGHTS_TITLES))],
};
