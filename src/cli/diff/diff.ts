import { resolve } from 'node:path';
import { comparePolicies } from '../../policy/compare/compare-policies.js';
import type { DiffCommand } from '../command-line.js';
import { Failure } from '../failure.js';
import { readPolicyFile } from '../read-policy-file.js';
import { writeOutput } from '../write-output.js';
import { renderJson } from './render-json.js';
import { renderMarkdown } from './render-markdown.js';
import { renderText } from './render-text.js';
import { reportOf, type Compared } from './report.js';

/** The exit code for a change that asks for consent again: none that Node or a shell gives. */
const MATERIAL = 10;

/** `mingshi diff`: tells what changed, and gives the exit code. */
export async function diff(command: DiffCommand): Promise<number> {
  try {
    checkOutput(command);
    const compared = await compare(command);
    await writeOutput(render(compared, command.format), command.output);
    return compared.changes.material ? MATERIAL : 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`mingshi: ${error.message}\n`);
    return 1;
  }
}

function checkOutput({ before, after, output }: DiffCommand): void {
  if (output === undefined || output === '-') return;
  if ([before, after].some((file) => file !== '-' && resolve(file) === resolve(output)))
    throw new Failure(`${output} is one of the policies: name another file for the output.`);
}

async function compare(command: DiffCommand): Promise<Compared> {
  const before = await readPolicyFile(command.before, command, 'compared');
  const after = await readPolicyFile(command.after, command, 'compared');
  if (before.language !== after.language)
    process.stderr.write(
      `mingshi: ${command.before} is in ${before.language}, ${command.after} in ${after.language}: these are no two versions.\n`,
    );
  return {
    before: { file: command.before, policy: before },
    after: { file: command.after, policy: after },
    changes: comparePolicies(before, after),
  };
}

function render(compared: Compared, format: DiffCommand['format']): string {
  if (format === 'json') return renderJson(compared);
  const report = reportOf(compared);
  return format === 'markdown' ? renderMarkdown(report) : renderText(report);
}
