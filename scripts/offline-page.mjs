// node scripts/offline-page.mjs: writes dist/demo/offline.html, a page for an offline package. It has the classic script
// and the policy inside, makes no request of its own, and works from file://.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, fail } from './run.mjs';

/** JSON that may stand in a script element: no `<` can end it early. @param {string} json */
const forScript = (json) => json.trim().replaceAll('<', '\\u003c');

/** @param {string} policy the compiled policy as JSON text */
const page = (policy) => `<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>示例银行（离线包）</title>
    <link rel="icon" href="data:," />
    <script src="../mingshi.global.js"></script>
  </head>
  <body>
    <ming-provider storage="indexeddb">
      <script type="application/json">
        ${forScript(policy)}
      </script>
      <ming-consent-gate></ming-consent-gate>
      <ming-privacy-center></ming-privacy-center>
    </ming-provider>
  </body>
</html>
`;

/**
 * Writes `demo/offline.html` into `folder`, from its `policies/sample-bank.zh-Hans.json`; nothing where that is absent.
 * @param {string} folder the package's `dist`
 */
export function writeOfflinePage(folder) {
  const source = join(folder, 'policies/sample-bank.zh-Hans.json');
  if (!existsSync(source)) return;
  const policy = readFileSync(source, 'utf8');
  mkdirSync(join(folder, 'demo'), { recursive: true });
  writeFileSync(join(folder, 'demo/offline.html'), page(policy));
}

if (process.argv[1] === import.meta.filename) {
  try {
    writeOfflinePage(join(ROOT, 'dist'));
  } catch (error) {
    fail(error);
  }
}
