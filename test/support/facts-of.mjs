import { findFacts } from '../../build/src/compiler/facts/index.js';
import { compilePolicy } from '../../build/src/compiler/compile.js';
import { plainDocument } from './plain-document.mjs';

/** Facts of a text laid out line by line, without the structural steps. */
export const factsOf = (/** @type {string} */ text, /** @type {string | undefined} */ language) =>
  findFacts(plainDocument(text, language));

/** A policy compiled the whole way. */
export const policyOf = (/** @type {string} */ text, mediaType = 'text/markdown') =>
  compilePolicy({ name: 'policy', text, mediaType });

/** The bare words of a fact's fields, spans left out. */
export function bare(/** @type {any} */ value) {
  if (Array.isArray(value)) return value.map(bare);
  if (value?.span && value.text !== undefined && value.path === undefined) return value.iso ?? value.text;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span')
      .map(([key, inner]) => [key, bare(inner)]),
  );
}
