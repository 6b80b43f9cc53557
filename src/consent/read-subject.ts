import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import type { Subject } from './model.js';

const ageBands: readonly unknown[] = ['under-14', '14-17', 'adult', 'unknown'];
const principals: readonly unknown[] = ['organisation', 'child', 'other-person'];

/** A copy of a subject's own entries, since what stands in an event is frozen. Throws `engine/invalid-options`. */
export const readSubject = (value: unknown): Subject => {
  const actsFor = own(value, 'actsFor');
  const ageBand = own(value, 'ageBand');
  if (ageBand !== undefined && !ageBands.includes(ageBand)) throw invalid('ageBand', ageBands, ageBand);
  return {
    id: readText('id', own(value, 'id')),
    ...(actsFor !== undefined && { actsFor: readPrincipal(actsFor) }),
    ...(ageBand !== undefined && { ageBand: ageBand as NonNullable<Subject['ageBand']> }),
  };
};

/** Somebody whose age, or whom they act for, is said: the rules are about them. */
export const isSpecial = ({ ageBand, actsFor }: Subject): boolean =>
  ageBand !== undefined || actsFor !== undefined;

const readPrincipal = (value: unknown): NonNullable<Subject['actsFor']> => {
  const kind = own(value, 'kind');
  if (!principals.includes(kind)) throw invalid('actsFor.kind', principals, kind);
  const reference = readText('actsFor.reference', own(value, 'reference'));
  return { kind: kind as NonNullable<Subject['actsFor']>['kind'], reference };
};

const readText = (what: string, value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(what, ['text'], value);
};

const invalid = (what: string, allowed: readonly unknown[], value: unknown): ConsentError => {
  const sentence = `The options cannot be used: subject.${what} must be ${allowed.join(' or ')}.`;
  return new ConsentError('engine/invalid-options', sentence, value);
};
