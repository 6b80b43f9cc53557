import type { Contact, Policy, Span, ThirdParty, Words } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import { clauseAt } from './clause-at.js';
import { contactWords } from './contact-words.js';
import { mainRights } from './main-rights.js';
import { rightWords } from './right-words.js';
import type { SUMMARY_ICONS } from './summary-icon.js';

/** A label of ours (empty where none is needed) and the policy's words; undefined where the policy does not state them. */
type Detail = readonly [label: string, text: string | undefined];

/** One line of the summary and where its words stand in the policy. */
export interface SummaryLine {
  readonly span: Span;
  readonly title: string;
  /** True where the title is a label of ours, not the policy's words. */
  readonly ours?: boolean;
  readonly details: readonly Detail[];
}

export interface SummaryGroup {
  readonly icon: keyof typeof SUMMARY_ICONS;
  readonly title: string;
  /** Empty where nothing was found. */
  readonly lines: readonly SummaryLine[];
}

/** The groups of the summary in the order a person needs them. A group without lines is there to say that nothing was found. */
export function summaryGroups(policy: Policy): readonly SummaryGroup[] {
  const parties = policy.thirdParties.length;
  return [
    group('data', msg('Information collected', { id: 'policy-summary.data' }), dataLines(policy)),
    group(
      'permissions',
      msg('Device permissions', { id: 'policy-summary.permissions' }),
      permissionLines(policy),
    ),
    group(
      'parties',
      msg(str`Third parties: ${parties}`, { id: 'policy-summary.parties' }),
      policy.thirdParties.map((party) => line(party.name, party.name.text, ...partyDetails(party))),
    ),
    group(
      'background',
      msg('Collected in the background', { id: 'policy-summary.background' }),
      backgroundLines(policy),
    ),
    group(
      'sensitive',
      msg('Sensitive information', { id: 'policy-summary.sensitive' }),
      sensitiveLines(policy),
    ),
    group(
      'withdrawal',
      msg('How to withdraw', { id: 'policy-summary.withdrawal' }),
      plainLines(policy.withdrawals.map((one) => one.path ?? one)),
    ),
    group('rights', msg('Your rights', { id: 'policy-summary.rights' }), rightLines(policy)),
    group('contact', msg('Contact', { id: 'policy-summary.contact' }), contactLines(policy)),
  ];
}

function group(icon: SummaryGroup['icon'], title: string, lines: readonly SummaryLine[]): SummaryGroup {
  return { icon, title, lines };
}

function line({ span }: Words, title: string, ...details: readonly Detail[]): SummaryLine {
  return { span, title, details };
}

/** What a named function collects first: that is what a person uses the app for. */
function dataLines({ dataUses }: Policy): readonly SummaryLine[] {
  const named = dataUses.filter((one) => one.function);
  const others = dataUses.filter((one) => !one.function);
  return [...named, ...others].map(({ function: use, data }) =>
    use ? line(data, use.text, ['', data.text]) : line(data, data.text),
  );
}

function permissionLines(policy: Policy): readonly SummaryLine[] {
  const why = msg('What for', { id: 'policy-summary.purpose' });
  const refused = msg('If refused', { id: 'policy-summary.refusal' });
  return policy.permissions.map(({ name, purpose, refusal }) =>
    line(name, name.text, [why, purpose?.text], [refused, refusal?.text]),
  );
}

/** A policy's way of writing that a table's cell has nothing in it. */
const NONE = /^(无|暂无|没有|不涉及|不适用|none|n\/?a|[-–—/]+)[。.]?$/i;

/** What goes to a third party; where the policy writes "none", the company it is. */
function partyDetails({ name, company, shared, data }: ThirdParty): readonly Detail[] {
  const given = (shared ?? data)?.text;
  if (given === undefined || !NONE.test(given.trim())) return [['', given]];
  return company && company.text !== name.text ? [['', company.text]] : [];
}

/** The data uses and recipients that say so, else the clauses about it. */
function backgroundLines(policy: Policy): readonly SummaryLine[] {
  const uses = policy.dataUses.map(({ background, data }) => ({ background, of: data.text }));
  const parties = policy.thirdParties.map(({ background, name }) => ({ background, of: name.text }));
  const said = [...uses, ...parties].flatMap(({ background, of }) =>
    background ? [line(background, of, ['', background.text])] : [],
  );
  return said.length > 0 ? said : plainLines(clausesAbout(policy, 'background'));
}

function sensitiveLines({ sensitive }: Policy): readonly SummaryLine[] {
  return plainLines(sensitive.items.length > 0 ? sensitive.items : sensitive.statements);
}

function rightLines({ rights }: Policy): readonly SummaryLine[] {
  return mainRights(rights).map(({ kind, way }) => ({
    span: way.span,
    title: rightWords(kind),
    ours: true,
    details: [],
  }));
}

const CONTACT_ORDER: readonly Contact['kind'][] = ['phone', 'email', 'address', 'url', 'person', 'other'];

/** Each contact once, with what it is; those of the clauses about contact first, the quick ways before the slow. */
function contactLines(policy: Policy): readonly SummaryLine[] {
  const place = ({ kind, span }: Contact): number => {
    const clause = policy.clauses.find(({ id }) => id === clauseAt(policy, span));
    return CONTACT_ORDER.indexOf(kind) + (clause?.topics.includes('contact') ? 0 : CONTACT_ORDER.length);
  };
  const each = new Map([...policy.contacts].reverse().map((contact) => [contact.value, contact]));
  return [...each.values()]
    .reverse()
    .sort((a, b) => place(a) - place(b))
    .map(({ kind, value, span }) => ({
      span,
      title: contactWords(kind),
      ours: true,
      details: [['', value]],
    }));
}

/** Words as lines, each said once. */
function plainLines(all: readonly Words[]): readonly SummaryLine[] {
  return [...new Map(all.map((words) => [words.text, line(words, words.text)])).values()];
}

function clausesAbout(policy: Policy, topic: Policy['clauses'][number]['topics'][number]): readonly Words[] {
  return policy.clauses
    .filter(({ topics }) => topics.includes(topic))
    .map(({ span }) => ({ span, text: policy.text.slice(span.start, span.end) }));
}
