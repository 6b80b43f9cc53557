import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { everyWords, headingsOf } from '../../support/policy-words.mjs';
import { headingLine, readingInWords } from '../../support/reading-words.mjs';
import {
  filledThoughAbsent,
  reportOf,
  scoreFacts,
  totalOf,
  unsoundSpans,
} from '../../support/reading-score.mjs';
import { withoutSpace } from '../../support/seed-reading.mjs';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const documents = readdirSync(FIXTURES).filter((name) => /^(?:traps|nothing)\..*\.(?:txt|md)$/.test(name));

const fixtureOf = (name) => {
  const beside = name.endsWith('.md') ? `${name}.json` : name.replace(/\.txt$/, '.json');
  return JSON.parse(readFileSync(new URL(beside, FIXTURES), 'utf8'));
};

const compile = (name, mediaType) =>
  compilePolicy({
    name,
    mediaType,
    bytes: new Uint8Array(readFileSync(new URL(name, FIXTURES))),
  });

/** A Markdown file is read as Markdown, and as the plain text that a copy of it in a .txt is. */
const readings = documents.flatMap((name) =>
  name.endsWith('.md')
    ? [
        [name, 'text/markdown'],
        [name, 'text/plain'],
      ]
    : [[name, 'text/plain']],
);

for (const [file, mediaType] of readings) {
  const fixture = fixtureOf(file);
  const compiled = compile(file, mediaType);
  const name = `${file} as ${mediaType}`;

  if (fixture.sections) {
    test(`${name}: the top-level headings are those of the body, not of the table of contents`, async () => {
      const found = headingsOf(await compiled).filter((heading) => heading.level === 1);
      const optional = fixture.optionalSections ?? [];
      const lines = found
        .map((heading) => withoutSpace(heading.words))
        .filter((line) => !optional.includes(line));
      assert.deepEqual(lines, fixture.sections.filter((section) => section.level === 1).map(headingLine));
    });

    test(`${name}: the deeper headings are found at their level`, async () => {
      const found = headingsOf(await compiled).map(
        (heading) => `${heading.level} ${withoutSpace(heading.words)}`,
      );
      const wanted = fixture.sections.map((section) => `${section.level} ${headingLine(section)}`);
      assert.deepEqual(
        wanted.filter((line) => !found.includes(line)),
        [],
      );
    });
  }

  test(`${name}: what the text does not say is absent`, async () => {
    assert.deepEqual(filledThoughAbsent(await compiled, fixture.absent), []);
  });

  test(`${name}: every fact's words stand at their span`, async () => {
    assert.deepEqual(unsoundSpans(await compiled), []);
  });

  test(`${name}: facts are those a reader lists, none invented`, async (t) => {
    const scores = scoreFacts(await compiled, readingInWords(fixture));
    for (const line of reportOf(name, scores).split('\n')) t.diagnostic(line);
    const { notes, recall } = totalOf(scores);
    assert.deepEqual(
      notes.filter((note) => note.startsWith('wrong')),
      [],
    );
    assert.ok(recall >= 0.95, `recall ${recall}`);
  });

  test(`${name}: kind and language are read off the text`, async () => {
    const policy = await compiled;
    if (fixture.kind) assert.equal(policy.kind, fixture.kind);
    assert.equal(policy.language, fixture.language);
  });

  test(`${name}: what names others, and what is noise, is in no fact`, async () => {
    const policy = await compiled;
    const parties = policy.thirdParties.map((party) => withoutSpace(party.name.text));
    for (const never of fixture.notThirdParties ?? [])
      assert.ok(!parties.includes(withoutSpace(never)), never);
    const digits = policy.contacts.map((contact) => contact.value.replace(/\D/g, ''));
    for (const never of fixture.notContacts ?? []) {
      const number = never.replace(/\D/g, '');
      assert.ok(number === '' || !digits.includes(number), never);
      assert.ok(!policy.contacts.some((contact) => contact.value === never), never);
    }
    for (const never of fixture.neverWords ?? []) {
      assert.deepEqual(
        [...everyWords(policy)].filter(({ text }) => text.includes(never)),
        [],
      );
    }
    for (const never of fixture.neverSensitive ?? []) {
      assert.ok(!policy.sensitive.items.some((words) => words.text.includes(never)), never);
    }
  });

  test(`${name}: whether it is a policy at all is told`, async () => {
    const errors = (await compiled).diagnostics.filter(({ severity }) => severity === 'error');
    assert.equal(errors.length > 0, fixture.notAPolicy === true, errors.map(({ code }) => code).join());
  });

  if (fixture.emphasis) {
    test(`${name}: what the author wrote bold is marked as the author's`, async () => {
      const policy = await compiled;
      const marked = policy.clauses
        .flatMap((clause) => clause.emphasis)
        .filter(({ origin }) => origin === 'author');
      const words = marked.map(({ span }) => withoutSpace(policy.text.slice(span.start, span.end)));
      for (const bold of fixture.emphasis)
        assert.ok(words.includes(withoutSpace(bold)), `${bold} in ${words.join(' | ')}`);
      assert.ok(!policy.text.includes('**'), 'no stars are left in the text');
    });
  }
}
