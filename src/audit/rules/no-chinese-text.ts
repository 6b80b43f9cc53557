import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** A text that is not Chinese, where nothing says that a Chinese one is shown too. */
export const noChineseText: AuditRule = {
  id: 'R-N3',
  code: 'notice/no-chinese-text',
  severity: 'info',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》一（难以阅读，如未提供简体中文版）',
      en: 'App violations method (2019), section 1 (hard to read, such as no version in simplified Chinese)',
    },
  },
  sentence: {
    zh: '文本不是简体中文；须另有简体中文版。',
    en: 'The text is not in simplified Chinese; there must be a version that is.',
  },
  mend: {
    zh: '提供简体中文版，并在配置的 languages 中列明。',
    en: 'Show a version in simplified Chinese, and name it under languages of the configuration.',
  },
  find: ({ language, configuration, head }) => {
    const shown = configuration.languages?.some((tag) => /^zh(?:-|$)/i.test(tag));
    return language === 'zh' || shown ? [] : [missingAt(head)];
  },
};
