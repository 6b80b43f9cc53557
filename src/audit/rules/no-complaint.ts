import { NOTICES, missingAt, type AuditRule } from '../rule.js';

/** The right to complain to an authority is not named. */
export const noComplaint: AuditRule = {
  id: 'R-N5',
  code: 'rights/no-complaint',
  severity: 'info',
  kinds: NOTICES,
  law: {
    pipl: {
      zh: '《个人信息保护法》第50条、第65条；《App 违法违规收集使用个人信息行为认定方法》六（投诉、举报渠道）',
      en: 'PIPL art. 50 and 65; App violations method (2019), section 6 (a channel for complaints)',
    },
    gdpr: { zh: 'GDPR 第13条第2款(d)项', en: 'GDPR art. 13(2)(d)' },
  },
  sentence: {
    zh: '没有写明向谁投诉、举报。',
    en: 'The text does not say where to complain.',
  },
  mend: {
    zh: '写明投诉的渠道、期限和监管部门。',
    en: 'Name the channel, how soon it is answered, and the authority.',
  },
  find: ({ policy, says, endOf }) =>
    policy.rights.some(({ kind }) => kind === 'complain') ||
    says({ zh: /投诉|举报|申诉|起诉|诉讼/, en: /\b(?:complain|lodge|supervisory authority|court)/i })
      ? []
      : [missingAt(endOf({ zh: /联系|权利/, en: /contact|rights/i }))],
};
