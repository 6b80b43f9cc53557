import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textStorage } from '../../../build/src/storage/text-storage.js';
import { isConsentEvent } from '../../../build/src/event-shape.js';
import { core } from '../../support/core-build.mjs';
import { sampleChain } from '../../support/sample-events.js';
import { rareRecords, unsoundRecord } from '../../support/unsound-records.js';

const onTexts = (texts) =>
  textStorage(
    {
      check: () => undefined,
      get: (key) => texts.get(key),
      set: (key, text) => void texts.set(key, text),
      keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
    },
    'ledger/',
    { acknowledges: true, immediate: true, twoWay: false, durability: 'browser' },
  );

/** As JSON would have it written, whatever `__proto__` and lone surrogates make of it. */
const plant = (texts, records) => {
  for (const { key, text } of records) texts.set(`ledger/${key}`, text);
};

const sound = await sampleChain(core.hashRecord, 2, { decision: 'denied' });

/** What is read of the sound events with these among them. */
const readWith = async (records) => {
  const texts = new Map();
  const adapter = onTexts(texts);
  await adapter.append(sound);
  plant(texts, records);
  const before = [...texts];
  const read = await adapter.read();
  assert.deepEqual([...texts], before);
  return read;
};

const asText = (record) => ({ key: `${record.writer}/${record.sequence}`, text: JSON.stringify(record) });
const storable = (record) =>
  !isConsentEvent(record) || JSON.stringify(record) !== JSON.stringify({ ...record });

describe('bad records in a good store', () => {
  it('are counted and left, the others stay readable, and none is read as an answer: 10,000 of them', async () => {
    const many = fc.array(unsoundRecord(fc), { minLength: 40, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(many, async (records) => {
        const bad = records.map(asText).filter(({ text }) => !isConsentEvent(JSON.parse(text)));
        assert.ok(bad.length > records.length / 2);
        assert.deepEqual(await readWith(bad), { events: sound, unreadable: bad.length });
      }),
      { numRuns: 200 },
    );
  });

  it('may be torn JSON, or stand in the place of another', async () => {
    const text = JSON.stringify(sound[0]);
    const torn = Array.from({ length: text.length - 1 }, (_, end) => ({
      key: `${'c'.repeat(32)}/${end + 1}`,
      text: text.slice(0, end + 1),
    }));
    const moved = { key: `${'d'.repeat(32)}/1`, text };
    assert.deepEqual(await readWith([...torn, moved]), { events: sound, unreadable: torn.length + 1 });
  });

  it('may be huge, or rare', async () => {
    const bad = rareRecords().map(asText);
    assert.deepEqual(await readWith(bad), { events: sound, unreadable: bad.length });
  });

  it('control: a reader that takes every JSON for an event is found out', async () => {
    const records = fc.sample(unsoundRecord(fc), 100).filter(storable);
    const naive = records.map(asText).map(({ text }) => JSON.parse(text));
    assert.ok(naive.filter(({ decision }) => decision === 'granted').length > 20);
  });
});
