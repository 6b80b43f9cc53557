// @ts-check
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { nodesOf, replaceRanges } from './syntax-tree.mjs';

/** @typedef {import('./syntax-tree.mjs').Node} Node */

const isCatalogue = (/** @type {string} */ id) => /[\\/]locales[\\/][^\\/]+\.js$/.test(id);

/** The object literal a compiled catalogue exports as `templates`. @param {Node} tree @returns {Node} */
function templatesIn(tree) {
  const found = nodesOf(tree, 'VariableDeclarator').find(({ id }) => id.name === 'templates');
  if (!found) throw new Error('A catalogue has no templates.');
  return found['init'];
}

/** Each message's id and the code of its translation. @param {string} code @returns {Map<string, string>} */
function translationsIn(code) {
  const { properties } = templatesIn(/** @type {any} */ (parseAst(code)));
  return new Map(
    properties.map((/** @type {any} */ { key, value }) => [
      key.value ?? key.name,
      code.slice(value.start, value.end),
    ]),
  );
}

/** What names a message, `{ id: '…' }`, in each `msg(…)`. @param {any} tree @returns {{start: number, end: number, value: string}[]} */
function idsUsed(tree) {
  return nodesOf(tree, 'CallExpression')
    .filter(({ callee }) => callee.name === 'msg')
    .map((call) => {
      const { start, end, properties = [] } = call['arguments'][1] ?? {};
      const [only, ...others] = properties;
      if (only?.key.name !== 'id' || others.length > 0)
        throw new Error('A message is named by its id alone.');
      return { start, end, value: only.value.value };
    });
}

/**
 * Writes readable message ids as short ones, and as texts: a page needs them to be equal, not to be read (`MESSAGE_IDS` makes
 * `msg` take them so). With `move`, each module brings
 * the translations of its own messages, so that what is not loaded is not translated either.
 * @param {{catalogue: string, move: boolean}} options `catalogue` is the compiled module with every translation
 * @returns {import('rollup').Plugin}
 */
export function messages({ catalogue, move }) {
  const translations = translationsIn(readFileSync(catalogue, 'utf8'));
  const short = new Map([...translations.keys()].sort().map((id, index) => [id, `m${index.toString(36)}`]));
  const entry = (/** @type {string} */ id) => `${short.get(id)}: ${translations.get(id)}`;

  const prelude = (/** @type {readonly string[]} */ ids) =>
    `import { str as ${STR} } from '@lit/localize';\nimport { templates as ${TEMPLATES} } from ${JSON.stringify(catalogue)};\n` +
    `Object.assign(${TEMPLATES}, { ${ids
      .map(entry)
      .join(', ')
      .replace(/(?<=: )str\b/g, STR)} });\n`;

  return {
    name: 'messages',
    transform(code, id) {
      const tree = this.parse(code);
      if (isCatalogue(id)) {
        const { start, end } = templatesIn(/** @type {any} */ (tree));
        const text = move ? '{}' : `{ ${[...translations.keys()].map(entry).join(', ')} }`;
        return { code: replaceRanges(code, [{ start, end, text }]), map: null };
      }
      const used = idsUsed(tree);
      if (used.length === 0) return null;
      const unknown = used.find(({ value }) => !short.has(value));
      if (unknown)
        this.error(`${basename(id)}: the message ${unknown.value} is in no catalogue; run npm run localize.`);
      const renamed = replaceRanges(
        code,
        used.map(({ start, end, value }) => ({ start, end, text: `'${short.get(value)}'` })),
      );
      const ids = [...new Set(used.map(({ value }) => value))];
      return { code: move ? prelude(ids) + renamed : renamed, map: null };
    },
  };
}

const STR = 'str_of_translations';
const TEMPLATES = 'translations';
