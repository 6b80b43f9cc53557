import type { ConsentEvent } from '../../consent/model.js';
import { distinct, type Asked, type AskedUse } from './asked.js';
import type { ExportOptions } from './export-options.js';
import { textId } from './iso-status.js';
import type { Statements } from './statements.js';
import { withoutUndefined } from './without-undefined.js';

/** What would be done with the information: one process a text, and within it one for each use the text tells apart. */
export const processOf = (
  event: ConsentEvent,
  asked: Asked,
  options: ExportOptions,
  statements: Statements,
): Record<string, unknown> => {
  const { uses } = asked;
  const record = event.id;
  const words = `requests.${event.request.id}`;
  const stated = uses.some(({ purpose }) => purpose !== undefined);
  const used = uses.map((use) => {
    const purpose = { record, field: 'purpose', option: `${words}.purpose` };
    const data = { record, field: 'pii information', option: `${words}.data` };
    return withoutUndefined({
      'dpv:hasPurpose': [purposeOf(statements.needUnless(stated, use.purpose, purpose))],
      'dpv:hasPersonalData': [dataOf(statements.need(use.data, data), use)],
      'dpv:hasService': use.service,
    });
  });
  const [first] = used;
  return {
    '@type': 'dpv:Process',
    'dct:source': { '@id': textId(event.policyHash) },
    ...(used.length === 1
      ? first
      : { 'dpv:hasProcess': used.map((one) => ({ '@type': 'dpv:Process', ...one })) }),
    'dpv:hasProcessing': processingOf(event),
    'dpv:hasStorageCondition': storageOf(event, asked, options, statements),
    ...recipientsOf(uses),
  };
};

const purposeOf = (words: string): Record<string, unknown> => ({
  '@type': 'dpv:Purpose',
  'skos:prefLabel': words,
});

const dataOf = (words: string, { sensitive }: AskedUse): Record<string, unknown> => ({
  '@type': sensitive ? 'dpv:SensitivePersonalData' : 'dpv:PersonalData',
  'skos:prefLabel': words,
});

/** An empty list says that nobody is named: the shape wants the entry in any case. */
const recipientsOf = (uses: readonly AskedUse[]): Record<string, unknown> => ({
  'dpv:hasRecipient': distinct(uses.flatMap(({ recipients }) => recipients)).map((name) => ({
    '@type': 'dpv:ThirdParty',
    'dpv:hasName': name,
  })),
});

const processingOf = ({ request }: ConsentEvent): readonly string[] => {
  switch (request.basis) {
    case 'provide':
      return ['dpv:Share'];
    case 'publish':
      return ['dpv:MakeAvailable'];
    case 'export':
      return ['dpv:Transfer'];
    default:
      return request.kind === 'jump' ? ['dpv:Share'] : ['dpv:Collect', 'dpv:Use'];
  }
};

const storageOf = (
  event: ConsentEvent,
  { policy }: Asked,
  { storageLocation, retention }: ExportOptions,
  statements: Statements,
): readonly Record<string, unknown>[] => {
  const texts = (words: readonly { readonly text: string }[] | undefined): readonly string[] =>
    distinct(words?.map(({ text }) => text));
  const places = storageLocation === undefined ? texts(policy?.crossBorder) : [storageLocation];
  const terms = retention === undefined ? texts(policy?.retention) : [retention];
  const record = event.id;
  const needed = {
    place: { record, field: 'storage locations', option: 'storageLocation' },
    term: { record, field: 'retention period', option: 'retention' },
  };
  return [
    ...statements.needSome(places, needed.place).map((place) => ({
      '@type': 'dpv:StorageLocation',
      'dpv:hasLocation': locationOf(place),
    })),
    ...statements.needSome(terms, needed.term).map((term) => ({
      '@type': 'dpv:StorageDuration',
      'dpv:hasDuration': { '@type': 'dpv:Duration', 'rdf:value': term },
    })),
  ];
};

/** A code of ISO 3166 as the vocabulary's own term, other words as they are. */
export const locationOf = (words: string): string =>
  /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/.test(words) ? `loc:${words}` : words;
