import { atNames, hasLinkWords, listedParties, partiesLacking } from '../parties.js';
import { DOCUMENTS, type AuditRule } from '../rule.js';

/** A listed third party has no contact. Where it has a website, and the others have contacts, it is only told. */
export const partyNoContact: AuditRule = {
  id: 'R-N10',
  code: 'party/no-contact',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第23条（接收方的联系方式）',
      en: "PIPL art. 23 (the recipient's contact)",
    },
  },
  sentence: {
    zh: '清单中的第三方没有联系方式（共{count}个）。',
    en: 'A listed third party is given without a contact ({count} in all).',
  },
  mend: { zh: '写明电话、邮箱或者网址。', en: 'Give a phone number, an e-mail or a website.' },
  find: ({ policy }) => {
    const list = listedParties(policy);
    const column = 2 * list.filter(({ contact }) => contact).length >= list.length;
    const unreachable = partiesLacking(
      policy,
      (party) =>
        (party.contact ?? party.site ?? party.privacyUrl) !== undefined || hasLinkWords(policy, party),
    );
    const without = partiesLacking(policy, ({ contact }) => contact !== undefined);
    const blank = column ? without.filter((party) => !unreachable.includes(party)) : [];
    return [
      ...atNames(unreachable),
      ...atNames(blank).map((found) => ({ ...found, severity: 'info' as const })),
    ];
  },
};
