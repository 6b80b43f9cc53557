import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** No date says from when the text is in force. One that has another date is only told. */
export const noEffectiveDate: AuditRule = {
  id: 'R-N5',
  code: 'notice/no-effective-date',
  severity: 'warning',
  kinds: CONSENTS,
  law: {
    pipl: {
      zh: 'GB/T 35273-2020 附录D（隐私政策模板）；《个人信息保护法》第17条第2款（变更须告知，须能分清版本）',
      en: 'GB/T 35273-2020 Annex D (policy template); PIPL art. 17(2) (changes must be told, so versions must be told apart)',
    },
    gdpr: {
      zh: 'GDPR 第5条第2款、第7条第1款（须能证明对哪一版本表示了同意）',
      en: 'GDPR art. 5(2) and 7(1) (which version was agreed to must be provable)',
    },
  },
  sentence: {
    zh: '没有生效日期：分不清哪一版本从何时起适用。',
    en: 'There is no effective date: nobody can tell which version applies since when.',
  },
  mend: {
    zh: '在标题下写明“生效日期：×年×月×日”，并写明版本号和更新日期。',
    en: 'Write the effective date under the title, with the version and the date of the last change.',
  },
  find: ({ policy, head }) => {
    const { effective, published, updated } = policy.dates;
    if (effective) return [];
    return [{ ...missingAt(head), severity: (published ?? updated) ? 'info' : 'warning' }];
  },
};
