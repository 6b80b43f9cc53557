// @ts-check
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { ROOT } from '../../scripts/run.mjs';
import { installedProject } from './installed-project.mjs';

const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const paths = Object.keys(exports).map((path) => `mingshi${path.slice(1)}`);
const modules = paths.filter((path) => !/\.(?:json|js)$/.test(path));
const headless = modules.filter((path) => !/(?:define|components|locale)$/.test(path));

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const POLICY = join(ROOT, 'demo/policies/sample-clinic.zh-Hans.md');
('# 隐私政策\n\n更新日期：2026年1月1日\n\n## 一、我们收集的信息\n\n我们收集您的**手机号**，用于登录。\n');

/** @type {Awaited<ReturnType<typeof installedProject>>} */
let project;
before(async () => {
  project = await installedProject();
});
after(() => project?.remove());

/** Bundles a module as an app would. @param {string} contents */
async function bundle(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project.folder },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

describe('the package in an empty project', () => {
  test('every path of its exports map names a file that is there', async () => {
    const code = `for (const path of ${JSON.stringify(paths)}) console.log(new URL(import.meta.resolve(path)).pathname);`;
    const files = (await project.run(process.execPath, '--input-type=module', '-e', code)).trim().split('\n');
    assert.equal(files.length, paths.length);
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
  });

  test('what needs no page is imported by Node, and imports nothing of Lit', async () => {
    const code = `for (const path of ${JSON.stringify(headless)}) await import(path);
      console.log(['lit', 'HTMLElement', 'customElements'].filter((name) => name in globalThis).join());`;
    assert.equal((await project.run(process.execPath, '--input-type=module', '-e', code)).trim(), '');
  });

  test('the classes of the elements are imported without a page', async () => {
    const code = `console.log(Object.keys(await import('mingshi/components')).filter((name) => name.endsWith('Element')).sort().join());`;
    const names = (await project.run(process.execPath, '--input-type=module', '-e', code)).trim();
    assert.match(names, /ConsentGateElement,.*PolicyReaderElement,.*ProviderElement/);
  });

  test('npx mingshi compile writes a policy, and an engine in Node answers about it', async () => {
    await project.run('npx', '--no-install', 'mingshi', 'compile', POLICY, '-o', 'policy.json');
    const policy = JSON.parse(readFileSync(join(project.folder, 'policy.json'), 'utf8'));
    assert.ok(readFileSync(POLICY, 'utf8').includes(policy.title.text));
    project.write(
      'headless.js',
      `import { readFileSync } from 'node:fs';
       import { createConsent } from 'mingshi';
       import { memoryStorage } from 'mingshi/storage/memory';
       const policy = JSON.parse(readFileSync('policy.json', 'utf8'));
       const engine = createConsent({ policies: [policy], storage: memoryStorage() });
       await engine.ready;
       console.log(engine.status(policy.id).decision, engine.status(policy.id).asks);
       engine.destroy();`,
    );
    assert.equal((await project.run(process.execPath, 'headless.js')).trim(), 'none true');
  });

  test('its schema accepts what its compiler wrote', async () => {
    const { Ajv2020: Ajv } = await import('ajv/dist/2020.js');
    const schema = JSON.parse(
      readFileSync(join(project.folder, 'node_modules/mingshi/dist/policy.schema.json'), 'utf8'),
    );
    const validate = new Ajv({ strict: false }).compile(schema);
    const policy = JSON.parse(readFileSync(join(project.folder, 'policy.json'), 'utf8'));
    assert.ok(validate(policy), JSON.stringify(validate.errors));
  });
});

describe('its types', () => {
  const use = `
    ${modules.map((path, index) => `import * as part${index} from '${path}';`).join('\n')}
    import { createConsent, type ConsentEngine, type Policy } from 'mingshi';
    declare const policy: Policy;
    export const engine: ConsentEngine = createConsent({ policies: [policy] });
    export const decision: 'unknown' | 'none' | 'granted' | 'denied' | 'withdrawn' = engine.status(policy.id).decision;
    export const gate: HTMLElement = document.createElement('ming-consent-gate');
    document.createElement('ming-provider').engine = engine;
    document.addEventListener('ming-answered', (event) => { const given: 'granted' | 'denied' = event.decision; void given; });
    // @ts-expect-error a policy is required
    createConsent({});
    export const parts = [${modules.map((_, index) => `part${index}`).join(', ')}];`;

  const headlessUse = `
    import { createConsent, ConsentError } from 'mingshi';
    import { memoryStorage } from 'mingshi/storage/memory';
    import { verifyLedger } from 'mingshi/ledger';
    export const parts = [createConsent, ConsentError, memoryStorage, verifyLedger];`;

  const STRICT = {
    ...{ strict: true, noEmit: true, target: 'ES2022', skipLibCheck: false, types: [] },
    ...{
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    },
  };

  const check = async (/** @type {string} */ source, /** @type {Record<string, unknown>} */ options) => {
    project.write('use.ts', source);
    project.write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { ...STRICT, ...options }, files: ['use.ts'] }),
    );
    await project.run(process.execPath, TSC, '-p', '.');
  };

  test('compile strictly for a bundler, libraries checked', () =>
    check(use, { module: 'ESNext', moduleResolution: 'bundler' }));

  test("compile strictly by Node's own resolution, libraries checked", () =>
    check(use, { module: 'Node16', moduleResolution: 'node16' }));

  test('of the core compile without the DOM', () =>
    check(headlessUse, {
      ...{ module: 'Node16', moduleResolution: 'node16', lib: ['ES2022'] },
      ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
    }));
});

describe('an app that uses a part', () => {
  test('gets no more than it imports', async () => {
    assert.equal(
      (await bundle("import 'mingshi/components'; import 'mingshi'; import 'mingshi/ledger';")).trim(),
      '',
    );
    const error = await bundle("export { ConsentError } from 'mingshi';");
    assert.ok(error.length < 1000, `one class weighs ${error.length} bytes`);
    assert.doesNotMatch(
      await bundle("export { createConsent } from 'mingshi';"),
      /indexedDB|customElements|localStorage/,
    );
  });

  test('registers the element it defines, and none it does not use', async () => {
    const gate = await bundle("import 'mingshi/consent-gate/define';");
    assert.match(gate, /ming-consent-gate/);
    assert.doesNotMatch(gate, /["'`]ming-privacy-center["'`]/);
  });

  test('never gets the compiler with the elements', async () => {
    const all = await bundle("import 'mingshi/define';");
    assert.doesNotMatch(all, /compiler\/[a-z]/);
  });
});
