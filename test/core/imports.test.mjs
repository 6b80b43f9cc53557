// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT, filesUnder, importsOf } from '../support/module-imports.mjs';

/** @typedef {import('../support/module-imports.mjs').ModuleImport} ModuleImport */

/**
 * What each part may import, besides itself and the base files (`src/*.ts` that are no part: errors, platform, hash …).
 * `types` may come over as types alone.
 * @typedef {{code?: readonly string[], types?: readonly string[]}} Allowed
 * @type {Record<string, Allowed>}
 */
const MAY_IMPORT = {
  'src/policy': {},
  'src/compiler': { code: ['src/policy'] },
  'src/consent': { code: ['src/policy'] },
  'src/permission': { code: ['src/policy', 'src/consent'] },
  'src/jump': { code: ['src/policy', 'src/consent'] },
  'src/ledger': { types: ['src/consent', 'src/policy'] },
  'src/storage': { types: ['src/consent'] },
  'src/bridge': { types: ['src/consent'] },
  'src/audit': { code: ['src/policy'], types: ['src/consent'] },
  'src/testing': { types: ['src/consent', 'src/policy', 'src/storage'] },
  'src/cli': { code: ['src'] },
  components: {
    code: ['src/policy', 'src/consent', 'src/permission', 'src/jump', 'src/ledger', 'src/storage'],
  },
};

/** Base files serve every part, so they may know the shapes of the model, and run nothing of it. */
/** @type {Allowed} */
const BASE = { types: ['src/policy', 'src/consent'] };

/** The files that wire the parts, and the one that re-exports them. */
const WIRING = /^src\/(?:engine(?:-[a-z]+)*|index)\.ts$/;

/** Ports and agreements, that any part may know the types of. */
const CONTRACTS = [
  'src/engine-contract.ts',
  'src/storage/port.ts',
  'src/bridge/port.ts',
  'src/policy/archive.ts',
];

const modules = [...filesUnder('src', /\.ts$/), ...filesUnder('components', /\.ts$/)];
const imports = modules.flatMap(importsOf);

const partOf = (/** @type {string} */ path) =>
  Object.keys(MAY_IMPORT).find((part) => path.startsWith(`${part}/`)) ?? 'base';

/** @param {ModuleImport} one */
function isAllowed({ from, target, typeOnly }) {
  const [part, wanted] = [partOf(from), partOf(target)];
  if (!target.startsWith('src/') && !target.startsWith('components/')) return true;
  if (part === wanted || (typeOnly && CONTRACTS.includes(target))) return true;
  if (WIRING.test(target))
    return ['components', 'src/cli', 'src/testing'].includes(part) || WIRING.test(from);
  if (WIRING.test(from)) return /^src\/(?!cli\/|compiler\/)/.test(target);
  const { code = [], types = [] } = MAY_IMPORT[part] ?? BASE;
  const permitted = typeOnly ? [...code, ...types] : code;
  return wanted === 'base' || permitted.some((prefix) => target.startsWith(`${prefix}/`));
}

const describe = (/** @type {ModuleImport} */ { from, specifier, typeOnly }) =>
  `${from} imports ${typeOnly ? 'types of ' : ''}${specifier}`;

test('each part of the core and the elements imports only the parts below it', () => {
  assert.deepEqual(imports.filter((one) => !isAllowed(one)).map(describe), []);
});

test('the elements never import the compiler or the command line', () => {
  const wrong = imports.filter(
    ({ from, target }) => from.startsWith('components/') && /^src\/(?:compiler|cli)\//.test(target),
  );
  assert.deepEqual(wrong.map(describe), []);
});

