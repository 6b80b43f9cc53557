// The findings in the five real policies, as a careful reader judged them (test/fixtures/audit): places and hashes, none of their words.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditPolicy } from '../../../build/src/audit/index.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { hashOfSpan, sourceRange } from '../../support/policy-words.mjs';

const SEEDS = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));
const TABLES = fileURLToPath(new URL('../../fixtures/audit/', import.meta.url));
const skip = existsSync(SEEDS) ? false : 'the folder of real policies (../shared/seeds) is absent';

const names = readdirSync(TABLES).map((name) => name.slice(0, -5));
const tableOf = (name) => JSON.parse(readFileSync(`${TABLES}${name}.json`, 'utf8'));

async function auditSeed({ file }) {
  const bytes = readFileSync(`${SEEDS}${file}`);
  const policy = await compilePolicy({ name: file, mediaType: 'text/plain', bytes });
  return { bytes, policy, findings: auditPolicy(policy) };
}

const placeOf = (policy, { span, source }) =>
  span.start === span.end
    ? { start: source.offset, end: source.offset }
    : { ...sourceRange(policy, span), sha256: hashOfSpan(policy, span) };

for (const name of names) {
  test(
    `the audit of policy ${name} finds what a careful reader finds, and nothing else`,
    { skip },
    async () => {
      const table = tableOf(name);
      const { bytes, policy, findings } = await auditSeed(table);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), table.sourceSha256);
      const found = findings.map((one) => ({
        rule: one.rule,
        code: one.code,
        severity: one.severity,
        ...placeOf(policy, one),
        ...(one.also.length > 0 && { also: one.also.map((place) => placeOf(policy, place)) }),
      }));
      assert.deepEqual(
        found,
        table.findings.map(({ verdict, ...rest }) => (assert.ok(verdict), rest)),
      );
    },
  );

  test(`what a reader of policy ${name} weighed and let go is not raised`, { skip }, async () => {
    const { notRaised } = tableOf(name);
    const { findings } = await auditSeed(tableOf(name));
    const raised = new Set(findings.map(({ code }) => code));
    assert.deepEqual(
      notRaised.filter(({ code, why }) => (assert.ok(why), raised.has(code))),
      [],
    );
  });

  test(
    `every finding in policy ${name} shows the text’s own words, and where they stand`,
    { skip },
    async () => {
      const { policy, bytes, findings } = await auditSeed(tableOf(name));
      const lines = bytes.toString('utf8').split(/\r?\n/);
      for (const place of findings.flatMap((one) => [one, ...one.also])) {
        assert.equal(place.words, policy.text.slice(place.span.start, place.span.end));
        const first = place.words.trim().charAt(0);
        if (first)
          assert.equal(lines[place.source.line - 1].charAt(place.source.column - 1), first, place.words);
      }
    },
  );
}
