import type { Pattern } from '../document.js';
import { NOTICES, type AuditRule } from '../rule.js';

const ENDS: Pattern = {
  zh: /(?:不同意|不接受|无法接受|拒绝接受|未同意)[^。]{0,40}?(?:政策|条款|声明|内容|修改|修订|变更|更新)[^。]{0,24}?(?:停止使用|停止访问|退出(?:应用|App)|无法(?:使用|获得|继续|享受)[^，。]{0,12}服务|不能(?:使用|继续)|请勿使用|不要使用)/,
  en: /\bif you (?:do not|don't|disagree|cannot)\b[^.]{0,60}\b(?:agree|accept|policy|terms|change)[^.]{0,60}\b(?:stop using|do not use|may not use|must not use|cannot use|discontinue)\b/i,
};
const SPARED: Pattern = {
  zh: /有权停止|不影响|仍(?:可|然|能)|仅(?:限|能使用)?基本功能|原先|可以继续|部分(?:功能|服务)|对应的?(?:功能|服务)/,
  en: /\b(?:still|not affect|basic functions?|some (?:functions|services)|new functions?)\b/i,
};

/** Refusing the policy ends the service, whatever it needs. */
export const refusalEndsService: AuditRule = {
  id: 'R-C5',
  code: 'consent/refusal-ends-service',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第16条；《常见类型移动互联网应用程序必要个人信息范围规定》第4条',
      en: 'PIPL art. 16; Rules on necessary personal information for common apps, art. 4',
    },
    gdpr: { zh: 'GDPR 第7条第4款', en: 'GDPR art. 7(4)' },
  },
  sentence: {
    zh: '不同意就不能使用：没有给不同意的人留下基本功能。',
    en: 'Those who refuse must leave: no basic functions are left to them.',
  },
  mend: {
    zh: '写明不同意时仍可使用的基本功能；只停用确实需要该信息的功能。',
    en: 'Say which basic functions stay, and stop only those that need the information.',
  },
  find: ({ saying, language }) =>
    saying(ENDS, SPARED).flatMap((sentence) => {
      const match = ENDS[language].exec(sentence.bare);
      return match ? [{ span: sentence.spanOf(match.index, match.index + match[0].length) }] : [];
    }),
};
