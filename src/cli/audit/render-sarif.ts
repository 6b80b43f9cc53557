import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding, Place } from '../../audit/index.js';
import { sourcePosition, tellPosition } from '../../policy/source-position.js';
import { tongueOf, type Tongue } from '../people/tongue.js';
import type { Audited } from './audited.js';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** SARIF's ids may have parts: ours are the rule's id and the code, such as `R-N5/notice/no-contact`. */
const idOf = ({ rule, code }: Finding): string => `${rule}/${code}`;

/** The findings as a SARIF 2.1.0 log, for the code scanning of a CI service. Columns are UTF-16 code units. */
export function renderSarif(audited: Audited, version: string): string {
  const { policy, profile, findings } = audited;
  const language = tongueOf(policy.language);
  const rules = [...new Map(findings.map((one) => [idOf(one), one])).values()];
  const ids = rules.map(idOf);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Mingshi', version, rules: rules.map((one) => descriptor(one, language)) } },
        language: language === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        results: findings.map((one) => result(one, audited, language, ids.indexOf(idOf(one)))),
        properties: { profile, policy: policy.id, hash: policy.hash },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const descriptor = (finding: Finding, language: Tongue) => ({
  id: idOf(finding),
  name: finding.code,
  shortDescription: { text: finding.law[language] },
  help: { text: finding.mend[language] },
  defaultConfiguration: { level: LEVELS[finding.severity] },
});

function result(finding: Finding, audited: Audited, language: Tongue, ruleIndex: number) {
  const declared = finding.configuration;
  const uri = declared === undefined ? audited.source : (audited.configuration ?? 'configuration');
  const text = `${finding.sentence[language]} ${finding.mend[language]}`;
  return {
    ruleId: idOf(finding),
    ruleIndex,
    level: LEVELS[finding.severity],
    message: { text },
    locations: [
      {
        ...(declared === undefined
          ? location(finding, audited)
          : { physicalLocation: { artifactLocation: artifact(uri) } }),
        ...(declared !== undefined && { logicalLocations: [{ fullyQualifiedName: declared }] }),
      },
    ],
    ...(finding.also.length > 0 && {
      relatedLocations: finding.also.map((place, index) => ({ id: index + 1, ...location(place, audited) })),
    }),
  };
}

/** A path as SARIF takes it: an address, relative where the path is. */
const artifact = (path: string) => ({
  uri: isAbsolute(path) ? pathToFileURL(path).href : encodeURI(path.replace(/\\/g, '/')),
});

/** A page has no region that a viewer of files could show: its number and line are told in words. */
function location({ span, source, words }: Place, { policy, source: path }: Audited) {
  if (source.page !== undefined) {
    const text = words === '' ? tellPosition(source) : `${tellPosition(source)}: ${words}`;
    return { physicalLocation: { artifactLocation: artifact(path) }, message: { text } };
  }
  const end = sourcePosition(policy.source, span.end);
  // The compiler may have moved words: an end that stands before the start says no more than the start.
  const ends = end.offset >= source.offset ? end : source;
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: {
        startLine: source.line,
        startColumn: source.column,
        endLine: ends.line,
        endColumn: ends.column,
        ...(words !== '' && { snippet: { text: words } }),
      },
    },
  };
}
