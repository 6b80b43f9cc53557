import type { Pattern } from '../document.js';
import { CONSENTS, type AuditRule } from '../rule.js';

const DENIAL: Pattern = {
  zh: /(?:不会|不)(?:主动|故意|有意)?收集[^。]{0,12}(?:儿童|未成年人|十四周岁|14周岁)/,
  en: /\b(?:do|will|does) not (?:knowingly |intentionally )?(?:collect|process)\b[^.]{0,60}\b(?:child|minor|under (?:the age of )?1[3-8])/i,
};
/** The text lets them give information, with a guardian's consent. */
const ADMITTED: Pattern = {
  zh: /(?:十四周岁以下|不满十四周岁|未满十四周岁|未满14周岁|不满14周岁|14周岁以下|儿童)[^。]{0,80}(?:监护人|父母)[^。]{0,60}(?:同意|授权)[^。]{0,60}(?:使用|提供|收集)|经(?:过)?(?:父母|监护人)[^。]{0,8}同意[^。]{0,6}(?:而)?(?:收集|使用)[^。]{0,10}(?:儿童|未成年人)/,
  en: /\b(?:child|children|minors?|under (?:the age of )?1[3-6])\b[^.]{0,120}\b(?:guardian|parent)\w*\b[^.]{0,60}\b(?:consent|agree)/i,
};

/** It is said that children's information is never collected, beside rules for collecting it. */
export const minorsDenied: AuditRule = {
  id: 'R-C10',
  code: 'minors/denied-and-ruled',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款（真实、准确、完整）、第31条',
      en: 'PIPL art. 17(1) (truthfully, accurately, completely) and 31',
    },
  },
  sentence: {
    zh: '这里说不收集儿童的个人信息，别处又规定了儿童经监护人同意后提供信息。',
    en: "It is said here that children's information is not collected; elsewhere children may give it with a guardian's consent.",
  },
  mend: {
    zh: '二者只留其一；收集的，制定专门的儿童个人信息处理规则。',
    en: 'Keep one of the two; where it is collected, make rules of their own for children.',
  },
  find: ({ saying }) => {
    const admitted = saying(ADMITTED, DENIAL);
    if (admitted.length === 0) return [];
    return saying(DENIAL).map(({ span }) => ({ span, also: admitted.map((one) => one.span) }));
  },
};