test('the core imports nothing of the DOM: no Lit, and Node only in the command line', () => {
  const outside = imports.filter(
    ({ from, target }) => from.startsWith('src/') && !/^(?:src|components)\//.test(target),
  );
  const isFine = (/** @type {ModuleImport} */ { from, target }) =>
    from.startsWith('src/cli/')
      ? !target.startsWith('lit') && !target.startsWith('@lit')
      : /^@noble\/hashes\//.test(target) ||
        (from.startsWith('src/compiler/') &&
          /^(?:css-select|css-tree|css-what|mdast|micromark|parse5|pdfjs-dist|fflate|htmlparser2)/.test(
            target,
          )) ||
        (from === 'src/jump/registrable-domain.ts' && target === 'tldts');
  assert.deepEqual(outside.filter((one) => !isFine(one)).map(describe), []);
});

test('what an app may never need is loaded when it is needed', () => {
  const optional =
    /^(?:@noble\/hashes|css-select|css-tree|css-what|mdast|micromark|parse5|pdfjs-dist|fflate|htmlparser2)/;
  const early = imports.filter(
    ({ target, dynamic, typeOnly }) => optional.test(target) && !dynamic && !typeOnly,
  );
  assert.deepEqual(early.map(describe), []);
});

test('only define modules register elements, and no class imports one', () => {
  const definers = /(?:^|\/)(?:define|standalone)\.ts$/;
  const registering = modules.filter(
    (file) => !/internal\/define-element\.ts$/.test(file) && !definers.test(file) && registers(file),
  );
  assert.deepEqual(registering, []);
  const wrong = imports.filter(
    ({ from, target }) => /(?:^|\/)define\.ts$/.test(target) && !definers.test(from),
  );
  assert.deepEqual(wrong.filter(({ dynamic }) => !dynamic).map(describe), []);
});

/** @param {string} file */
function registers(file) {
  const code = readFileSync(join(ROOT, file), 'utf8');
  return /customElements\.define\(|@customElement\(/.test(code);
}

test('relative imports end in .js and name a file of ours', () => {
  const known = new Set(modules);
  const wrong = imports.filter(({ specifier, target }) => specifier.startsWith('.') && !known.has(target));
  // Types of a declaration file stand beside no source.
  assert.deepEqual(
    wrong.filter(({ target }) => !known.has(target.replace(/\.ts$/, '.d.ts'))).map(describe),
    [],
  );
});

test('there is no circle of imports that run', () => {
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const { from, target, typeOnly, dynamic } of imports) {
    if (!typeOnly && !dynamic) graph.set(from, [...(graph.get(from) ?? []), target]);
  }
  const done = new Set();
  const visit = (/** @type {string} */ file, /** @type {readonly string[]} */ path) => {
    assert.ok(!path.includes(file), `a circle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
});

test('files are named in kebab-case after what they export, never after a drawer for leftovers', () => {
  const names = [...modules, ...filesUnder('demo', /\.js$/), ...filesUnder('scripts', /\.mjs$/)];
  const base = (/** @type {string} */ path) => path.slice(path.lastIndexOf('/') + 1);
  const written = names.filter((name) => !name.includes('/locales/'));
  assert.deepEqual(
    written.filter((name) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*\.(?:ts|js|mjs)$/.test(base(name))),
    [],
  );
  assert.deepEqual(
    names.filter((name) => /^(?:utils?|helpers?|managers?|data|misc|common)\./.test(base(name))),
    [],
  );
});

test('the demo and the end-to-end pages use what is published, and nothing behind it', () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const published = new Set(
    Object.values(exports).map((target) =>
      String(typeof target === 'string' ? target : target.default).slice(1),
    ),
  );
  const pages = [...filesUnder('demo', /\.js$/), ...filesUnder('test/e2e', /\.m?js$/)];
  const intoDist = pages
    .flatMap(importsOf)
    .map((one) => ({ ...one, target: one.target.replace(/^(?=dist\/)/, '/') }))
    .filter(({ target }) => target.startsWith('/'));
  assert.deepEqual(intoDist.filter(({ target }) => !published.has(target)).map(describe), []);
  const intoSources = pages
    .flatMap(importsOf)
    .filter(({ target }) => /^(?:src|components|build)\//.test(target));
  assert.deepEqual(intoSources.map(describe), []);
});
