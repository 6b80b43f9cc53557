import type { Policy, Right } from '../../../policy/model.js';
import { isVersionByDate } from './facts.js';
import { gaps } from './gaps.js';
import type { Entry, Part } from './summary.js';
import { ours, type Teller } from './teller.js';
import type { Incomplete, SummaryWords } from './words.js';

type Subject = Exclude<keyof SummaryWords['unsaid'], 'unsaid' | 'marked'>;

/** Whether a policy says anything of a subject. */
const SAYS: Readonly<Record<Subject, (policy: Policy) => boolean>> = {
  title: ({ title }) => title !== undefined,
  publisher: ({ publisher }) => publisher !== undefined,
  app: ({ app }) => app !== undefined,
  date: ({ dates }) => dates.published !== undefined || dates.updated !== undefined,
  effective: ({ dates }) => dates.effective !== undefined,
  version: (policy) => policy.version !== undefined && !isVersionByDate(policy),
  permissions: ({ permissions }) => permissions.length > 0,
  parties: ({ thirdParties }) => thirdParties.length > 0,
  uses: ({ dataUses }) => dataUses.length > 0,
  sensitive: ({ sensitive }) => sensitive.items.length + sensitive.statements.length > 0,
  crossBorder: ({ crossBorder }) => crossBorder.length > 0,
  retention: ({ retention }) => retention.length > 0,
  minors: ({ minors }) => minors.ages.length + minors.statements.length > 0,
  rights: ({ rights }) => rights.length > 0,
  withdrawals: ({ withdrawals }) => withdrawals.length > 0,
  contacts: ({ contacts }) => contacts.length > 0,
  separateConsents: ({ separateConsents }) => separateConsents.length > 0,
  alternatives: ({ alternatives }) => alternatives.length > 0,
  jumps: ({ jumps }) => jumps.length > 0,
  exemptions: ({ exemptions }) => exemptions.length > 0,
};

const INCOMPLETE: readonly Incomplete[] = [
  'permission-purpose',
  'permission-refusal',
  'party-company',
  'party-purpose',
  'party-data',
  'party-contact',
  'party-link',
  'use-purpose',
  'use-refusal',
  'right-deadline',
];

/** Everything that was not found, in one place. */
export function unsaidPart(teller: Teller): Part {
  const { policy, words } = teller;
  const subjects = (Object.keys(SAYS) as Subject[]).filter((subject) => !SAYS[subject](policy));
  const sentences = [
    ...subjects.map((subject) => words.unsaid[subject]),
    ...rightsUnsaid(policy, words),
    ...gaps(teller, INCOMPLETE),
  ];
  const entries = sentences.map((sentence): Entry => ({ head: ours(sentence), fields: [] }));
  return teller.part('unsaid', entries, { lead: entries.length > 0 ? [words.unsaidLead] : [] });
}

/** Rights without a word, where others have one. A way to withdraw is told with the withdrawals too. */
function rightsUnsaid({ rights, withdrawals }: Policy, words: SummaryWords): string[] {
  const { rights: names, unsaidRights, labels } = words;
  const said = new Set(rights.map(({ kind }) => kind));
  if (said.size === 0) return [];
  if (withdrawals.length > 0) said.add('withdraw');
  const missing = (Object.keys(names) as Right['kind'][]).filter((kind) => !said.has(kind));
  if (missing.length === 0) return [];
  return [`${unsaidRights}${labels.colon}${missing.map((kind) => names[kind]).join(labels.comma)}`];
}
