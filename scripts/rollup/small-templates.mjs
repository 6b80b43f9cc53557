// @ts-check
import { transform } from 'esbuild';
import { FLOOR } from './lower.mjs';
import { nodesOf, replaceRanges } from './syntax-tree.mjs';

/** @typedef {{start: number, end: number, text: string}} Change */

const escape = (/** @type {string} */ css) => css.trim().replace(/[\\`]|\$\{/g, '\\$&');

/** A sheet without expressions, minified and lowered. @param {import('./syntax-tree.mjs').Node} template @returns {Promise<Change[]>} */
async function smallSheet({ quasi }) {
  const [only, ...others] = quasi.quasis;
  if (others.length > 0) return [];
  const { code } = await transform(only.value.cooked, { loader: 'css', minify: true, target: FLOOR });
  return [{ start: only.start, end: only.end, text: escape(code) }];
}

/** Line breaks and indentation between tags are one space to a browser. @param {import('./syntax-tree.mjs').Node} template @returns {Change[]} */
function smallMarkup({ quasi }) {
  return quasi.quasis.map((/** @type {any} */ { start, end, value }) => ({
    start,
    end,
    text: value.raw.replace(/\s*\n\s*/g, ' '),
  }));
}

/** Takes the indentation out of `html` and `css` templates, which no minifier of an app does. @returns {import('rollup').Plugin} */
export function smallTemplates() {
  return {
    name: 'small-templates',
    async transform(code, id) {
      if (!/[\\/]components[\\/]/.test(id)) return null;
      const templates = nodesOf(this.parse(code), 'TaggedTemplateExpression');
      const named = (/** @type {string} */ name) => templates.filter(({ tag }) => tag.name === name);
      const sheets = await Promise.all(named('css').map(smallSheet));
      const changes = [...sheets.flat(), ...[...named('html'), ...named('svg')].flatMap(smallMarkup)];
      return { code: replaceRanges(code, changes), map: null };
    },
  };
}
