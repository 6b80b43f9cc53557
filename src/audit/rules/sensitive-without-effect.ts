import type { Pattern } from '../document.js';
import { FACE } from '../face-data.js';
import { sensitiveData } from '../sensitive-data.js';
import { SENSITIVE } from '../sensitive-words.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** Words that tell what handling the information, or a leak of it, may do to the person. */
const EFFECT: Pattern = {
  zh: /一旦(?:泄[露漏]|发生泄露|被泄露|遭到泄露)|(?:泄[露漏]|滥用|被冒用)[^。]{0,30}(?:可能|会)[^。]{0,30}(?:危害|损害|受到|导致|造成|使您)|权益(?:的)?影响(?:重大|较大)?|(?:可能)?(?:危害|损害)[^。]{0,10}(?:人身|财产|人格尊严)/,
  en: /\b(?:leak|misus|disclos|unlawful|compromis)\w*\b[^.]{0,100}\b(?:harm|endanger|lose|loss|stolen|theft|harass|discriminat|expose|risk)/i,
};

/** Sensitive information is taken, and its effect on the person is not told. What only some standards call sensitive is told as a note. */
export const sensitiveWithoutEffect: AuditRule = {
  id: 'R-N6',
  code: 'notice/sensitive-without-effect',
  severity: 'error',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第30条；《网络数据安全管理条例》第21条第1款第2项',
      en: 'PIPL art. 30; Network Data Security Regulations art. 21(1)(2)',
    },
  },
  sentence: {
    zh: '处理敏感个人信息，却没有写明必要性以及对个人权益的影响。',
    en: 'Sensitive personal information is handled, and the text says neither why that is necessary nor what it may do to the person.',
  },
  mend: {
    zh: '逐项写明为什么必须处理，泄露或者滥用会给个人带来什么影响，并用粗体标出。',
    en: 'For each item say why it is needed and what a leak or misuse may do, and set it in bold.',
  },
  find: (document) => {
    const { policy, says, matches } = document;
    const items = sensitiveData(document);
    if (items.length === 0 || says(EFFECT)) return [];
    const certain =
      policy.sensitive.statements.length > 0 ||
      items.some(({ text }) => [FACE, SENSITIVE].some((one) => matches(one, text)));
    return together(items.map(({ span }) => span)).map((one) =>
      certain ? one : { ...one, severity: 'info' },
    );
  },
};
