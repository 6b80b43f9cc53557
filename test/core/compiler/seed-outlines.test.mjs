import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { everyWords, sourceRange } from '../../support/policy-words.mjs';
import {
  filledThoughAbsent,
  reportOf,
  scoreFacts,
  scoreHeadings,
  totalOf,
  unsoundSpans,
} from '../../support/reading-score.mjs';
import { contactForm, hashWords } from '../../support/seed-reading.mjs';

const SEEDS = new URL('../../../../shared/seeds/', import.meta.url);
const READINGS = new URL('../../fixtures/seeds/', import.meta.url);
const absent = existsSync(SEEDS) ? false : 'the folder of real policies (../shared/seeds) is absent';

for (const name of readdirSync(READINGS).filter((file) => /^\d+\.json$/.test(file))) {
  const number = name.slice(0, 3);
  const reading = JSON.parse(readFileSync(new URL(name, READINGS), 'utf8'));
  const bytes = absent ? new Uint8Array() : new Uint8Array(readFileSync(new URL(reading.file, SEEDS)));
  const compiled = absent ? undefined : compilePolicy({ name: reading.file, mediaType: 'text/plain', bytes });
  const about = (title, body) => test(`${number}: ${title}`, { skip: absent }, body);

  about('the file is the one that was read', () => {
    assert.equal(createHash('sha256').update(bytes).digest('hex'), reading.sourceSha256);
  });

  about('kind and language are read off the text', async () => {
    const policy = await compiled;
    assert.deepEqual([policy.kind, policy.language], [reading.kind, reading.language]);
  });

  about('the top-level headings are exactly those of the body', async (t) => {
    const { top, deep } = scoreHeadings(await compiled, reading);
    const scores = new Map([
      ['headings, level 1', top],
      ['headings, deeper', deep],
    ]);
    for (const line of reportOf(number, scores).split('\n')) t.diagnostic(line);
    assert.deepEqual(top.notes, []);
  });

  about('no heading is taken from the table of contents', async () => {
    if (!reading.toc) return;
    const policy = await compiled;
    const starts = [...everyWords({ sections: policy.sections })].map(
      ({ span }) => sourceRange(policy, span)?.start,
    );
    assert.deepEqual(
      starts.filter((start) => start >= reading.toc.start && start < reading.toc.end),
      [],
    );
  });

  about("every fact's words stand at their span", async () => {
    assert.deepEqual(unsoundSpans(await compiled), []);
  });

  about('what the text does not say is absent', async () => {
    const policy = await compiled;
    assert.deepEqual(filledThoughAbsent(policy, reading.absent), []);
    const values = policy.contacts.map((contact) => hashWords(contactForm(contact.kind, contact.value)));
    for (const wrong of reading.notContacts ?? [])
      assert.ok(!values.includes(wrong.valueSha256), `contact at ${wrong.start}`);
    for (const wrong of reading.notPublisher ?? []) {
      assert.notEqual(policy.publisher && hashWords(policy.publisher.name.text), wrong.sha256);
    }
  });

  about('hidden text is no refusal, a definition or an exception no data and no sensitive item', async () => {
    const policy = await compiled;
    const words = [...everyWords(policy)];
    const within = (path, { start, end }) =>
      words.filter((one) => {
        const range = path.test(one.path) ? sourceRange(policy, one.span) : null;
        return range && range.start >= start && range.end <= end;
      });
    for (const range of reading.neverRefusal ?? []) assert.deepEqual(within(/refusal$/, range), []);
    for (const range of reading.neverData ?? []) assert.deepEqual(within(/^dataUses\.\d+\.data$/, range), []);
    for (const range of reading.neverSensitive ?? [])
      assert.deepEqual(within(/^sensitive\.items/, range), []);
  });

  about('facts are those of the careful reading', async (t) => {
    const scores = scoreFacts(await compiled, reading);
    for (const line of reportOf(number, scores).split('\n')) t.diagnostic(line);
    const total = totalOf(scores);
    assert.ok(total.precision >= 0.95, `precision ${total.precision}`);
    assert.ok(total.recall >= 0.95, `recall ${total.recall}`);
  });
}
