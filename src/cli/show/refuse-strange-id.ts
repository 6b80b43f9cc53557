import { existsSync } from 'node:fs';
import { Failure } from '../failure.js';

/** Throws `Failure` for `<file>#<id>` with an id that none can be: the file is there, and has no such event. */
export function refuseStrangeId(named: string): void {
  const [, file, id] = /^(.+)#([^#/\\]+)$/s.exec(named) ?? [];
  if (file === undefined || id === undefined || existsSync(named) || !existsSync(file)) return;
  throw new Failure(`${file} holds no event whose id begins with ${id}.`);
}
