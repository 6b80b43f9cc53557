import { crossBorderWords } from '../cross-border-words.js';
import { asksSeparately } from '../separate-consent.js';
import { CONSENTS, together, type AuditRule } from '../rule.js';

/** Information goes abroad, or may, and only a plain consent is spoken of. */
export const crossBorderWithoutSeparateConsent: AuditRule = {
  id: 'R-C7',
  code: 'cross-border/without-separate-consent',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第39条（取得个人的单独同意）；《网络数据安全管理条例》第22条第2项',
      en: 'PIPL art. 39 (separate consent); Network Data Security Regulations art. 22(2)',
    },
  },
  sentence: {
    zh: '向境外提供个人信息须取得单独同意，文本只写了同意。',
    en: 'Sending personal information abroad needs separate consent; the text speaks of consent at most.',
  },
  mend: {
    zh: '写明“取得您的单独同意”，并用单独的页面征得。',
    en: 'Say that separate consent is obtained, on a screen of its own.',
  },
  find: (document) => {
    if (document.configuration.separateConsents?.includes('cross-border')) return [];
    if (asksSeparately(document, { zh: /境外|跨境|出境/, en: /abroad|overseas|cross-border|outside/i }))
      return [];
    const { described, announced } = crossBorderWords(document);
    return together([...described, ...announced].map(({ span }) => span));
  },
};
