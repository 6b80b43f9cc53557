import type { Policy } from '../../../policy/model.js';
import type { Teller } from './teller.js';
import { waysOf } from './ways.js';
import type { Incomplete } from './words.js';

type Test = (policy: Policy) => readonly boolean[];

/** For each thing of a kind whether it lacks what is counted. */
const LACKS: Readonly<Record<Incomplete, Test>> = {
  'permission-purpose': ({ permissions }) => permissions.map((one) => !one.purpose),
  'permission-refusal': ({ permissions }) => permissions.map((one) => !one.refusal),
  'party-company': ({ thirdParties }) => thirdParties.map((one) => !one.company),
  'party-purpose': ({ thirdParties }) => thirdParties.map((one) => !one.purpose),
  'party-data': ({ thirdParties }) => thirdParties.map((one) => !one.data && !one.shared),
  'party-contact': ({ thirdParties }) => thirdParties.map((one) => !one.contact),
  'party-link': ({ thirdParties }) => thirdParties.map((one) => !one.privacyUrl && !one.site),
  'use-purpose': ({ dataUses }) => dataUses.map((one) => !one.purpose),
  'use-refusal': ({ dataUses }) => dataUses.map((one) => !one.refusal),
  'right-deadline': (policy) => waysOf(policy).map(([one]) => !one.deadline),
};

/** Sentences that count what is missing; none about what is complete. */
export function gaps(teller: Teller, kinds: readonly Incomplete[]): string[] {
  return kinds.flatMap((kind) => {
    const lacks = LACKS[kind](teller.policy);
    const missing = lacks.filter(Boolean).length;
    return missing === 0 ? [] : [teller.words.incomplete[kind](missing, lacks.length)];
  });
}
