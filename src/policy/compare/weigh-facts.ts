import { own } from '../../own.js';
import type { Words } from '../model.js';
import type { ChangeReason, FactChange, FactName, ReasonCode } from './changes.js';
import { longestDays, withoutDurations } from './durations.js';
import { tellsException, tellsStaying } from './handling-words.js';
import { compareItems, itemKeys } from './list-items.js';
import type { Side } from './side.js';
import type { Slips } from './slips.js';
import { keyOfWords, tokensOf } from './tokens.js';
import { wordChanges } from './word-changes.js';

/** What it means when more, or something else, is said in a part of a fact. A part that is not here asks nothing of anybody. */
const FIELD_CODES: Partial<Record<FactName, Readonly<Record<string, ReasonCode>>>> = {
  permission: { purpose: 'new-purpose' },
  'third-party': {
    name: 'new-recipient',
    company: 'new-recipient',
    purpose: 'new-purpose',
    scene: 'new-purpose',
    data: 'new-data',
    shared: 'new-data',
    permissions: 'new-permission',
    sharing: 'new-way',
    background: 'new-way',
  },
  'data-use': { function: 'new-purpose', data: 'new-data', purpose: 'new-purpose', background: 'new-way' },
  publisher: { name: 'new-publisher' },
};

const ADDED_CODES: Partial<Record<FactName, ReasonCode>> = {
  permission: 'new-permission',
  'third-party': 'new-recipient',
  'data-use': 'new-purpose',
  sensitive: 'new-data',
  publisher: 'new-publisher',
};

/** Words longer than this are no fact: whether they say the same is not looked into. */
const LONGEST = 10000;

/** Weighs the changes of facts: which ask for consent again, and why. */
export class FactScale {
  readonly #knownData: ReadonlySet<string>;
  readonly #sides: readonly [Side, Side];
  readonly #slips: Slips;

  constructor(sides: readonly [Side, Side], slips: Slips) {
    const { dataUses, thirdParties, sensitive } = sides[0].policy;
    const lists = [
      ...dataUses.map(({ data }) => data),
      ...thirdParties.flatMap((one) => [own(one, 'data'), own(one, 'shared')] as (Words | undefined)[]),
      ...sensitive.items,
    ];
    this.#knownData = new Set(lists.flatMap((words) => (words ? [...itemKeys(words.text)] : [])));
    this.#sides = sides;
    this.#slips = slips;
  }

  weigh(change: FactChange, data?: Words): ChangeReason[] {
    const { fact, before, after } = change;
    if (fact === 'retention') return this.#retention(before, after);
    if (fact === 'cross-border') return this.#crossBorder(before, after);
    if (change.change === 'added') return this.#added(change, data);
    if (change.change === 'removed') return [];
    if (fact === 'sensitive') return this.#listChange('new-data', change);
    const code = FIELD_CODES[fact]?.[change.field ?? ''];
    return code ? this.#listChange(code, change) : [];
  }

  #added({ fact, after }: FactChange, data: Words | undefined): ChangeReason[] {
    const code = ADDED_CODES[fact];
    if (!code) return [];
    if (fact === 'sensitive' && after && this.#knows(after)) return [];
    const reasons = [reason(code, undefined, after)];
    if (fact === 'data-use' && data && !this.#knows(data)) reasons.push(reason('new-data', undefined, data));
    return reasons;
  }

  #knows(data: Words): boolean {
    return [...itemKeys(data.text)].every((key) => this.#knownData.has(key));
  }

  #listChange(code: ReasonCode, change: FactChange): ChangeReason[] {
    const { before, after } = change;
    if (!after || (before && this.#same(before, after))) return [];
    const { added, removed, onlyReworded } = compareItems(before?.text ?? '', after.text);
    if (added.length === 0 || saysNone(after.text)) return [];
    const named = change.field === 'name' || change.field === 'company';
    const doubtful =
      !named && onlyReworded && added.length <= removed.length && longestDays(after.text) === undefined;
    return [reason(doubtful ? 'unclear' : code, before, after)];
  }

  #retention(before: Words | undefined, after: Words | undefined): ChangeReason[] {
    if (before && after && this.#same(before, after)) return [];
    const [old, young] = [longestDays(before?.text ?? ''), longestDays(after?.text ?? '')];
    if (before && after && old === young && sameButTimes(before, after)) return [];
    const longer = old !== undefined && young !== undefined && young > old;
    return [reason(longer ? 'longer-retention' : 'changed-retention', before, after)];
  }

  #crossBorder(before: Words | undefined, after: Words | undefined): ChangeReason[] {
    if (before && after && this.#same(before, after)) return [];
    const promised = before !== undefined && tellsStaying(before.text);
    if (!after) return promised ? [reason('cross-border', before, after)] : [];
    if (tellsStaying(after.text) && !tellsException(after.text)) return [];
    return [reason('cross-border', before, after)];
  }

  #same(before: Words, after: Words): boolean {
    if (before.text.length + after.text.length > LONGEST) return false;
    const [left, right] = this.#sides;
    const changes = wordChanges(tokensOf(left.text, before.span), tokensOf(right.text, after.span));
    return changes.every((change) => this.#slips.isSlip(change));
  }
}

const sameButTimes = (before: Words, after: Words): boolean =>
  keyOfWords(withoutDurations(before.text)) === keyOfWords(withoutDurations(after.text));

const NONE =
  /^\W*(?:无|没有|不涉及|none|nothing|not applicable|n\/a)\W*$|不共享|不收集|\bnothing (?:is )?shared|\bnot shared/i;

const saysNone = (words: string): boolean => NONE.test(words);

const reason = (code: ReasonCode, before: Words | undefined, after: Words | undefined): ChangeReason => ({
  code,
  ...(before && { before: before.span }),
  ...(after && { after: after.span }),
});
