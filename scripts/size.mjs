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
  /policy-reader\/define|standing-view|web-storage|sha2|follow-provider|(?:permission|jump)\/desk|engine-(?:requests|rights|host|import|forget|subject)|export-ledger|event-shape|memory-texts|witness|erasure|indexeddb-erase|heads|check-same|failure|hash-fault/;

/** What is loaded by itself when first needed and is no element: parts of the engine, adapters, a host's own, waiting templates. */
const NO_ELEMENT =
  /sha2|(?:permission|jump)\/desk|engine-(?:requests|rights|host|import|forget|subject)|export-ledger|event-shape|memory-texts|witness|erasure|indexeddb-erase|heads|check-same|failure|hash-fault|requester-of|web-storage|indexeddb-archive|launch-tag|follow-provider/;

/** Those who ask the browser for a permission: a page loads the one it needs. */
const REQUESTERS = ['camera', 'location', 'notifications', 'clipboard', 'bluetooth', 'contacts', 'album']
  .concat(['biometrics', 'motion', 'screen', 'nfc', 'storage'])
  .map((kind) => `export { ${kind}Requester } from 'mingshi/permission/web';`)
  .concat(`export { hostRequester } from 'mingshi/permission/host';`);

/** The app around the page: a page loads the host, or the few, it may run in. */
const HOSTS = ['wechat', 'work-wechat', 'alipay', 'douyin', 'baidu', 'qq', 'kuaishou', 'uni-app']
  .concat(['wkwebview', 'android-interface', 'android-listener', 'arkweb', 'dsbridge', 'capacitor'])
  .concat(['react-native', 'flutter', 'frame', 'first'])
  .map((name) => `export * from 'mingshi/hosts/${name}';`);

/** Keeping choices on a server, or in two places: the adapters, and what each loads when there is something to send or to fetch. */
const SENDING = ['sender', 'plan', 'exchange', 'pull-events', 'web/indexeddb-deliveries']
  .map((name) => `storage/http/${name}`)
  .concat('storage/replicator')
  .map((name) => `export * from './node_modules/mingshi/dist/src/${name}.js';`)
  .concat(`export * from 'mingshi/storage/http';`, `export * from 'mingshi/storage/replicated';`);

const CORE = `
  export { createConsent } from 'mingshi';
  export * from 'mingshi/storage/memory';`;

/** What an engine may never load that asks and keeps: what is rare, other questions, plain `http`. */
const RARE =
  /witness|erasure|indexeddb-erase|heads|check-same|sha2|(?:permission|jump)\/desk|engine-(?:requests|rights|records|host|import)/;

/** @typedef {{contents: string | readonly string[], beyond?: string, later?: RegExp}} Entry */

/** Where choices are kept in the browser, each with an engine around it. */
const KEEPING = ['indexeddb', 'web-storage'].map(
  (name) => `${CORE} export * from 'mingshi/storage/${name}';`,
);

/**
 * What is imported for each budget (the largest of several), and which `import()`s load something later: those are left out,
 * every one where nothing is said. `beyond` names what the page has already: only what comes on top counts. `mingshi.global.js` is measured as it lies in the package.
 * @type {Record<string, Entry>}
 */
const ENTRIES = {
  gate: { contents: GATE },
  'gate while it asks': { contents: GATE, later: NOT_ASKED_FOR },
  core: { contents: CORE },
  'each storage in the browser': { contents: KEEPING, beyond: CORE, later: RARE },
  'every element': { contents: EVERY_ELEMENT },
  'every element in use': { contents: EVERY_ELEMENT, later: NO_ELEMENT },
  'asking for permissions': {
    contents: `export * from './node_modules/mingshi/dist/src/permission/desk.js';`,
  },
  'confirming jumps': { contents: `export * from './node_modules/mingshi/dist/src/jump/desk.js';` },
  'declared requests': {
    contents: ['engine-requests', 'consent/requests/desk', 'consent/requests/set-switch']
      .map((name) => `export * from './node_modules/mingshi/dist/src/${name}.js';`)
      .join(''),
  },
  'rights of a person': { contents: `export * from './node_modules/mingshi/dist/src/engine-rights.js';` },
  'templates that require': { contents: `export * from 'mingshi/requires';` },
  'guarding links': { contents: `export * from 'mingshi/guard-links';` },
  'checking a ledger': { contents: `export { verifyLedger, verifyReceipt } from 'mingshi/ledger';` },
  'exporting a ledger': { contents: `export { exportLedger } from 'mingshi/ledger';` },
  'each requester': { contents: REQUESTERS },
  'each part of sending': { contents: SENDING },
  'each host': { contents: HOSTS },
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

/** @param {string} folder a project with the package installed @param {Entry} entry */
async function measure(folder, { contents, beyond, later = /./ }) {
  const sizes = await Promise.all([contents].flat().map((one) => measureOne(folder, one, later)));
  return Math.max(...sizes) - (beyond === undefined ? 0 : await measureOne(folder, beyond, later));
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
