// A policy says the same, whichever kind of text it is written in.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { pageOf } from '../../support/policy-page.mjs';
import { assertSameEmphasis, assertSameFacts } from '../../support/same-facts.mjs';

const POLICIES = new URL('../../../demo/policies/', import.meta.url);

const compile = (text, mediaType) => compilePolicy({ name: 'policy', mediaType, text });

for (const name of readdirSync(POLICIES).filter((file) => file.endsWith('.md'))) {
  const markdown = readFileSync(new URL(name, POLICIES), 'utf8');

  test(`${name} as a web page says the same as its Markdown`, async () => {
    const [page, source] = [
      await compile(pageOf(markdown), 'text/html'),
      await compile(markdown, 'text/markdown'),
    ];
    assertSameFacts(page, source);
    assertSameEmphasis(page, source);
    const codes = page.diagnostics.map(({ code }) => code);
    assert.ok(codes.includes('layout/hidden-text') && codes.includes('layout/markup-removed'));
  });

  test(`${name} as plain text says the same as the page and the Markdown it was taken from`, async () => {
    for (const [text, mediaType] of [
      [markdown, 'text/markdown'],
      [pageOf(markdown), 'text/html'],
    ]) {
      const once = await compile(text, mediaType);
      assertSameFacts(await compile(once.text, 'text/plain'), once);
    }
  });
}
