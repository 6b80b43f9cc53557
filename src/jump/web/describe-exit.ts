import { own } from '../../own.js';
import { TARGET_KINDS } from '../asked.js';
import type { JumpRequest, JumpWords } from '../model.js';
import { firstAttribute, type Exit } from './exit.js';

/** What an app knows of a target; shown beside the destination, never instead of it. */
export type JumpDescription = JumpWords & Pick<JumpRequest, 'kind'>;

const WORDS = ['name', 'operator', 'about', 'permissions', 'data'] as const;

/**
 * What is known of a target: by the app's `describe`, else by the link's `data-ming-*`, else by the link itself. Own
 * properties only. What nobody knows is undefined, and a kind that there is not is nothing known: a typing error takes no link away.
 */
export function describeExit({ elements, kind }: Exit, told: unknown): JumpDescription {
  const known: Record<string, unknown> = {
    kind: [own(told, 'kind'), firstAttribute(elements, 'data-ming-kind'), kind].find((each) =>
      TARGET_KINDS.includes(each),
    ),
    policy: own(told, 'policy') ?? policyOf(elements),
  };
  for (const word of WORDS) known[word] = own(told, word) ?? firstAttribute(elements, `data-ming-${word}`);
  return known;
}

const policyOf = (elements: readonly Element[]): JumpRequest['policy'] => {
  const title = firstAttribute(elements, 'data-ming-policy');
  const url = firstAttribute(elements, 'data-ming-policy-url');
  return title === undefined ? undefined : { title, ...(url !== undefined && { url }) };
};
