import { extname, resolve } from 'node:path';
import { auditPolicy, readConfiguration } from '../../audit/index.js';
import { Failure } from '../failure.js';
import { packageVersion } from '../package-version.js';
import { readJsonFile, readPolicyFile } from '../read-policy-file.js';
import { writeOutput } from '../write-output.js';
import type { AuditArguments } from './arguments.js';
import type { Audited } from './audited.js';
import { renderJson } from './render-json.js';
import { renderSarif } from './render-sarif.js';
import { renderText } from './render-text.js';

/** The exit code for a finding of severity error: none that Node or a shell gives. */
export const ERRORS = 11;

/** `mingshi audit`: tells what the law finds wrong, and gives the exit code. */
export async function audit(wanted: AuditArguments): Promise<number> {
  checkOutput(wanted);
  const audited = await auditFile(wanted);
  await writeOutput(render(audited, wanted.format), wanted.output);
  return audited.findings.some(({ severity }) => severity === 'error') ? ERRORS : 0;
}

function checkOutput({ file, configuration, output }: AuditArguments): void {
  if (output === undefined || output === '-') return;
  if (
    [file, configuration].some((one) => one !== undefined && one !== '-' && resolve(one) === resolve(output))
  )
    throw new Failure(`${output} is the policy or the configuration: name another file for the output.`);
}

async function auditFile(wanted: AuditArguments): Promise<Audited> {
  const { file, profile, configuration } = wanted;
  const policy = await readPolicyFile(file, wanted, 'audited');
  const declared = configuration === undefined ? {} : await readJsonFile(configuration, readConfiguration);
  const findings = auditPolicy(policy, { profile, configuration: declared });
  const compiled = file === '-' || extname(file).toLowerCase() === '.json';
  const source = compiled ? policy.source.name : file;
  return { policy, profile, findings, source, ...(configuration !== undefined && { configuration }) };
}

function render(audited: Audited, format: AuditArguments['format']): string {
  if (format === 'json') return renderJson(audited);
  return format === 'sarif' ? renderSarif(audited, packageVersion()) : renderText(audited);
}
