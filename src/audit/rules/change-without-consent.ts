import type { Pattern } from '../document.js';
import { DOCUMENTS, together, type AuditRule } from '../rule.js';

const AT_ONCE: Pattern = {
  zh: /(?:公布|发布|公告|公示|上线|更新)(?:后|之日起|时起)?[^，。]{0,4}(?:即|立即|即时|即刻)(?:生效|适用)/,
  en: /\b(?:chang|updat|amend|revis)\w*\b[^.]{0,80}\b(?:effective|in force|appl(?:y|ies)|take effect)\b[^.]{0,20}\b(?:immediately|at once|upon (?:posting|publication)|when (?:posted|published)|as soon as)/i,
};

/** Changes are in force as they are published: nobody is asked again. */
export const changeWithoutConsent: AuditRule = {
  id: 'R-N8',
  code: 'notice/change-at-once',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第14条第2款（目的、方式、种类变更的，重新取得同意）、第17条第2款；《网络数据安全管理条例》第22条第6项',
      en: 'PIPL art. 14(2) (consent again when purpose, way or kinds change) and 17(2); Network Data Security Regulations art. 22(6)',
    },
    gdpr: { zh: 'GDPR 第13条第3款、第4条第11项', en: 'GDPR art. 13(3) and 4(11)' },
  },
  sentence: {
    zh: '变更一经公布就生效，没有重新征得同意。',
    en: 'Changes are in force as they are published; nobody is asked again.',
  },
  mend: {
    zh: '写明生效前告知变更的部分；目的、方式、种类变更的，重新征得同意后才适用。',
    en: 'Tell the changed part beforehand; a new purpose, way or kind of information applies after consent only.',
  },
  find: ({ saying, language }) =>
    together(
      saying(AT_ONCE, { zh: /文字|不影响/, en: /\b(?:wording|not affect)\b/i }).flatMap((sentence) => {
        const match = AT_ONCE[language].exec(sentence.bare);
        return match ? [sentence.spanOf(match.index, match.index + match[0].length)] : [];
      }),
    ),
};
