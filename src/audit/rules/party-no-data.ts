import { atNames, leftover, partiesLacking } from '../parties.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** Letters that no field took, from which on the entry may say it in other words. */
const MUCH = 4;

/** A listed third party has no kinds of information. */
export const partyNoData: AuditRule = {
  id: 'R-N7',
  code: 'party/no-data',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二；《个人信息保护法》第23条（个人信息的种类）',
      en: 'App violations method (2019), section 2; PIPL art. 23 (kinds of personal information)',
    },
  },
  sentence: {
    zh: '清单中的第三方没有写明得到哪些个人信息（共{count}个）。',
    en: 'A listed third party is given without the kinds of information it gets ({count} in all).',
  },
  mend: {
    zh: '逐项列明；不收集的，写明“不收集个人信息”。',
    en: 'List them one by one; where it gets none, say so.',
  },
  find: ({ policy }) => {
    const lacking = partiesLacking(
      policy,
      ({ data, permissions, shared }) => (data ?? permissions ?? shared) !== undefined,
    );
    return atNames(
      lacking.filter((one) => leftover(policy, one).replace(/[\s\d\p{P}\p{S}]/gu, '').length < MUCH),
    );
  },
};
