import type { ConsentEvent } from '../consent/model.js';
import { HOST_SCHEMA, type HostMessage } from './port.js';

/** The most a message may take as JSON in UTF-8: with a nonce beside it, it stays below 1 KB. */
export const MAX_MESSAGE_BYTES = 950;

/** How many superseded ids go along: enough for a receiver that missed some, little enough for 1 KB. */
const supersededIds = 4;

/**
 * What the native side is told of a choice: ids and hashes in at most 950 bytes of JSON, never the words or the person.
 * Undefined for what is no choice it can act on: a dismissal, a jump (where a person went is nobody's business), a
 * permission the system has not granted too, and a choice whose ids are too long.
 */
export const hostMessage = (event: ConsentEvent, namespace: string): HostMessage | undefined => {
  if (!isTold(event)) return undefined;
  for (let count = supersededIds; count >= 0; count--) {
    const message = write(event, namespace, count === 0 ? [] : event.supersedes.slice(-count));
    if (byteLength(message) <= MAX_MESSAGE_BYTES) return message;
  }
  return undefined;
};

/** The length of a value's JSON in UTF-8. */
export const byteLength = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** True for the choices the native side is told of, whatever their length. */
export const isTold = ({ decision, request, platform }: ConsentEvent): boolean =>
  decision !== 'dismissed' &&
  request.kind !== 'jump' &&
  (request.kind !== 'permission' || decision !== 'granted' || platform?.verdict === 'granted');

const write = (event: ConsentEvent, namespace: string, supersedes: readonly string[]): HostMessage => ({
  schema: HOST_SCHEMA,
  namespace,
  id: event.id,
  request: event.request.id,
  decision: event.decision,
  version: event.policy.version,
  ...(event.subject.actsFor === undefined ? {} : { actsFor: event.subject.actsFor.kind }),
  time: event.time,
  validity: event.validity,
  ...(event.until === undefined ? {} : { until: event.until }),
  policyHash: event.policyHash,
  noticeHash: event.noticeHash,
  writer: event.writer,
  sequence: event.sequence,
  supersedes,
});
