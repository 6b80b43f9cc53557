// @ts-check
import { nodesOf, replaceRanges } from './syntax-tree.mjs';

/** `static { this.name = value; }`, as tsc writes a static property: its name and value. @param {import('./syntax-tree.mjs').Node} block */
function assignmentIn(block) {
  const [statement, ...others] = block['body'];
  if (others.length > 0 || statement?.expression?.type !== 'AssignmentExpression') return undefined;
  const { left, right, operator } = statement.expression;
  const isOwn = left.type === 'MemberExpression' && left.object.type === 'ThisExpression' && !left.computed;
  return isOwn && operator === '=' ? { name: left.property, value: right } : undefined;
}

/**
 * Writes tsc's static blocks as static fields, which the floor knows. Left to esbuild, one static block makes every private
 * name of its class a WeakMap: twice the code, and slower. @returns {import('rollup').Plugin}
 */
export function staticFields() {
  return {
    name: 'static-fields',
    renderChunk(code) {
      const changes = nodesOf(this.parse(code), 'StaticBlock').flatMap((block) => {
        const found = assignmentIn(block);
        if (!found) return [];
        const { name, value } = found;
        const text = `static ${code.slice(name.start, name.end)} = ${code.slice(value.start, value.end)};`;
        return [{ start: block.start, end: block.end, text }];
      });
      return changes.length === 0 ? null : { code: replaceRanges(code, changes), map: null };
    },
  };
}
