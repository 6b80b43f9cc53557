import type { Declared } from './cascade.js';

/** Custom properties an element has, its own and those it inherits. */
export type Variables = ReadonlyMap<string, string>;

const LONGEST = 400;
const DEEPEST = 8;

/** A map of an element's custom properties; the parent's own where it declares none. */
export function variablesOf(declared: Declared, parent: Variables): Variables {
  let own: Map<string, string> | undefined;
  for (const [property, value] of declared) {
    if (!property.startsWith('--') || value.length > LONGEST) continue;
    own ??= new Map(parent);
    own.set(property, value);
  }
  return own ?? parent;
}

const CALL = /var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)/;

/** A value with its `var()` calls replaced; undefined where one of them stands for nothing. */
export function withVariables(value: string | undefined, variables: Variables): string | undefined {
  let resolved = value;
  for (let depth = 0; resolved?.includes('var('); depth += 1) {
    const call = resolved.length > LONGEST || depth > DEEPEST ? null : CALL.exec(resolved);
    const meaning = call && (variables.get(call[1] ?? '') ?? call[2]?.trim());
    if (!call || meaning === undefined || meaning === null) return undefined;
    resolved = resolved.slice(0, call.index) + meaning + resolved.slice(call.index + call[0].length);
  }
  return resolved;
}
