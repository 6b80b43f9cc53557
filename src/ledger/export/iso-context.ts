/**
 * What the prefixes of a record stand for. `dpv` is the W3C Data Privacy Vocabulary, `mingshi` what it has no word for: where
 * an event stands in its chain.
 */
export const ISO_CONTEXT = {
  dpv: 'https://w3id.org/dpv#',
  loc: 'https://w3id.org/dpv/loc#',
  dct: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  schema: 'https://schema.org/',
  mingshi: 'urn:mingshi:terms:',
} as const;

/** The profile a record conforms to: the schema version that ISO/IEC TS 27560 wants named. */
export const ISO_PROFILE = 'https://w3id.org/dpv/schema/dpv-27560#record';
