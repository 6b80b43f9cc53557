// @ts-check
import { readdirSync } from 'node:fs';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { lower } from './scripts/rollup/lower.mjs';
import {
  LIT_POLICY,
  LOCALIZE_STATUS,
  MESSAGE_IDS,
  PRIVATE_PACKAGES,
  renameShared,
} from './scripts/rollup/private-copies.mjs';
import { messages } from './scripts/rollup/messages.mjs';
import { plainProperties } from './scripts/rollup/plain-properties.mjs';
import { smallTemplates } from './scripts/rollup/small-templates.mjs';
import { staticFields } from './scripts/rollup/static-fields.mjs';

const COMPILED = join(import.meta.dirname, 'build');
const STANDALONE = join(COMPILED, 'components/standalone.js');

/** Every compiled module of the package, without the entry of the standalone files. */
function modules() {
  return ['src', 'components']
    .flatMap((folder) => readFolder(join(COMPILED, folder)))
    .filter((file) => file.endsWith('.js') && file !== STANDALONE);
}

/** @param {string} folder @returns {string[]} */
function readFolder(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  } catch {
    return [];
  }
}

/** The path of a module in `dist`: our own tree as it is, private copies under `vendor/` (npm leaves out `node_modules`). @param {string} id */
function distPath(id) {
  const ours = relative(COMPILED, id);
  if (!ours.startsWith('..')) return ours.split(sep).join('/');
  const [, inside] = /node_modules[\\/](?!.*node_modules[\\/])(.*)$/.exec(id) ?? [];
  if (inside === undefined) throw new Error(`${id} has no place in dist.`);
  return `vendor/${inside
    .replaceAll('@', '')
    .replaceAll('\\', '/')
    .replace(/\.mjs$/, '.js')}`;
}

/** Every translation, as `npm run localize` wrote it and tsc compiled it. */
const CATALOGUE = join(COMPILED, 'components/internal/locales/zh-Hans.js');

const isOutside = (/** @type {string} */ id) =>
  !id.startsWith('.') && !id.startsWith('\0') && !isAbsolute(id) && !PRIVATE_PACKAGES.test(id);

/** Modules of a package that import each other are its own matter. @param {import('rollup').RollupLog} warning */
const isAmongOthers = ({ code, ids = [] }) =>
  code === 'CIRCULAR_DEPENDENCY' && ids.every((id) => /[\\/]node_modules[\\/]/.test(id));

/** An unexpected warning of the bundler ends the build: a package with a broken import would still be written. @param {import('rollup').RollupLog} warning */
function onwarn(warning) {
  if (warning.code === 'EMPTY_BUNDLE' || isAmongOthers(warning)) return;
  throw new Error(warning.message);
}

/** A look at whether a global is there (`typeof SuppressedError`) is no reason to keep what nobody uses. */
const TREESHAKE = { unknownGlobalSideEffects: false };

/** What npm gets: the tree as it is, Lit and the readers left to the app. @param {string} folder @returns {import('rollup').RollupOptions} */
const npmModules = (folder) => ({
  input: modules(),
  external: isOutside,
  onwarn,
  treeshake: TREESHAKE,
  plugins: [
    nodeResolve({ ignoreSideEffectsForRoot: true }),
    renameShared({ ...LOCALIZE_STATUS, ...MESSAGE_IDS }),
    messages({ catalogue: CATALOGUE, move: true }),
    smallTemplates(),
    plainProperties(),
    staticFields(),
    lower(),
  ],
  output: {
    dir: folder,
    format: 'es',
    preserveModules: true,
    entryFileNames: ({ facadeModuleId }) => distPath(facadeModuleId ?? ''),
  },
});

/** What a page without a build gets: one file, everything inside, as a module and as a classic script. @param {string} folder @returns {import('rollup').RollupOptions} */
const standalone = (folder) => ({
  input: STANDALONE,
  onwarn,
  treeshake: TREESHAKE,
  plugins: [
    nodeResolve({ browser: true, ignoreSideEffectsForRoot: true }),
    renameShared({ ...LOCALIZE_STATUS, ...MESSAGE_IDS, ...LIT_POLICY }),
    messages({ catalogue: CATALOGUE, move: false }),
    smallTemplates(),
    plainProperties(),
    staticFields(),
    lower({ minify: true }),
  ],
  output: [
    { file: `${folder}/mingshi.js`, format: 'es', inlineDynamicImports: true },
    { file: `${folder}/mingshi.global.js`, format: 'iife', name: 'Mingshi', inlineDynamicImports: true },
  ],
});

/** The registrable domain for a page without a build: a file of its own, since most of it is the list. @param {string} folder @returns {import('rollup').RollupOptions} */
const standaloneDomains = (folder) => ({
  input: join(COMPILED, 'src/jump/registrable-domain.js'),
  onwarn,
  plugins: [nodeResolve({ browser: true }), lower({ minify: true })],
  output: { file: `${folder}/mingshi.registrable-domain.js`, format: 'es' },
});

/** What a module is called that is loaded later: our own by its file, another's by its package. @param {string} id */
const packageOf = (id) =>
  /node_modules[\\/](?!.*node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)/
    .exec(id)?.[1]
    ?.replace(/\W+/g, '-')
    .replace(/^-/, '') ?? basename(id, '.js');

/** Packages ask `Object.hasOwn`, which the floor does not have. @type {import('rollup').Plugin} */
const olderOwn = {
  name: 'older-own',
  transform: (code) => ({
    code: code.replace(/\bObject\.hasOwn\(/g, 'Object.prototype.hasOwnProperty.call('),
    map: null,
  }),
};

/**
 * The compiler for a page without a build, and for its workers: the readers of other sources than plain text lie beside it and are
 * loaded when first needed. The reader of PDFs is left out: a page that wants it maps `pdfjs-dist` to where it lies. Packages are taken
 * as a worker gets them: what they have for pages makes markup out of strings.
 * @param {string} folder @returns {import('rollup').RollupOptions}
 */
const standaloneCompiler = (folder) => ({
  input: { 'mingshi.compiler': join(COMPILED, 'src/compiler/index.js') },
  external: /^pdfjs-dist(?:$|\/)/,
  onwarn,
  treeshake: TREESHAKE,
  plugins: [
    nodeResolve({ exportConditions: ['worker', 'production', 'default'], ignoreSideEffectsForRoot: true }),
    olderOwn,
    lower({ minify: true }),
  ],
  output: {
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: ({ facadeModuleId, name }) =>
      `mingshi.compiler/${facadeModuleId === null ? name : packageOf(facadeModuleId)}-[hash].js`,
  },
});

/** @param {string} folder where to write, such as `dist` */
export const configurations = (folder) => [
  npmModules(folder),
  standalone(folder),
  standaloneDomains(folder),
  standaloneCompiler(folder),
];

export default configurations('dist');
