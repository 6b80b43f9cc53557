import { resolve } from 'node:path';
import { Failure } from '../failure.js';
import { namingFile } from '../naming-file.js';
import { sourceBytes } from '../source-bytes.js';
import { writeOutput } from '../write-output.js';
import type { ImportArguments } from './arguments.js';
import { importDialog } from './import-dialog.js';
import type { Imported } from './imported.js';
import { renderReport } from './render-report.js';

/** `mingshi import`: writes the configuration, tells the rest, and gives the exit code. */
export async function importFile({ file, output, report, tongue }: ImportArguments): Promise<number> {
  refuseOverwriting(file, output, report);
  const text = new TextDecoder().decode(await sourceBytes(file));
  const imported = await namingFile(file, () => importDialog(file, text, tongue));
  await writeOutput(`${JSON.stringify(imported.configuration, null, 2)}\n`, output);
  if (report !== undefined) await writeOutput(jsonOf(imported), report);
  process.stderr.write(renderReport(imported));
  return 0;
}

function refuseOverwriting(file: string, ...outputs: readonly (string | undefined)[]): void {
  const same = outputs.find((one) => one !== undefined && one !== '-' && resolve(one) === resolve(file));
  if (same !== undefined) throw new Failure(`${same} is the file itself: name another file for the output.`);
}

const jsonOf = ({ tongue: _, ...imported }: Imported): string =>
  `${JSON.stringify({ schema: 'mingshi.import/1', ...imported }, null, 2)}\n`;
