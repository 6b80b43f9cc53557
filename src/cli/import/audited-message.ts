import { auditPolicy, type AuditConfiguration, type Finding } from '../../audit/index.js';
import { compilePolicy } from '../../compiler/index.js';
import type { ImportFinding } from './import-finding.js';
import type { PrivacyDialog } from './privacy-dialog.js';

/** The rules about words that a dialog may break as a policy may; what a policy must say, a dialog need not. */
const ABOUT_WORDS = [
  'consent/assumed',
  'consent/bundled',
  'consent/refusal-ends-service',
  'consent/unclear-answers',
  'notice/change-at-once',
  'notice/data-catch-all',
];

/** What `audit` finds in the words of a dialog, and in what the file declares. */
export async function auditedMessage(
  { message = '', second }: PrivacyDialog,
  configuration: AuditConfiguration,
): Promise<readonly ImportFinding[]> {
  const first = await findingsIn(message, configuration, ['message']);
  return second.message
    ? [...first, ...(await findingsIn(second.message, {}, ['second', 'message']))]
    : first;
}

async function findingsIn(
  html: string,
  configuration: AuditConfiguration,
  path: readonly string[],
): Promise<readonly ImportFinding[]> {
  const policy = await compilePolicy(
    { name: 'message', mediaType: 'text/html', text: html },
    { kind: 'privacy-policy' },
  );
  return auditPolicy(policy, { configuration })
    .filter(({ code }) => ABOUT_WORDS.includes(code))
    .map((one) => asImported(one, configuration, path));
}

const FIELDS: Readonly<Record<string, string>> = {
  'answers.agree': 'buttonAccept',
  'answers.refuse': 'buttonRefuse',
};

function asImported(
  { rule, code, severity, words, sentence, law, mend, configuration: place }: Finding,
  { answers }: AuditConfiguration,
  path: readonly string[],
): ImportFinding {
  const field = place === undefined ? undefined : FIELDS[place];
  const label = field === 'buttonAccept' ? answers?.agree : answers?.refuse;
  const found = { rule, code, severity, sentence, law, mend };
  return field === undefined ? { ...found, path, words } : { ...found, path: [field], words: label ?? '' };
}
