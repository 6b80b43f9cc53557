// @ts-check
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** For `npm run build -- --force` in the middle of a change: a module that is not there yet is left out. @returns {import('rollup').Plugin} */
export function tolerateMissing() {
  return {
    name: 'tolerate-missing',
    resolveId(id, from) {
      if (from === undefined || !id.startsWith('.') || existsSync(join(dirname(from), id))) return null;
      return { id: `\0missing`, syntheticNamedExports: true };
    },
    load: (id) => (id === '\0missing' ? { code: 'export default {};', syntheticNamedExports: true } : null),
  };
}
