import { NOTICES, missingAt, type AuditRule } from '../rule.js';

/** The legal basis is not named. */
export const noLegalBasis: AuditRule = {
  id: 'R-N5',
  code: 'notice/no-legal-basis',
  severity: 'error',
  kinds: NOTICES,
  law: { gdpr: { zh: 'GDPR 第13条第1款(c)项、第6条', en: 'GDPR art. 13(1)(c) and 6' } },
  sentence: {
    zh: '没有写明处理个人信息的法律依据。',
    en: 'The legal basis of the processing is not named.',
  },
  mend: {
    zh: '逐项写明依据：同意、合同、法定义务、合法利益等。',
    en: 'Name for each purpose its basis: consent, contract, legal duty, legitimate interest or another.',
  },
  find: ({ says, endOf }) =>
    says({
      zh: /(?:法律|合法性)(?:依据|基础)|以[^。]{0,12}同意为依据|合法利益/,
      en: /\b(?:legal|lawful) bas[ei]s\b|\blegitimate interest|\bbas(?:is|ed on)\b[^.]{0,30}\bconsent\b|\b(?:necessary|required) (?:for|to)\b[^.]{0,30}\b(?:contract|legal)/i,
    })
      ? []
      : [missingAt(endOf({ zh: /目的|使用/, en: /use|purpose/i }))],
};
