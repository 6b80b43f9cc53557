import { crossBorderWords } from '../cross-border-words.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** It is denied that information goes abroad, beside words that describe it going. */
export const crossBorderContradicted: AuditRule = {
  id: 'R-C8',
  code: 'cross-border/contradicted',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条第1款（真实、准确、完整）、第39条',
      en: 'PIPL art. 17(1) (truthfully, accurately, completely) and 39',
    },
    gdpr: { zh: 'GDPR 第5条第1款(a)项、第13条第1款(f)项', en: 'GDPR art. 5(1)(a) and 13(1)(f)' },
  },
  sentence: {
    zh: '这里否认跨境传输，别处却描述了向境外提供。',
    en: 'Transfers abroad are denied here, and described elsewhere.',
  },
  mend: {
    zh: '写明哪些业务会出境，其余业务不出境。',
    en: 'Say which services send information abroad, and that the others do not.',
  },
  find: (document) => {
    const { described, announced, denied } = crossBorderWords(document);
    const also = [...described, ...announced].map(({ span }) => span);
    return also.length === 0 ? [] : denied.map(({ span }) => ({ span, also }));
  },
};
