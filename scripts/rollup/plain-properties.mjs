// @ts-check
import { nodesOf, replaceRanges } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */

/** Modules whose only use is left behind by this plugin, and what of them it replaces. @type {Record<string, readonly string[]>} */
const REPLACED = { 'lit/decorators.js': ['property', 'state'], tslib: ['__decorate'] };

/** What `@state()` adds to its options. */
const STATE = 'state: true, attribute: false';

/**
 * The class, name and options in `__decorate([property({…})], Class.prototype, "name", void 0)`.
 * @param {Node} call @param {string} code
 */
function propertyIn(call, code) {
  const [decorators, target, name] = call['arguments'];
  const [decorator, ...others] = decorators?.elements ?? [];
  const known = REPLACED['lit/decorators.js']?.includes(decorator?.callee?.name);
  if (call['callee'].name !== '__decorate' || others.length > 0 || !known) return undefined;
  const given = decorator.arguments[0];
  const written = given ? code.slice(given.start, given.end) : '{}';
  const options = decorator.callee.name === 'state' ? `{ ...${written}, ${STATE} }` : written;
  return `${target.object.name}.createProperty(${name.raw}, ${options.replace('{ ...{}, ', '{ ')})`;
}

/** An import that nothing uses any more. @param {Node} statement */
const isReplaced = (statement) =>
  statement['specifiers'].every((/** @type {any} */ { imported }) =>
    REPLACED[statement['source'].value]?.includes(imported?.name),
  );

/**
 * Writes Lit's property decorators as the calls they come to: every page would load the code of decorators only for that.
 * A module with another decorator stays as it is. @returns {import('rollup').Plugin}
 */
export function plainProperties() {
  return {
    name: 'plain-properties',
    transform(code, id) {
      if (!/[\\/]components[\\/]/.test(id) || !code.includes('__decorate')) return null;
      const tree = this.parse(code);
      const calls = nodesOf(tree, 'CallExpression').filter(({ callee }) => callee.name === '__decorate');
      const texts = calls.map((call) => propertyIn(call, code));
      if (texts.includes(undefined)) return null;
      const imports = nodesOf(tree, 'ImportDeclaration').filter(isReplaced);
      const changes = [
        ...calls.map(({ start, end }, at) => ({ start, end, text: texts[at] ?? '' })),
        ...imports.map(({ start, end }) => ({ start, end, text: '' })),
      ];
      return { code: replaceRanges(code, changes), map: null };
    },
  };
}
