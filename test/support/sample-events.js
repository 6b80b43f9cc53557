/** A chain of sound events of one writer: `count` answers, each superseding the one before it. */
export const sampleChain = async (hashRecord, count, changes = {}) => {
  const writer = changes.writer ?? randomToken();
  const events = [];
  let previous = '';
  for (let sequence = 1; sequence <= count; sequence++) {
    const event = sampleEvent({
      ...changes,
      writer,
      sequence,
      previous,
      decision: changes.decision ?? (sequence % 2 === 1 ? 'granted' : 'withdrawn'),
      supersedes: sequence === 1 ? (changes.supersedes ?? []) : [events[sequence - 2].id],
    });
    events.push(event);
    previous = await hashRecord(event);
  }
  return events;
};

/** One sound event; `changes` overwrites any of its entries. */
export const sampleEvent = (changes = {}) => ({
  schema: 'mingshi.event/1',
  id: randomToken(),
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
  writer: randomToken(),
  sequence: 1,
  previous: '',
  supersedes: [],
  ...changes,
});

/** What is left of an event once its person was forgotten. */
export const erasedOf = async (event, hashRecord) => {
  const { writer, sequence, previous, time, request, decision, policyHash, policy } = event;
  return {
    schema: 'mingshi.erased/1',
    writer,
    sequence,
    previous,
    hash: await hashRecord(event),
    time,
    request: { id: request.id, kind: request.kind },
    decision,
    policyHash,
    policy,
  };
};

/** 32 lower-case hex digits. */
export const randomToken = () =>
  Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
