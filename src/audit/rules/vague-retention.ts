import type { Pattern } from '../document.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** A number of years or days, or an event that ends the period. */
const DEFINITE: Pattern = {
  zh: /[\d〇零一二两三四五六七八九十半]+ ?(?:年|个月|个?工作日|日|天|小时)|注销|终止|结束|完成|卸载|期间内|立即删除/,
  en: /\d+ ?(?:years?|months?|days?|hours?)|\b(?:one|two|three|five|six|seven|ten) (?:years?|months?|days?)|clos|terminat|end of|delet(?:ed|e) (?:it )?(?:at once|immediately|as soon)|as soon as/i,
};

/** How long is said only by words of the law. */
export const vagueRetention: AuditRule = {
  id: 'R-N5',
  code: 'notice/vague-retention',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款第2项；《网络数据安全管理条例》第21条第1款第3项（难以确定的，应当明确确定方法）',
      en: 'PIPL art. 17(1)(2); Network Data Security Regulations art. 21(1)(3) (where no period can be set, how it is set)',
    },
    gdpr: { zh: 'GDPR 第13条第2款(a)项', en: 'GDPR art. 13(2)(a)' },
  },
  sentence: {
    zh: '保存期限只重复了法律的说法（“最短时间”“必要期限”），没有期限，也没有结束期限的事件。',
    en: 'The period is only said in the words of the law ("the shortest time necessary"): no number, and no event that ends it.',
  },
  mend: {
    zh: '给出期限，或者给出结束期限的事件，例如“自账户注销之日起保存三年”。',
    en: 'Give a number, or the event that ends the period, such as three years after the account is closed.',
  },
  find: ({ policy, matches }) => {
    const periods = policy.retention;
    if (periods.some(({ text }) => matches(DEFINITE, text.replace(/\s/g, ' ')))) return [];
    return together(periods.map(({ span }) => span));
  },
};
