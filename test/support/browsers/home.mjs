// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where `HOME` is empty or unset, gives this process and its children a folder that goes when it ends: browsers would write
 * to the project's folder instead, or not start.
 */
export function ensureHome() {
  if (process.env['HOME']) return;
  const home = mkdtempSync(join(tmpdir(), 'mingshi-home-'));
  process.env['HOME'] = home;
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
}
