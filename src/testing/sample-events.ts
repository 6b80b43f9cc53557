import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { hex } from '../hash.js';
import { defaultPlatform } from '../platform.js';

/** 32 lower-case hex digits, random. */
export const sampleToken = (): string => hex(defaultPlatform().random(new Uint8Array(16)));

/** One sound event; `changes` overwrites any of its entries. */
export const sampleEvent = (changes: Partial<ConsentEvent> = {}): ConsentEvent => ({
  schema: 'mingshi.event/1',
  id: sampleToken(),
  time: '2026-11-22T10:00:00.000Z',
  subject: { id: 'local-00112233445566778899aabbccddeeff' },
  request: { id: 'sample', kind: 'general' },
  decision: 'granted',
  act: 'pointer',
  policyHash: `sha256:${'a'.repeat(64)}`,
  noticeHash: `sha256:${'b'.repeat(64)}`,
  policy: { id: 'sample', version: '1', language: 'zh-Hans' },
  validity: 'standing',
  visibility: 'unverified',
  writer: sampleToken(),
  sequence: 1,
  previous: '',
  supersedes: [],
  ...changes,
});

type Hash = (record: unknown) => Promise<string>;

/** A chain of sound events of one writer: `count` answers, granted and withdrawn in turn, each superseding the one before. */
export const sampleChain = async (
  hashRecord: Hash,
  count: number,
  changes: Partial<ConsentEvent> = {},
): Promise<readonly ConsentEvent[]> => {
  const writer = changes.writer ?? sampleToken();
  const events: ConsentEvent[] = [];
  for (let sequence = 1; sequence <= count; sequence++) {
    const before = events[events.length - 1];
    const decision = changes.decision ?? (sequence % 2 === 1 ? 'granted' : 'withdrawn');
    const supersedes = before ? [before.id] : (changes.supersedes ?? []);
    const previous = before ? await hashRecord(before) : '';
    events.push(sampleEvent({ ...changes, writer, sequence, previous, decision, supersedes }));
  }
  return events;
};

/** What is left of an event once its person was forgotten. */
export const sampleErased = async (event: ConsentEvent, hashRecord: Hash): Promise<ErasedEvent> => {
  const { writer, sequence, previous, time, request, decision, policyHash, policy } = event;
  const { id, kind } = request;
  const rest = { time, request: { id, kind }, decision, policyHash, policy };
  return { schema: 'mingshi.erased/1', writer, sequence, previous, hash: await hashRecord(event), ...rest };
};
