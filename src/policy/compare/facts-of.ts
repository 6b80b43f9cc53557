import { own } from '../../own.js';
import type { DataUse, Policy, Span, Words } from '../model.js';
import type { FactName } from './changes.js';
import { thirdPartyFields } from '../third-party-fields.js';
import { keyOfWords } from './tokens.js';

export interface FactField {
  readonly field: string | undefined;
  readonly words: Words;
}

/** A fact of any kind: what tells it from others of its kind, the words it is found by, and its parts. */
export interface Fact {
  readonly name: FactName;
  readonly key: string;
  readonly words: Words;
  readonly fields: readonly FactField[];
}

type Parts = Readonly<Record<string, Words | undefined>>;

const PERMISSION = ['name', 'purpose', 'refusal'];
const USE = ['function', 'data', 'purpose', 'refusal', 'background'];
const RIGHT = ['way', 'deadline'];
const DATES = ['published', 'updated', 'effective'];

/** Only the parts that are known, and the fact's own: a policy may carry fields of a later version, a page those of a prototype. */
const partsOf = (record: object, names: readonly string[]): Parts =>
  Object.fromEntries(names.map((name) => [name, own(record, name) as Words | undefined]));

function fact(name: FactName, key: string, words: Words, parts: Parts = {}): Fact {
  const fields = Object.keys(parts).flatMap((field) => {
    const part = parts[field];
    return part ? [{ field, words: part }] : [];
  });
  return { name, key, words, fields };
}

/** A fact that is one statement. */
const statement = (name: FactName, words: Words): Fact => ({
  name,
  key: keyOfWords(words.text),
  words,
  fields: [{ field: undefined, words }],
});

const wordsAt = ({ text }: Policy, span: Span): Words => ({ text: text.slice(span.start, span.end), span });

/** Every fact of a policy that a comparison tells of. */
export const factsOf = (policy: Policy): Fact[] => [
  ...headFacts(policy),
  ...policy.permissions.map((one) => fact('permission', one.kind, one.name, partsOf(one, PERMISSION))),
  ...policy.thirdParties.map((one) =>
    fact('third-party', keyOfWords(one.name.text), one.name, partsOf(one, thirdPartyFields)),
  ),
  ...policy.dataUses.map(dataUse),
  ...statementFacts(policy),
  ...policy.rights.map((one) => fact('right', one.kind, one.way, partsOf(one, RIGHT))),
  ...policy.withdrawals.map(({ text, span, ...more }) =>
    fact('withdrawal', keyOfWords(text), { text, span }, { way: { text, span }, ...partsOf(more, ['path']) }),
  ),
  ...policy.contacts.map(({ kind, span }) => {
    const words = wordsAt(policy, span);
    return fact('contact', `${kind}\u0001${keyOfWords(words.text)}`, words, { [kind]: words });
  }),
];

function dataUse(use: DataUse): Fact {
  const parts = partsOf(use, USE);
  const words = parts['function'] ?? use.data;
  return fact('data-use', keyOfWords(words.text), words, parts);
}

function headFacts(policy: Policy): Fact[] {
  const dates = partsOf(policy.dates, DATES);
  const dated = DATES.flatMap((field) => {
    const words = dates[field];
    return words ? [fact('date', field, words, { [field]: words })] : [];
  });
  const named = (['publisher', 'app'] as const).flatMap((name) => {
    const words = own(own(policy, name), 'name') as Words | undefined;
    return words ? [fact(name, '', words, { name: words })] : [];
  });
  return [...dated, ...named];
}

const statementFacts = (policy: Policy): Fact[] => [
  ...policy.sensitive.items.map((words) => statement('sensitive', words)),
  ...policy.crossBorder.map((words) => statement('cross-border', words)),
  ...policy.retention.map((words) => statement('retention', words)),
  ...policy.separateConsents.map((words) => statement('separate-consent', words)),
  ...policy.alternatives.map((words) => statement('alternative', words)),
  ...policy.exemptions.map((words) => statement('exemption', words)),
  ...policy.jumps.map((words) => statement('jump', words)),
  ...policy.minors.statements.map((words) => statement('minors', words)),
];
