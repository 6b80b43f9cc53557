import { attempt } from '../attempt.js';
import type { PolicyArchive } from './archive.js';
import { inForce } from './in-force.js';
import type { Policy } from './model.js';

/** An archive that lasts as long as the page. Policies are kept as they were when they were put. */
export const memoryArchive = (): PolicyArchive => {
  const kept = new Map<string, string>();
  const parse = (text: string): Policy => JSON.parse(text) as Policy;
  return {
    put: (policy) =>
      attempt(() => {
        if (!kept.has(policy.hash)) kept.set(policy.hash, JSON.stringify(policy));
      }),
    get: (hash) => attempt(() => (kept.has(hash) ? parse(kept.get(hash) ?? '') : undefined)),
    at: (date) => attempt(() => inForce([...kept.values()].map(parse), date)),
  };
};
