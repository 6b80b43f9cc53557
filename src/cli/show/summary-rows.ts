import type { Policy, Words } from '../../policy/model.js';
import { brief } from '../people/one-line.js';
import type { Tongue } from '../people/tongue.js';
import type { Row } from './sheet.js';
import type { Label, ShowWords } from './show-words.js';

/** This many are named, the others counted; each is cut at so many letters. */
const NAMED = 12;
const LONGEST = 60;

/** What the compiler found in a text, in lists. What the text does not say is left out. */
export function summaryRows(policy: Policy, words: ShowWords, tongue: Tongue): readonly Row[] {
  const lists: readonly (readonly [Label, readonly string[]])[] = [
    ['permissions', policy.permissions.map(({ name }) => name.text)],
    ['dataUses', policy.dataUses.map(({ data }) => data.text)],
    ['sensitive', texts(policy.sensitive.items)],
    ['thirdParties', policy.thirdParties.map(({ name }) => name.text)],
    ['crossBorder', texts(policy.crossBorder)],
    ['retention', texts(policy.retention)],
    ['withdrawals', policy.withdrawals.map(({ path, text }) => path?.text ?? text)],
    ['contacts', policy.contacts.map(({ value }) => value)],
  ];
  return lists.map(([label, items]) => ({ label: words.labels[label], value: listOf(items, words, tongue) }));
}

const texts = (list: readonly Words[]): readonly string[] => list.map(({ text }) => text);

function listOf(items: readonly string[], words: ShowWords, tongue: Tongue): string {
  const distinct = [...new Set(items.map((item) => brief(item, LONGEST)))];
  const more = distinct.length - NAMED;
  const named = distinct.slice(0, NAMED).join(tongue === 'zh' ? '；' : '; ');
  return more > 0 ? `${named}${words.more.replace('{count}', String(more))}` : named;
}
