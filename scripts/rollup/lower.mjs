// @ts-check
import { transform } from 'esbuild';

/** The oldest engines that must understand every file of the package. */
export const FLOOR = ['chrome90', 'safari16.4', 'firefox101'];

/**
 * esbuild lowers optional chaining for Chrome 90, because a spread argument that is not the last fails in an optional call
 * there (https://crbug.com/42201552). Nothing else fails, so the floor's linter forbids just that.
 */
const KNOWN_GOOD = { 'optional-chain': true };

/**
 * Writes newer syntax (class static blocks, `#x in y`) so that the floor understands it.
 * @param {{minify?: boolean}} [options] @returns {import('rollup').Plugin}
 */
export function lower({ minify = false } = {}) {
  return {
    name: 'lower',
    async renderChunk(code, _chunk, { format }) {
      const result = await transform(code, {
        target: FLOOR,
        supported: KNOWN_GOOD,
        minify,
        legalComments: minify ? 'eof' : 'inline',
        charset: 'utf8',
        // A classic script's top-level name must stay; a module's names are its own.
        ...(format === 'es' ? { format: 'esm' } : {}),
      });
      return { code: result.code, map: null };
    },
  };
}
