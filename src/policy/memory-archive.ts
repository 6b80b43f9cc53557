import { attempt } from '../attempt.js';
import type { Notice } from '../notice.js';
import type { PolicyArchive } from './archive.js';
import { inForce } from './in-force.js';
import type { Policy } from './model.js';

/** An archive that lasts as long as the page. Policies and notices are kept as they were when they were put. */
export const memoryArchive = (): PolicyArchive => {
  const policies = texts<Policy>();
  const notices = texts<Notice>();
  return {
    put: (policy) => attempt(() => policies.put(policy.hash, policy)),
    get: (hash) => attempt(() => policies.get(hash)),
    putNotice: (hash, notice) => attempt(() => notices.put(hash, notice)),
    getNotice: (hash) => attempt(() => notices.get(hash)),
    at: (date) => attempt(() => inForce(policies.all(), date)),
  };
};

/** Records as texts under their hash, each kept once. */
const texts = <T>() => {
  const kept = new Map<string, string>();
  const parse = (text: string): T => JSON.parse(text) as T;
  return {
    put: (hash: string, value: T): void => {
      if (!kept.has(hash)) kept.set(hash, JSON.stringify(value));
    },
    get: (hash: string): T | undefined => (kept.has(hash) ? parse(kept.get(hash) ?? '') : undefined),
    all: (): T[] => [...kept.values()].map(parse),
  };
};
