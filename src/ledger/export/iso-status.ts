import type { ConsentEvent, Decision } from '../../consent/model.js';
import { methodOf, type ExportOptions } from './export-options.js';
import { withoutUndefined } from './without-undefined.js';

const states: Readonly<Record<Exclude<Decision, 'requested'>, string>> = {
  granted: 'dpv:ConsentGiven',
  denied: 'dpv:ConsentRefused',
  dismissed: 'dpv:ConsentRequestDeferred',
  withdrawn: 'dpv:ConsentWithdrawn',
};

/** One event of a record: what happened, when, by whom, in which way, after which notice, and where it stands in its chain. */
export const statusOf = (event: ConsentEvent, options: ExportOptions): Record<string, unknown> =>
  withoutUndefined({
    '@id': `urn:mingshi:event:${event.id}`,
    '@type': typesOf(event),
    'dpv:isIndicatedAtTime': event.time,
    'dpv:isIndicatedBy': actorOf(event, options),
    'dpv:hasIndicationMethod': methodOf(event),
    'dpv:hasDuration': event.decision === 'granted' ? durationOf(event) : undefined,
    'dpv:hasNotice': event.noticeHash === '' ? undefined : { '@id': noticeId(event.noticeHash) },
    'dct:source': { '@id': textId(event.policyHash) },
    'mingshi:writer': event.writer,
    'mingshi:sequence': event.sequence,
    'mingshi:previous': event.previous,
    'mingshi:supersedes': event.supersedes.map((id) => ({ '@id': `urn:mingshi:event:${id}` })),
    'mingshi:systemAnswer': event.platform?.verdict,
  });

/** The notice on the screen, and the whole text, by their hashes. */
export const noticeId = (hash: string): string => `urn:mingshi:notice:${hash}`;
export const textId = (hash: string): string => `urn:mingshi:text:${hash}`;

/** What the app reports of an act elsewhere is a consent; how it was expressed, this record cannot say. */
const typesOf = ({ decision, act, request }: ConsentEvent): readonly string[] => {
  const state = states[decision as Exclude<Decision, 'requested'>];
  if (decision !== 'granted' || act === 'host') return [state];
  const solely = request.kind !== 'general' && request.kind !== 'jump';
  return [state, solely ? 'dpv:ExplicitlyExpressedConsent' : 'dpv:ExpressedConsent'];
};

const durationOf = ({ validity, until }: ConsentEvent): Record<string, unknown> => {
  if (validity === 'once') return { '@type': 'dpv:FixedOccurrencesDuration', 'rdf:value': '1' };
  return validity === 'until'
    ? { '@type': 'dpv:UntilTimeDuration', 'rdf:value': until }
    : { '@type': 'dpv:UntilEventDuration', 'rdf:value': 'the consent is withdrawn' };
};

const actorOf = ({ guardian, subject }: ConsentEvent, options: ExportOptions): Record<string, unknown> => {
  if (guardian) {
    const { reference, relation, verification } = guardian;
    return {
      '@type': 'dpv:GuardianOfDataSubject',
      'dct:identifier': reference,
      'mingshi:relation': relation,
      'mingshi:verification': verification,
    };
  }
  return { '@type': 'dpv:Entity', 'dct:identifier': options.subject?.(subject) ?? subject.id };
};
