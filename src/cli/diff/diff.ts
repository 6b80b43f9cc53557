import { resolve } from 'node:path';
import { comparePolicies } from '../../policy/compare/compare-policies.js';
import type { Policy } from '../../policy/model.js';
import { Failure } from '../failure.js';
import { readPolicyFile } from '../read-policy-file.js';
import { writeOutput } from '../write-output.js';
import type { DiffArguments } from './arguments.js';
import { renderJson } from './render-json.js';
import { renderMarkdown } from './render-markdown.js';
import { renderText } from './render-text.js';
import { reportOf, type Compared } from './report.js';

/** The exit code for a change that asks for consent again: none that Node or a shell gives. */
export const MATERIAL = 10;

/** `mingshi diff`: tells what changed, and gives the exit code. */
export async function diff(wanted: DiffArguments): Promise<number> {
  checkOutput(wanted);
  const compared = await compare(wanted);
  await writeOutput(render(compared, wanted.format), wanted.output);
  return compared.changes.material ? MATERIAL : 0;
}

function checkOutput({ before, after, output }: DiffArguments): void {
  if (output === undefined || output === '-') return;
  if ([before, after].some((file) => file !== '-' && resolve(file) === resolve(output)))
    throw new Failure(`${output} is one of the policies: name another file for the output.`);
}

async function compare(wanted: DiffArguments): Promise<Compared> {
  const before = await readPolicyFile(wanted.before, wanted, 'compared');
  const after = await readPolicyFile(wanted.after, wanted, 'compared');
  if (scriptOf(before) !== scriptOf(after))
    throw new Failure(
      `${wanted.before} is in ${before.language}, ${wanted.after} in ${after.language}: these are no two versions of one document.`,
    );
  return {
    before: { file: wanted.before, policy: before },
    after: { file: wanted.after, policy: after },
    changes: comparePolicies(before, after),
  };
}

/** `en` and `en-GB` are one language in one script, `zh-Hans` and `zh-Hant` are not. */
function scriptOf({ language }: Policy): string {
  const { language: name, script } = new Intl.Locale(language).maximize();
  return `${name}-${script ?? ''}`;
}

function render(compared: Compared, format: DiffArguments['format']): string {
  if (format === 'json') return renderJson(compared);
  const report = reportOf(compared);
  return format === 'markdown' ? renderMarkdown(report) : renderText(report);
}
