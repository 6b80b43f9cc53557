import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/**
 * Every row there is, by area and file: each `<area>/<name>.row.mjs` exports one as `row`, or several as `rows`. `chosen` names
 * areas or rows; none means all. Rejects where a name is neither.
 */
export async function findRows(chosen = []) {
  const files = readdirSync(ROOT, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.row.mjs'))
    .sort();
  const rows = [];
  for (const file of files) {
    const module = await import(pathToFileURL(join(ROOT, file)).href);
    for (const row of module.rows ?? [module.row]) rows.push({ ...row, area: basename(dirname(file)) });
  }
  const unknown = chosen.find((name) => !rows.some((row) => isNamed(row, name)));
  if (unknown !== undefined) {
    const names = [...new Set(rows.flatMap(({ area, id }) => [area, id]))].join(', ');
    throw new Error(`There is no row or area ${unknown}. There are: ${names}.`);
  }
  return chosen.length === 0 ? rows : rows.filter((row) => chosen.some((name) => isNamed(row, name)));
}

const isNamed = (row, name) => row.area === name || row.id.toLowerCase() === name.toLowerCase();
