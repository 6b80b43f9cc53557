import type { Pattern } from '../document.js';
import { CONSENTS, missingAt, type AuditRule } from '../rule.js';

/** In force with the date that is given. */
const SAME_DAY: Pattern = {
  zh: /自(?:发布|公布|更新)之?日起(?:即)?(?:生效|施行|实施)|(?:同日|当日)起?(?:生效|施行|实施)/,
  en: /\b(?:took|takes|taking) effect (?:on )?(?:the|that) same day|\beffective (?:on )?(?:the|that) same day/i,
};
/** A consent to one matter is in force once given. */
const ONCE_GIVEN: Pattern = {
  zh: /自[^，。]{0,16}(?:同意|签署|勾选|授权)[^，。]{0,12}起生效/,
  en: /\b(?:takes effect|is effective|is valid) (?:when|once|as soon as) you (?:agree|sign|tick|consent)/i,
};

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
  find: ({ policy, head, says }) => {
    const { effective, published, updated } = policy.dates;
    if (effective || (policy.kind === 'authorization' && says(ONCE_GIVEN))) return [];
    if ((published ?? updated) && says(SAME_DAY)) return [];
    return [{ ...missingAt(head), severity: (published ?? updated) ? 'info' : 'warning' }];
  },
};
