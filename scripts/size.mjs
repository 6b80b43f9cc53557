// @ts-check
// npm run size: what an app's visitors download, measured from the packed package, against "budgets" in package.json.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { packPackage } from './pack.mjs';
import { ROOT, fail } from './run.mjs';

const GATE = `
  import 'mingshi/provider/define';
  import 'mingshi/consent-gate/define';
  export * from 'mingshi/storage/indexeddb';`;

const EVERY_ELEMENT = `
  import 'mingshi/define';
  export * from 'mingshi/storage/indexeddb';`;

/** What a person who is asked may never need: the full text, the bar after an answer, other questions and storages, plain `http`. */
const NOT_ASKED_FOR =
  /policy-reader\/define|standing-view|web-storage|sha2|follow-provider|(?:permission|jump)\/desk/;

/** What is loaded by itself when first needed and is no element: parts of the engine, adapters, a host's own, waiting templates. */
const NO_ELEMENT =
  /sha2|(?:permission|jump)\/desk|requester-of|web-storage|indexeddb-archive|launch-tag|follow-provider/;

/** Those who ask the browser for a permission: a page loads the one it needs. */
const REQUESTERS = ['camera', 'location', 'notifications', 'clipboard', 'bluetooth', 'contacts', 'album']
  .concat(['biometrics', 'motion', 'screen', 'nfc', 'storage'])
  .map((kind) => `export { ${kind}Requester } from 'mingshi/permission/web';`);

/**
 * What is imported for each budget (the largest of several), and which `import()`s load something later: those are left out,
 * every one where nothing is said. `mingshi.global.js` is measured as it lies in the package.
 * @type {Record<string, {contents: string | readonly string[], later?: RegExp}>}
 */
const ENTRIES = {
  gate: { contents: GATE },
  'gate while it asks': { contents: GATE, later: NOT_ASKED_FOR },
  core: {
    contents: `
      export { createConsent } from 'mingshi';
      export * from 'mingshi/storage/memory';`,
  },
  'every element': { contents: EVERY_ELEMENT },
  'every element in use': { contents: EVERY_ELEMENT, later: NO_ELEMENT },
  'asking for permissions': {
    contents: `export * from './node_modules/mingshi/dist/src/permission/desk.js';`,
  },
  'confirming jumps': { contents: `export * from './node_modules/mingshi/dist/src/jump/desk.js';` },
  'templates that require': { contents: `export * from 'mingshi/requires';` },
  'guarding links': { contents: `export * from 'mingshi/guard-links';` },
  'each requester': { contents: REQUESTERS },
  'mingshi.compiler.js': { contents: `export * from 'mingshi/mingshi.compiler.js';` },
};

const gzipped = (/** @type {Uint8Array} */ bytes) => gzipSync(bytes, { level: 9 }).length;

/** Leaves out what is loaded later; the words of a language never are. @param {RegExp} later @returns {import('esbuild').Plugin} */
const leaveOut = (later) => ({
  name: 'leave-out',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ path, kind }) =>
      kind === 'dynamic-import' && later.test(path) && !path.includes('/locales/')
        ? { path, external: true }
        : undefined,
    );
  },
});

/** @param {string} folder a project with the package installed @param {{contents: string | readonly string[], later?: RegExp}} entry */
async function measure(folder, { contents, later = /./ }) {
  const sizes = await Promise.all([contents].flat().map((one) => measureOne(folder, one, later)));
  return Math.max(...sizes);
}

/** @param {string} folder @param {string} contents @param {RegExp} later */
async function measureOne(folder, contents, later) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, sourcefile: 'entry.js' },
    absWorkingDir: folder,
    nodePaths: [join(ROOT, 'node_modules')],
    bundle: true,
    minify: true,
    format: 'esm',
    legalComments: 'none',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
    plugins: [leaveOut(later)],
  });
  return outputFiles.reduce((sum, { contents: bytes }) => sum + gzipped(bytes), 0);
}

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/**
 * Measures every budget. Resolves with a row each; `bytes` are gzipped (level 9), a KB has 1000.
 * @returns {Promise<readonly {name: string, bytes: number, budget: number, passed: boolean}[]>}
 */
export async function measureSizes() {
  const { budgets } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { folder, remove } = await packPackage();
  try {
    const rows = [];
    for (const [name, budget] of Object.entries(budgets)) {
      const entry = ENTRIES[name];
      const bytes = entry
        ? await measure(folder, entry)
        : gzipped(readFileSync(join(folder, 'node_modules/mingshi/dist', name)));
      rows.push({ name, bytes, budget, passed: bytes <= budget });
    }
    return rows;
  } finally {
    remove();
  }
}

/** @param {Awaited<ReturnType<typeof measureSizes>>} rows */
export function printSizes(rows) {
  for (const { name, bytes, budget, passed } of rows) {
    const verdict = passed ? 'within' : 'ABOVE';
    process.stdout.write(
      `${name.padEnd(20)} ${kilobytes(bytes).padStart(8)}  ${verdict} ${kilobytes(budget)}\n`,
    );
  }
}

if (process.argv[1] === import.meta.filename) {
  const rows = await measureSizes().catch(fail);
  printSizes(rows);
  process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1;
}
