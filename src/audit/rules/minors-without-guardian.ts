import type { Pattern } from '../document.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

const GUARDIAN: Pattern = {
  zh: /(?:监护人|父母|家长)[^。]{0,40}(?:同意|授权|许可|指导下)|(?:同意|授权)[^。]{0,12}(?:监护人|父母)|由[^，。]{0,8}(?:监护人|父母|家长)[^，。]{0,8}(?:添加|注册|办理|建卡|开通|操作)/,
  en: /\b(?:guardian|parent)\w*\b[^.]{0,80}\b(?:consent|agree|permi|authori[sz])|\bconsent\b[^.]{0,40}\b(?:guardian|parent)|\b(?:parents?|guardians?) (?:can|may|must|have to) (?:book|register|sign up|add|create|set up)\b/i,
};
/** They are kept out, so nobody need consent for them. */
const KEPT_OUT: Pattern = {
  zh: /(?:请)?(?:不要|勿|不得|不能|无法)[^。]{0,12}使用|不(?:会)?(?:向|为|面向|对)[^。]{0,24}(?:提供|开放|收集|销售|出售)|不(?:允许|得|能|可以?)[^。]{0,12}(?:注册|开户|购买)|不会[^。]{0,8}收集|仅(?:面)?向[^。]{0,6}(?:成年|十八)/,
  en: /\b(?:not|never)\b[^.]{0,40}\b(?:use|intended|directed|meant|aimed|offered|provide|collect|sell)|\bnot for (?:anyone|children|people|persons|kids|users) (?:under|below|younger)/i,
};

/** Minors are spoken of, and no guardian's consent is. */
export const minorsWithoutGuardian: AuditRule = {
  id: 'R-C10',
  code: 'minors/no-guardian-consent',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第31条第1款；《儿童个人信息网络保护规定》第9条',
      en: "PIPL art. 31(1); Provisions on children's personal information online, art. 9",
    },
    gdpr: { zh: 'GDPR 第8条第1款', en: 'GDPR art. 8(1)' },
  },
  sentence: {
    zh: '写到了未成年人，却没有写明取得父母或者其他监护人的同意。',
    en: 'Minors are spoken of, and the consent of a parent or guardian is not.',
  },
  mend: {
    zh: '写明不满十四周岁的由监护人同意，怎样核实，并给监护人拒绝的选项。',
    en: 'Say that a guardian consents for those under 14, how that is checked, and that the guardian can refuse.',
  },
  find: ({ policy, says, matches }) => {
    const { statements } = policy.minors;
    if (statements.length === 0 || says(GUARDIAN)) return [];
    if (statements.some(({ text }) => matches(KEPT_OUT, text.replace(/\s+/g, ' ')))) return [];
    return together(statements.map(({ span }) => span));
  },
};
