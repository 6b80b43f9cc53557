import type { Policy, Span, ThirdParty } from '../../policy/model.js';
import { foldedName } from '../folded-name.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

/** Host of an address without `www.`; the digits of a phone number; undefined where it is neither. */
function keyOf(field: 'site' | 'privacyUrl' | 'contact', words: string): string | undefined {
  const bare = words.replace(/\s/g, '').toLowerCase();
  const host = /^(?:https?:\/\/)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)/.exec(bare)?.[1];
  if (field !== 'contact') return host;
  const digits = bare.replace(/\D/g, '');
  return bare.includes('@') || digits.length < 7 ? undefined : digits;
}

interface Holder {
  readonly company: string;
  readonly span: Span;
}

const companyOf = ({ company }: ThirdParty): string => foldedName(company?.text ?? '');

/** Two names of one company, or of one group: a common start of four letters says so. */
const isRelated = (first: string, second: string): boolean =>
  first === '' ||
  second === '' ||
  first.includes(second) ||
  second.includes(first) ||
  first.slice(0, 4) === second.slice(0, 4);

function shared(policy: Policy): readonly Found[] {
  const holders = new Map<string, Holder>();
  return policy.thirdParties.flatMap((party) =>
    (['contact', 'site', 'privacyUrl'] as const).flatMap((field): readonly Found[] => {
      const words = party[field];
      const key = words && keyOf(field, words.text);
      if (!words || key === undefined) return [];
      const earlier = holders.get(key);
      if (!earlier) holders.set(key, { company: companyOf(party), span: words.span });
      if (!earlier || isRelated(earlier.company, companyOf(party))) return [];
      return [{ span: words.span, also: [earlier.span], values: { what: words.text } }];
    }),
  );
}

/** Two companies have one phone number or one website: one of them is somebody else's. */
export const partySharedAddress: AuditRule = {
  id: 'R-N7',
  code: 'party/shared-address',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条（真实、准确、完整）、第23条（接收方的联系方式）',
      en: "PIPL art. 17 (truthfully, accurately, completely) and 23 (the recipient's contact)",
    },
  },
  sentence: {
    zh: '“{what}”也写在另一家公司的条目里：至少有一处是别人的。',
    en: '"{what}" stands in the entry of another company too: one of the two is somebody else\'s.',
  },
  mend: { zh: '核对两个条目的联系方式和网址。', en: 'Check the contacts and addresses of both entries.' },
  find: ({ policy }) => shared(policy),
};
