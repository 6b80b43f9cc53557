import { atNames, leftover, partiesLacking } from '../parties.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** Letters that no field took, from which on the entry may say it in other words. */
const MUCH = 4;

/** A listed third party has no purpose. */
export const partyNoPurpose: AuditRule = {
  id: 'R-N7',
  code: 'party/no-purpose',
  severity: 'error',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《App 违法违规收集使用个人信息行为认定方法》二（逐一列出目的、方式、范围）；《个人信息保护法》第23条',
      en: 'App violations method (2019), section 2 (each with purpose, way and scope); PIPL art. 23',
    },
    gdpr: { zh: 'GDPR 第13条第1款(c)(e)项', en: 'GDPR art. 13(1)(c) and (e)' },
  },
  sentence: {
    zh: '清单中的第三方没有写明目的（共{count}个）。',
    en: 'A listed third party is given without a purpose ({count} in all).',
  },
  mend: { zh: '写明该第三方为什么得到这些信息。', en: 'Say what it gets the information for.' },
  find: ({ policy }) => {
    const lacking = partiesLacking(policy, ({ purpose, scene }) => (purpose ?? scene) !== undefined);
    return atNames(
      lacking.filter((one) => leftover(policy, one).replace(/[\s\d\p{P}\p{S}]/gu, '').length < MUCH),
    );
  },
};
