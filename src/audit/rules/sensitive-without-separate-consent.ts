import type { Pattern } from '../document.js';
import { FACE } from '../face-data.js';
import { sensitiveData } from '../sensitive-data.js';
import { SENSITIVE } from '../sensitive-words.js';
import { asksSeparately } from '../separate-consent.js';
import { NOTICES, together, type AuditRule } from '../rule.js';

const MATTER: Pattern = {
  zh: new RegExp(`敏感|${FACE.zh.source}|${SENSITIVE.zh.source}|位置`),
  en: new RegExp(`sensitive|${FACE.en.source}|${SENSITIVE.en.source}`, 'i'),
};

/** Sensitive information is taken under the general consent. */
export const sensitiveWithoutSeparateConsent: AuditRule = {
  id: 'R-C7',
  code: 'consent/sensitive-without-separate-consent',
  severity: 'warning',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第28条、第29条；《网络数据安全管理条例》第22条第2项；GB/T 45574-2025（敏感个人信息的范围）',
      en: 'PIPL art. 28 and 29; Network Data Security Regulations art. 22(2); GB/T 45574-2025 (what is sensitive)',
    },
    gdpr: { zh: 'GDPR 第9条第2款(a)项', en: 'GDPR art. 9(2)(a)' },
  },
  sentence: {
    zh: '处理敏感个人信息，却没有写明会取得单独同意。',
    en: 'Sensitive personal information is handled, and no separate consent for it is spoken of.',
  },
  mend: {
    zh: '在收集之前单独征得同意，一项一页，可以拒绝，并在此写明。',
    en: 'Ask separately before collecting it, one purpose on one screen that can be refused, and say so here.',
  },
  find: (document) => {
    const { matches, configuration } = document;
    if (configuration.separateConsents?.includes('sensitive') || asksSeparately(document, MATTER)) return [];
    return together(
      sensitiveData(document)
        .filter(({ text }) => matches(SENSITIVE, text))
        .map(({ span }) => span),
    );
  },
};
