import { atNames, hasLinkWords, partiesLacking } from '../parties.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** A listed third party's own policy cannot be found. */
export const partyNoLink: AuditRule = {
  id: 'R-N10',
  code: 'party/no-policy-link',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '工信部信管函〔2021〕292号（与第三方共享清单）；市场通行的 SDK 清单九项之一',
      en: "MIIT letter 292 (2021), list of sharing; one of the nine fields of the market's SDK lists",
    },
  },
  sentence: {
    zh: '清单中的第三方没有隐私政策链接（共{count}个）。',
    en: 'A listed third party is given without a link to its privacy policy ({count} in all).',
  },
  mend: { zh: '附上该第三方隐私政策的网址。', en: 'Add the address of its privacy policy.' },
  find: ({ policy }) =>
    atNames(partiesLacking(policy, (party) => party.privacyUrl !== undefined || hasLinkWords(policy, party))),
};
