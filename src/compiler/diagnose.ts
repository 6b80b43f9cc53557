import type { Diagnostic, PolicySource } from '../policy/model.js';
import { positionInSource, sourcePosition } from '../policy/source-position.js';
import type { Finding, PolicyDocument } from './document.js';
import { findNotAPolicy } from './not-a-policy.js';
import type { LaidOut } from './paragraphs.js';
import type { Remark } from './remarks.js';

/** Where a place of the source stands in the text, or the next one that does. */
function placeInText({ traced }: LaidOut, source: number): number {
  let best = traced.text.length;
  let nearest = Infinity;
  for (const [text, start, length] of traced.runs) {
    if (source >= start && source < start + length) return text + source - start;
    if (start >= source && start - source < nearest) {
      nearest = start - source;
      best = text;
    }
  }
  return best;
}

/** Everything to be told about a policy, errors first; each with its place in the text and in the source. */
export function diagnose(
  document: PolicyDocument,
  noticed: readonly Finding[],
  laidOut: LaidOut,
  source: Pick<PolicySource, 'lines' | 'pages'>,
  remarks: readonly Remark[],
): Diagnostic[] {
  const runs = laidOut.traced.runs;
  const changes = remarks.map(({ code, severity, source: offset, sentence }): Diagnostic => {
    const place = placeInText(laidOut, offset);
    return {
      code,
      severity,
      sentence,
      span: { start: place, end: place },
      source: positionInSource(source.lines, offset, source.pages),
    };
  });
  const verdict = findNotAPolicy(document);
  const findings = (verdict ? [verdict, ...noticed] : noticed).map((finding): Diagnostic => {
    return { ...finding, source: sourcePosition({ runs, ...source }, finding.span.start) };
  });
  return [
    ...findings.filter(({ severity }) => severity === 'error'),
    ...changes,
    ...findings.filter(({ severity }) => severity !== 'error'),
  ];
}
