import { NOTICES, missingAt, type AuditRule } from '../rule.js';

/** The text does not say what happens when it changes. */
export const noChangeNotice: AuditRule = {
  id: 'R-N8',
  code: 'notice/no-change-notice',
  severity: 'info',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第14条第2款、第17条第2款；《网络数据安全管理条例》第22条第6项',
      en: 'PIPL art. 14(2) and 17(2); Network Data Security Regulations art. 22(6)',
    },
    gdpr: { zh: 'GDPR 第13条第3款', en: 'GDPR art. 13(3)' },
  },
  sentence: {
    zh: '没有写明政策变更时怎样告知、何时重新征得同意。',
    en: 'The text does not say how changes are told, and when consent is asked again.',
  },
  mend: {
    zh: '写明变更会告知变更的部分；目的、方式、种类变更的，重新取得同意。',
    en: 'Say that the changed part is shown, and that a new purpose, way or kind of information needs consent again.',
  },
  find: ({ says, endOf }) =>
    says({
      zh: /(?:更新|变更|修订|修改|调整|有变|变化|改动|(?:重新|再次)(?:征求|征得|取得))/,
      en: /\b(?:chang|updat|amend|revis|modif)/i,
    })
      ? []
      : [missingAt(endOf({ zh: /更新|变更/, en: /change|update/i }))],
};
