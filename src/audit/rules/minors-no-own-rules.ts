import { everySection, type Pattern } from '../document.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

const UNDER_14: Pattern = {
  zh: /(?:不满|未满|小于|低于)\s*(?:14|十四)\s*周岁|(?:14|十四)\s*周岁以下|儿童/,
  en: /\bunder (?:the age of )?(?:14|fourteen)\b|\bchildren\b|\b(?:a|any|the|your) child\b/i,
};
const OWN_RULES: Pattern = {
  zh: /(?:专门|单独)[^。]{0,16}(?:规则|政策|声明)|《[^》]{0,20}儿童[^》]{0,20}》(?!等法律)|儿童(?:个人信息|隐私)(?:保护)?(?:规则|政策|声明|指引)/,
  en: /\b(?:own|separate|dedicated|special) (?:rules|policy|notice)\b|\bchildren.s (?:privacy )?(?:policy|notice)/i,
};
const KEPT_OUT: Pattern = {
  zh: /(?:请)?(?:不要|勿|不得|不能)[^。]{0,12}(?:使用|注册)|不会?(?:主动|故意)?收集|不(?:会)?向[^。]{0,24}(?:提供|开放|销售|出售)/,
  en: /\b(?:not|never)\b[^.]{0,40}\b(?:use|intended|directed|meant|aimed|collect|sell)|\bnot for (?:anyone|children|people|persons|kids|users) (?:under|below|younger)/i,
};

/** Only what is done with information that came by mistake: it does not say that children may use it. */
const BY_MISTAKE: Pattern = {
  zh: /误收|(?:发现|未经|没有)[^。]{0,40}(?:收集|采集)[^。]{0,30}删除/,
  en: /\b(?:find|learn|believe|think|discover|know)\b[^.]{0,100}\b(?:collected|given|provided|sent)\b/i,
};

/** Children under 14 may use it, and have no rules of their own. */
export const minorsNoOwnRules: AuditRule = {
  id: 'R-C10',
  code: 'minors/no-own-rules',
  severity: 'info',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第31条第2款；《网络数据安全管理条例》第21条第2款（专门的个人信息处理规则）',
      en: 'PIPL art. 31(2); Network Data Security Regulations art. 21(2) (rules of their own)',
    },
  },
  sentence: {
    zh: '不满十四周岁的儿童可以使用，却没有专门的个人信息处理规则。',
    en: 'Children under 14 may use it, and there are no rules of their own for them.',
  },
  mend: {
    zh: '制定专门规则：目的、方式、范围、存储、安全、拒绝的后果、投诉、更正和删除。',
    en: 'Make such rules: purpose, way, scope, storage, security, what refusing means, complaints, correction and deletion.',
  },
  find: ({ policy, says, matches }) => {
    const { statements } = policy.minors;
    const under = statements.filter(({ text }) => matches(UNDER_14, text));
    const chapter = everySection(policy.sections).some(({ title }) => matches(UNDER_14, title.text));
    if (policy.kind === 'children-policy' || chapter || says(OWN_RULES)) return [];
    if (statements.some(({ text }) => matches(KEPT_OUT, text))) return [];
    if (under.every(({ text }) => matches(BY_MISTAKE, text.replace(/\s/g, ' ')))) return [];
    return together(under.map(({ span }) => span));
  },
};
