import type { FactStep, PolicyDocument } from '../document.js';

/** The same step, run once per document: other steps may ask for its facts as often as they like. */
export function once<Facts>(step: FactStep<Facts>): FactStep<Facts> {
  const found = new WeakMap<PolicyDocument, { readonly facts: Facts }>();
  return (document) => {
    const known = found.get(document) ?? { facts: step(document) };
    found.set(document, known);
    return known.facts;
  };
}
