import type { ConsentEvent, Subject } from './model.js';

/** Who answers in this engine, and whose events count as theirs. */
export interface Identity {
  readonly subject: Subject;
  readonly ids: ReadonlySet<string>;
}

const local = 'local-';

/** An id of this device's own making; it says nothing about the person. */
export const localSubjectId = (token: string): string => local + token;

/**
 * The subject the app names; else the one the ledger is about; else a local one. Two tabs opened before any answer draw two
 * local ids on one device: all local ids count as one person. Where the ledger holds several named people and the app names
 * none, none of their answers counts.
 */
export const identify = (
  given: Subject | undefined,
  events: readonly ConsentEvent[],
  drawn: string,
): Identity => {
  if (given) return { subject: given, ids: new Set([given.id]) };
  const known = new Set(events.map((event) => event.subject.id));
  const [only] = known;
  if (known.size === 1 && only !== undefined) return { subject: { id: only }, ids: known };
  const locals = [...known].filter((id) => id.startsWith(local)).sort();
  return { subject: { id: locals[0] ?? drawn }, ids: new Set([...locals, drawn]) };
};
