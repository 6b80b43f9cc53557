import type { ConsentEvent } from './consent/model.js';

/** Where an event, or what is left of it, stands in the ledger. */
export type Place = Pick<ConsentEvent, 'writer' | 'sequence'>;

/** An event's place in the ledger, in words: its writer and its sequence. */
export const placeOf = ({ writer, sequence }: Place): string => `${writer}/${sequence}`;

/** Orders events by writer, then sequence; twins at one place by id. */
export const comparePlaces = (a: ConsentEvent, b: ConsentEvent): number =>
  compare(a.writer, b.writer) || a.sequence - b.sequence || compare(a.id, b.id);

/** Orders strings by their UTF-16 code units. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
