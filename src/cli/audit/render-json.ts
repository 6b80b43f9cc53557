import type { Audited } from './audited.js';

/** The findings as JSON, with the policy they are about. */
export function renderJson({ policy, profile, findings, source, configuration }: Audited): string {
  const count = (severity: string): number => findings.filter((one) => one.severity === severity).length;
  const report = {
    schema: 'mingshi.audit/1',
    profile,
    policy: { id: policy.id, version: policy.version, language: policy.language, hash: policy.hash },
    source,
    configuration,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    findings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
