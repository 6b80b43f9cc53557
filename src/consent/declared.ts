import { ConsentError } from '../errors.js';
import { isRecord, own } from '../own.js';
import type { Policy } from '../policy/model.js';

/** A policy the app declares, with what the rules need of it, read once: later changes of the object are without effect. */
export interface Declared {
  readonly policy: Policy;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly language: string;
  readonly text: string;
  readonly material: boolean;
  /** `YYYY-MM-DD`. */
  readonly effective: string | undefined;
}

/** The version of a policy that states none. */
export const unversioned = 'unversioned';

/**
 * Reads `policies`: each a policy, or `{policy, material}`. Throws `policy/unknown-schema`, `engine/invalid-policy`, and
 * `engine/duplicate-policy` where two have the same id.
 */
export const readDeclared = (value: unknown): ReadonlyMap<string, Declared> => {
  if (!Array.isArray(value)) throw invalid('they must be a list', value);
  const declared = new Map<string, Declared>();
  for (const entry of value as readonly unknown[]) {
    const policy = readOne(entry);
    if (declared.has(policy.id)) {
      throw new ConsentError('engine/duplicate-policy', `Two policies have the id ${policy.id}.`, policy.id);
    }
    declared.set(policy.id, policy);
  }
  return declared;
};

const readOne = (entry: unknown): Declared => {
  const policy = own(entry, 'policy') ?? entry;
  const schema = own(policy, 'schema');
  if (schema !== 'mingshi.policy/1') {
    throw new ConsentError('policy/unknown-schema', 'The schema must be mingshi.policy/1.', schema);
  }
  const text = (key: string, found = own(policy, key)): string => {
    if (typeof found === 'string' && found !== '') return found;
    throw invalid(`${key} must be text`, found);
  };
  const material = own(entry, 'material') ?? true;
  if (typeof material !== 'boolean') throw invalid('material must be a boolean', material);
  const effective = own(own(own(policy, 'dates'), 'effective'), 'iso');
  return {
    policy: policy as Policy,
    id: text('id'),
    version: text('version', own(policy, 'version') ?? unversioned),
    hash: text('hash'),
    language: text('language'),
    text: text('text'),
    material,
    effective: typeof effective === 'string' ? effective : undefined,
  };
};

const invalid = (what: string, value: unknown): ConsentError =>
  new ConsentError(
    'engine/invalid-policy',
    `The policies cannot be used: ${what}.`,
    isRecord(value) ? undefined : value,
  );
