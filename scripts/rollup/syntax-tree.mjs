// @ts-check

/** @typedef {{start: number, end: number, type: string, [key: string]: any}} Node */

/** Every node of a kind in a syntax tree, outer before inner. @param {any} node @param {string} type @param {Node[]} found @returns {Node[]} */
export function nodesOf(node, type, found = []) {
  if (node === null || typeof node !== 'object') return found;
  if (Array.isArray(node)) {
    for (const one of node) nodesOf(one, type, found);
    return found;
  }
  if (node.type === type) found.push(node);
  for (const value of Object.values(node)) nodesOf(value, type, found);
  return found;
}

/** Puts texts in place of ranges that do not overlap. @param {string} code @param {readonly {start: number, end: number, text: string}[]} changes */
export function replaceRanges(code, changes) {
  let written = code;
  for (const { start, end, text } of [...changes].sort((a, b) => b.start - a.start)) {
    written = written.slice(0, start) + text + written.slice(end);
  }
  return written;
}
