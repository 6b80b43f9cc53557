// @ts-check
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { packPackage } from '../../scripts/pack.mjs';
import { ROOT, read } from '../../scripts/run.mjs';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** @type {Awaited<ReturnType<typeof packPackage>>} */
let packed;
/** @type {string} */
let folder;
before(async () => {
  packed = await packPackage();
  folder = join(packed.folder, 'node_modules/mingshi');
});
after(() => packed?.remove());

const textOf = (/** @type {string} */ path) => readFileSync(join(folder, path), 'utf8');
const javaScript = () => packed.files.filter((path) => path.endsWith('.js'));

describe('the packed package', () => {
  test('gives publint nothing to say', async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true, pack: false });
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest, { color: false })),
      [],
    );
  });

  test('holds what it names, and no test, source, map or demo', () => {
    const wanted = [
      'LICENSE',
      'README.md',
      'PRIVACY.md',
      'CHANGELOG.md',
      'disclosure.json',
      'dist/THIRD-PARTY-LICENSES.txt',
    ];
    assert.deepEqual(
      wanted.filter((path) => !packed.files.includes(path)),
      [],
    );
    const foreign =
      /(?:^|\/)(?:(?:test|demo|scripts|policies|node_modules)\/|\.[a-z])|\.map$|(?<!\.d)\.ts$|tsbuildinfo/;
    assert.deepEqual(
      packed.files.filter((path) => foreign.test(path)),
      [],
    );
  });

  test('has a command line that can be run', () => {
    const [first] = textOf(manifest.bin.mingshi).split('\n');
    assert.equal(first, '#!/usr/bin/env node');
    assert.ok((statSync(join(folder, manifest.bin.mingshi)).mode & 0o111) !== 0);
  });

  test('names as side effects exactly the modules that register elements', () => {
    const isEffect = (/** @type {string} */ path) => matches(path, manifest.sideEffects);
    const defining = javaScript().filter((path) => /(?:^|\/)define\.js$/.test(path));
    assert.deepEqual(
      defining.filter((path) => !isEffect(path)),
      [],
    );
    const listed = javaScript().filter((path) => isEffect(path) && !defining.includes(path));
    assert.deepEqual(listed.sort(), ['dist/mingshi.global.js', 'dist/mingshi.js', 'dist/src/cli/main.js']);
  });

  test('describes its elements, each with its tag and the file that ships', () => {
    const { modules } = JSON.parse(textOf('dist/custom-elements.json'));
    const declared = modules.flatMap((/** @type {any} */ { path, declarations = [] }) =>
      declarations.map((/** @type {any} */ one) => ({ path, ...one })),
    );
    const elements = declared.filter((/** @type {any} */ { customElement }) => customElement);
    const classes = [
      'ConsentGateElement',
      'PolicyReaderElement',
      'PolicySummaryElement',
      'PrivacyCenterElement',
      'ProviderElement',
    ];
    assert.deepEqual(
      classes.filter((name) => !elements.some((/** @type {any} */ one) => one.name === name)),
      [],
    );
    assert.deepEqual(
      elements.filter((/** @type {any} */ { path }) => !packed.files.includes(path)),
      [],
    );
  });

  test("shares no name with a host's own copies of Lit and its localisation", () => {
    for (const path of javaScript()) assert.doesNotMatch(textOf(path), /lit-localize-status/, path);
    for (const path of ['dist/mingshi.js', 'dist/mingshi.global.js']) {
      assert.doesNotMatch(textOf(path), /createPolicy\(["'`]lit-html/, path);
      assert.match(textOf(path), /createPolicy\(["'`]mingshi-lit/, path);
    }
  });

  test('says nowhere where it was built', () => {
    const said = packed.files.filter(
      (path) => textOf(path).includes(ROOT.slice(0, -1)) || textOf(path).includes('sourceMappingURL'),
    );
    assert.deepEqual(said, []);
  });
});

/** Whether one of npm's patterns (`*` within a folder) fits a path. @param {string} path @param {readonly string[]} patterns */
const matches = (path, patterns) =>
  patterns.some((pattern) =>
    new RegExp(`^${pattern.slice(2).replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`).test(path),
  );

describe('the repository', () => {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));

  /** Files that are or would be committed. */
  const files = async () =>
    (await read('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']))
      .split('\0')
      .filter(Boolean);

  test('names no package registry and no place of one machine', async (context) => {
    if (!readdirSync(ROOT).includes('.git')) return context.skip('this is no git repository');
    const hosts = new RegExp(['registry', '(?:npmjs|npmmirror|yarnpkg|taobao)'].join('\\.'));
    const places = new RegExp(
      ['(?:^|[\\s"\'(=])/(?:root|work|Users|home/[a-z]+)', '[\\w.-]+'].join('/'),
      'm',
    );
    const found = [];
    for (const file of await files()) {
      if (!/\.(?:[cm]?[jt]s|json|md|html|css|py|sh|xlf|txt)$|^\.|^[^.]+$/.test(file)) continue;
      const text = readIfThere(file);
      for (const pattern of [hosts, places])
        if (pattern.test(text)) found.push(`${file}: ${pattern.exec(text)?.[0]}`);
    }
    assert.deepEqual(found, []);
  });

  test('locks every platform of the tools that ship one, and resolves nothing to a host', () => {
    for (const name of ['rollup', 'esbuild']) {
      const platforms = Object.keys(lock.packages[`node_modules/${name}`].optionalDependencies ?? {});
      assert.ok(platforms.length > 10, `${name} has platforms`);
      assert.deepEqual(
        platforms.filter((platform) => !(`node_modules/${platform}` in lock.packages)),
        [],
      );
    }
    const resolved = Object.entries(lock.packages).filter(([, entry]) =>
      /^https?:/.test(entry.resolved ?? ''),
    );
    assert.deepEqual(
      resolved.map(([path]) => path),
      [],
    );
  });

  test('locks what package.json asks for', () => {
    const { dependencies, devDependencies, optionalDependencies } = lock.packages[''];
    assert.deepEqual(
      { dependencies, devDependencies, optionalDependencies },
      {
        dependencies: manifest.dependencies,
        devDependencies: manifest.devDependencies,
        optionalDependencies: manifest.optionalDependencies,
      },
    );
  });
});

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(join(ROOT, file), 'utf8');
  } catch {
    return '';
  }
}
