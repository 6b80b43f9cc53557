import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STATEMENT_KINDS, scoreHandling } from '../../support/score-data-uses.mjs';
import { compareSeed, compileSeed, seedFolder, seedNames, seedsPresent } from '../../support/seed-facts.mjs';

const skip = seedsPresent ? false : `The five policies are not at ${seedFolder}: they are not ours to ship.`;

/** The least precision and recall of each kind. */
const LEAST = 0.95;

for (const name of seedNames) {
  test(
    `Policy ${name} compiles to the facts that a careful reader lists, and to no other`,
    { skip },
    async () => {
      const { reading, policy, source } = await compileSeed(name);
      for (const [kind, { right, near, missed, wrong }] of Object.entries(
        compareSeed(reading, policy, source),
      )) {
        assert.deepEqual(
          { missed, wrong },
          { missed: [], wrong: [] },
          `${kind}: ${right} exact, ${near} near`,
        );
      }
    },
  );

  test(
    `What policy ${name} collects, opens, asks apart, offers instead, exempts and calls sensitive is what a careful reader lists`,
    { skip },
    async () => {
      const { reading, policy } = await compileSeed(name);
      const scores = scoreHandling(policy, reading);
      for (const kind of ['dataUses', ...STATEMENT_KINDS, 'sensitive items', 'sensitive statements'])
        assert.ok(scores.has(kind), `${kind} were read`);
      for (const [kind, { precision, recall, notes }] of scores)
        assert.ok(
          precision >= LEAST && recall >= LEAST,
          `${kind}: ${precision}, ${recall}\n${notes.join('\n')}`,
        );
    },
  );

  test(`Every fact of policy ${name} shows words that stand at its span`, { skip }, async () => {
    const { policy } = await compileSeed(name);
    let count = 0;
    for (const words of wordsIn(policy)) {
      assert.equal(policy.text.slice(words.span.start, words.span.end), words.text ?? words.value);
      count += 1;
    }
    assert.ok(count > 10);
  });

  test(`Policy ${name} is marked by rules in at most 15 % of its clauses`, { skip }, async () => {
    const { policy } = await compileSeed(name);
    const marked = policy.clauses.filter((clause) => clause.emphasis.some((one) => one.origin === 'rule'));
    assert.ok(marked.length > 0 && marked.length <= policy.clauses.length * 0.15);
  });

  test(`What policy ${name} does not say is absent`, { skip }, async () => {
    const { reading, policy } = await compileSeed(name);
    for (const path of reading.absent) {
      const value = path.split('.').reduce((part, key) => part?.[key], policy);
      assert.ok(
        value === undefined ||
          value.length === 0 ||
          value.items?.length === 0 ||
          value.statements?.length === 0,
        path,
      );
    }
  });

  test(`Hidden words of policy ${name} are never what a refusal costs`, { skip }, async () => {
    const { reading, policy } = await compileSeed(name);
    const refusals = [...policy.permissions, ...policy.dataUses].flatMap((one) => one.refusal ?? []);
    const hidden = await import('../../support/seed-reading.mjs').then(({ hashWords }) =>
      refusals.filter((one) =>
        (reading.neverRefusal ?? []).some((never) => never.sha256 === hashWords(one.text)),
      ),
    );
    assert.deepEqual(hidden, []);
  });
}

/** Every `{text, span}` and `{value, span}` below a policy's facts. */
function* wordsIn(/** @type {unknown} */ value) {
  if (typeof value !== 'object' || value === null) return;
  if ('span' in value && ('text' in value || 'value' in value) && !('severity' in value)) yield value;
  for (const [key, inner] of Object.entries(value)) if (key !== 'source') yield* wordsIn(inner);
}
