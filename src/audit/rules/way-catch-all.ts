import { DOCUMENTS, together, type AuditRule } from '../rule.js';

/** The ways a third party handles information are left open. */
export const wayCatchAll: AuditRule = {
  id: 'R-N7',
  code: 'party/way-catch-all',
  severity: 'info',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二（逐一列出方式）；《个人信息保护法》第23条',
      en: 'App violations method (2019), section 2 (each way listed); PIPL art. 23',
    },
  },
  sentence: {
    zh: '第三方的处理方式以“等”结尾，没有列全。',
    en: 'The ways a third party handles information end in "etc.".',
  },
  mend: { zh: '列全处理方式。', en: 'List every way.' },
  find: ({ policy }) =>
    together(
      policy.thirdParties
        .flatMap(({ sharing }) =>
          sharing && /等$|\betc\.?$/i.test(sharing.text.trim()) ? [sharing.span] : [],
        )
        .filter(({ start }, index, all) => all.findIndex((one) => one.start === start) === index),
    ),
};
