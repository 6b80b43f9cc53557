import { sampleEvent } from './sample-events.js';

/**
 * Arbitrary records that are no events, made with fast-check's `fc`: sound ones with one thing wrong, and anything at all.
 * Each keeps its place, so that it can be stored under it.
 */
export const unsoundRecord = (fc) => {
  const keys = Object.keys(sampleEvent()).filter((key) => key !== 'writer' && key !== 'sequence');
  const wrongValue = fc.oneof(
    fc.constantFrom(null, NaN, Infinity, -1, 0, '', true, '\ud800', 'x\udfff', [], {}, [['granted']]),
    fc.integer(),
    fc.object({ maxDepth: 2 }),
  );
  const wrong = fc
    .tuple(fc.constantFrom(...keys), wrongValue)
    .map(([key, value]) => sampleEvent({ [key]: value }));
  const lacking = fc.constantFrom(...keys).map((key) => {
    const { [key]: _, ...rest } = sampleEvent();
    return rest;
  });
  const surplus = fc.constantFrom('__proto__', 'constructor', 'extra', 'toJSON', 'until2').map((key) => {
    const record = sampleEvent();
    Object.defineProperty(record, key, { value: { granted: true }, enumerable: true });
    return record;
  });
  const newer = fc
    .integer({ min: 2, max: 99 })
    .map((version) => sampleEvent({ schema: `mingshi.event/${version}` }));
  const nested = fc
    .constantFrom('subject', 'request', 'policy')
    .map((key) => sampleEvent({ [key]: { ...sampleEvent()[key], __extra: 1 } }));
  const anything = fc.object({ maxDepth: 3 }).map((value) => {
    const { writer, sequence } = sampleEvent();
    return { ...value, writer, sequence };
  });
  return fc.oneof(wrong, lacking, surplus, newer, nested, anything);
};

/** Single records that are rare, or too large to make many of. */
export const rareRecords = () => [
  sampleEvent({ extra: 'x'.repeat(10_000_000) }),
  sampleEvent({ subject: { id: 'local-\ud800' } }),
  sampleEvent({ decision: 'granted', noticeHash: '' }),
  sampleEvent({ schema: 'mingshi.event/2', decision: 'granted' }),
  sampleEvent({ time: '2026-13-45' }),
];
