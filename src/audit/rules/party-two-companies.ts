import type { Policy, ThirdParty, Words } from '../../policy/model.js';
import { foldedName } from '../folded-name.js';
import { OWNERS } from '../owners.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

/** A company's full name in brackets after a product's. */
const BRACKETED = /[（(]([^（(]*(?:[（(][^（()）]*[)）])?[^（()）]*(?:公司|Inc|Ltd|LLC|GmbH)\.?)[)）]/;

/** The company in the name is not the one in the entry. */
function namedAnother(name: Words, company: Words): string | undefined {
  const inside = BRACKETED.exec(name.text)?.[1];
  if (inside === undefined) return undefined;
  const [first, second] = [inside, company.text].map((one) => foldedName(one).replace(/股份|责任/g, ''));
  if (first === undefined || second === undefined) return undefined;
  return first.includes(second) || second.includes(first) ? undefined : inside;
}

/** The name is one owner's brand, and the company another owner's. */
function ownedByAnother(name: Words, company: Words): boolean {
  const owners = OWNERS.filter(({ brand }) => brand.test(name.text));
  const known = OWNERS.some(({ companies }) => companies.test(company.text));
  return owners.length > 0 && known && !owners.some(({ companies }) => companies.test(company.text));
}

function contradiction({ name, company }: ThirdParty): readonly Found[] {
  if (!company) return [];
  const values = { name: name.text.replace(/\s+/g, ' '), company: company.text.replace(/\s+/g, ' ') };
  if (ownedByAnother(name, company))
    return [{ span: name.span, also: [company.span], values, severity: 'error' }];
  return namedAnother(name, company) === undefined ? [] : [{ span: name.span, also: [company.span], values }];
}

const contradictions = ({ thirdParties }: Policy): readonly Found[] => thirdParties.flatMap(contradiction);

/** An entry is named as one company's and described as another's. Both are shown; which is right is for the author. */
export const partyTwoCompanies: AuditRule = {
  id: 'R-N7',
  code: 'party/two-companies',
  severity: 'warning',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '《个人信息保护法》第17条（真实、准确、完整）、第23条（接收方的名称）',
      en: "PIPL art. 17 (truthfully, accurately, completely) and 23 (the recipient's name)",
    },
    gdpr: { zh: 'GDPR 第5条第1款(a)项、第13条第1款(e)项', en: 'GDPR art. 5(1)(a) and 13(1)(e)' },
  },
  sentence: {
    zh: '名称“{name}”与第三方主体“{company}”不是同一家：不知道信息给了谁。',
    en: 'The entry is called "{name}" and its company is "{company}": nobody can tell who gets the information.',
  },
  mend: {
    zh: '核对这一条目，改正名称或者主体。',
    en: 'Check the entry, and correct the name or the company.',
  },
  find: ({ policy }) => contradictions(policy),
};
