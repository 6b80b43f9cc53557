import type { ConsentEvent } from '../../consent/model.js';
import type { Asked } from './asked.js';
import type { ExportOptions } from './export-options.js';
import { partyOf } from './party.js';
import type { Statements } from './statements.js';
import { withoutUndefined } from './without-undefined.js';

/** Whose information it is: the person, or the child or other person they act for. */
export const dataSubjectOf = ({ subject }: ConsentEvent, options: ExportOptions): Record<string, unknown> => {
  const { actsFor, ageBand } = subject;
  const other = actsFor && actsFor.kind !== 'organisation' ? actsFor : undefined;
  const child = other?.kind === 'child' || (!other && ageBand === 'under-14');
  return {
    '@type': child ? 'dpv:Child' : 'dpv:DataSubject',
    'dct:identifier': other?.reference ?? options.subject?.(subject) ?? subject.id,
  };
};

/** Who decides, with every contact that is stated. */
export const controllerOf = (
  event: ConsentEvent,
  { policy }: Asked,
  options: ExportOptions,
  statements: Statements,
): Record<string, unknown> => {
  const { name, contact, address, email, phone, url } = partyOf(policy, options);
  const need = (words: string | undefined, field: string, option: string): string =>
    statements.need(words, { record: event.id, field, option });
  const contacts = [contact, phone, email, url].filter((words) => words !== undefined);
  const named = need(name, 'party name', 'controller.name');
  return withoutUndefined({
    '@type': 'dpv:DataController',
    'dct:identifier': url ?? named,
    'dpv:hasName': named,
    'dpv:hasAddress': need(address, 'party address', 'controller.address'),
    'dpv:hasContact':
      contacts.length > 0 ? contacts : [need(undefined, 'party contact', 'controller.contact')],
  });
};

/** The rights a text names, with their way and deadline. */
export const rightsOf = ({ policy }: Asked): readonly Record<string, unknown>[] =>
  (policy?.rights ?? []).map(({ kind, way, deadline }) =>
    withoutUndefined({
      '@type': 'dpv:DataSubjectRight',
      'skos:prefLabel': kind,
      'dpv:isExercisedAt': way.text,
      'mingshi:deadline': deadline?.text,
    }),
  );
