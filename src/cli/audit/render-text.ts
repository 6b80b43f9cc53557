import type { Bilingual, Finding, Place, Severity } from '../../audit/index.js';
import { tellPosition } from '../../policy/source-position.js';
import { brief, oneLine } from '../people/one-line.js';
import { tongueOf, type Tongue } from '../people/tongue.js';
import type { Audited } from './audited.js';

const GROUPS: readonly { severity: Severity; title: Bilingual }[] = [
  {
    severity: 'error',
    title: { zh: '错误：法律明确要求或者禁止', en: 'Errors: the law asks for it, or forbids it' },
  },
  {
    severity: 'warning',
    title: { zh: '警告：很可能有问题，请人核对', en: 'Warnings: most likely wrong, please look' },
  },
  { severity: 'info', title: { zh: '提示：值得知道', en: 'Notes: worth knowing' } },
];

const LABELS = {
  zh: {
    none: '没有发现问题',
    also: '另见',
    more: '处',
    mend: '改法：',
    law: '依据：',
    open: '“',
    close: '”',
  },
  en: {
    none: 'Nothing was found',
    also: 'also',
    more: 'more',
    mend: 'Mend: ',
    law: 'Law: ',
    open: '"',
    close: '"',
  },
} as const;

/** Words longer than this are cut, places beyond these many only counted. */
const WORDS_SHOWN = 60;
const PLACES_SHOWN = 5;

/** The findings for people, in the policy's language, errors first. */
export function renderText(audited: Audited): string {
  const { policy, profile, findings, source } = audited;
  const language = tongueOf(policy.language);
  const title = oneLine(policy.title?.text ?? policy.id);
  const groups = GROUPS.map((group) => ({
    ...group,
    members: findings.filter(({ severity }) => severity === group.severity),
  })).filter(({ members }) => members.length > 0);
  const head = `${title} (${source}, ${profile})\n`;
  if (groups.length === 0) return `${head}${LABELS[language].none}.\n`;
  return [
    head,
    ...groups.map(
      (group) =>
        `\n${group.title[language]} (${group.members.length})\n` +
        group.members.map((one) => shown(one, audited, language)).join(''),
    ),
  ].join('');
}

function shown(finding: Finding, { source, configuration }: Audited, language: Tongue): string {
  const { rule, code, sentence, mend, law, also } = finding;
  const labels = LABELS[language];
  const where =
    finding.configuration === undefined
      ? `${source}:${at(finding)}`
      : `${configuration ?? 'configuration'}: ${finding.configuration}`;
  const words =
    finding.words === '' ? '' : `    ${labels.open}${brief(finding.words, WORDS_SHOWN)}${labels.close}\n`;
  return (
    `\n  ${where}  ${rule} ${code}\n    ${sentence[language]}\n${words}${further(also, language)}` +
    `    ${labels.mend}${mend[language]}\n    ${labels.law}${law[language]}\n`
  );
}

const at = ({ source }: Place): string => tellPosition(source);

function further(also: readonly Place[], language: Tongue): string {
  if (also.length === 0) return '';
  const labels = LABELS[language];
  const places = also
    .slice(0, PLACES_SHOWN)
    .map((place) => `${at(place)} ${labels.open}${brief(place.words, WORDS_SHOWN)}${labels.close}`);
  const rest = also.length - places.length;
  const more = rest > 0 ? [`… ${rest} ${labels.more}`] : [];
  return `    ${labels.also} ${[...places, ...more].join(language === 'zh' ? '；' : '; ')}\n`;
}
