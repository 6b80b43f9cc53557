import type { ChangeReason, FactChange, PieceChange, PolicyChanges } from '../../policy/compare/changes.js';
import type { Policy, Span } from '../../policy/model.js';
import { sourcePosition, tellPosition } from '../../policy/source-position.js';
import { exchangedSegments, plainSegments, type Segment } from './segments.js';
import { diffWords, type DiffWords } from './diff-words.js';
import { hintsOf } from './hints.js';

/** A version and the file it came from. */
export interface Version {
  readonly file: string;
  readonly policy: Policy;
}

export interface Compared {
  readonly before: Version;
  readonly after: Version;
  readonly changes: PolicyChanges;
}

/** One thing told: what it is, where it stands in both sources, and its words. */
export interface ReportLine {
  readonly sign: '+' | '-' | '~' | '>' | '!';
  readonly label: string;
  /** `file:line:column`, or `file:page 3, line 12`; the old one first. */
  readonly places: readonly string[];
  readonly segments: readonly Segment[];
}

/** What is told to people, before it is laid out. */
export interface DiffReport {
  readonly title: string;
  /** What to know before the changes. */
  readonly hints: readonly string[];
  readonly verdict: string;
  readonly reasons: readonly ReportLine[];
  readonly parts: readonly { readonly title: string; readonly lines: readonly ReportLine[] }[];
}

export function reportOf(compared: Compared): DiffReport {
  const { changes, after } = compared;
  const words = diffWords(after.policy.language);
  const { pieces, facts, reasons, material } = changes;
  const same = pieces.length === 0 && facts.length === 0;
  const parts = [
    { title: words.pieces, lines: pieces.map((change) => pieceLine(compared, words, change)) },
    { title: words.facts, lines: facts.map((change) => factLine(compared, words, change)) },
  ];
  return {
    title: titleOf(compared, words),
    hints: hintsOf(compared).map(({ code, version }) => words.hints[code](version ?? '')),
    verdict: same ? words.same : material ? words.material(reasons.length) : words.notMaterial,
    reasons: reasons.map((reason) => reasonLine(compared, words, reason)),
    parts: parts.filter(({ lines }) => lines.length > 0),
  };
}

function titleOf({ before, after }: Compared, words: DiffWords): string {
  const title = after.policy.title?.text.replace(/\s+/g, ' ') ?? words.untitled;
  return `${title}: ${before.policy.version ?? before.file} → ${after.policy.version ?? after.file}`;
}

function placeOf({ file, policy }: Version, { start }: Span): string {
  return `${file}:${tellPosition(sourcePosition(policy.source, start))}`;
}

const placesOf = ({ before, after }: Compared, old: Span | undefined, young: Span | undefined): string[] => [
  ...(old ? [placeOf(before, old)] : []),
  ...(young ? [placeOf(after, young)] : []),
];

function pieceLine(compared: Compared, words: DiffWords, change: PieceChange): ReportLine {
  const { before, after } = compared;
  const label = words.kinds[change.kind === 'reworded' && change.moved ? 'moved-reworded' : change.kind];
  if (change.kind === 'added')
    return {
      sign: '+',
      label,
      places: placesOf(compared, undefined, change.after.span),
      segments: plainSegments(after.policy.text, change.after.span),
    };
  if (change.kind === 'removed')
    return {
      sign: '-',
      label,
      places: placesOf(compared, change.before.span, undefined),
      segments: plainSegments(before.policy.text, change.before.span),
    };
  const places = placesOf(compared, change.before.span, change.after.span);
  if (change.kind === 'moved')
    return { sign: '>', label, places, segments: plainSegments(after.policy.text, change.after.span) };
  const texts = { before: before.policy.text, after: after.policy.text };
  return { sign: '~', label, places, segments: exchangedSegments(texts, change) };
}

function factLine(
  compared: Compared,
  words: DiffWords,
  { fact, change, field, before, after }: FactChange,
): ReportLine {
  const part = field === undefined ? '' : ` · ${words.fields[field] ?? field}`;
  return {
    sign: change === 'added' ? '+' : change === 'removed' ? '-' : '~',
    label: `${words.factNames[fact]}${part} · ${words.changes[change]}`,
    places: placesOf(compared, before?.span, after?.span),
    segments: [
      ...(before ? [{ kind: 'gone' as const, text: before.text }] : []),
      ...(after ? [{ kind: 'come' as const, text: after.text }] : []),
    ],
  };
}

function reasonLine(compared: Compared, words: DiffWords, { code, before, after }: ChangeReason): ReportLine {
  const cut = (version: Version, span: Span): string => version.policy.text.slice(span.start, span.end);
  return {
    sign: '!',
    label: words.reasons[code],
    places: placesOf(compared, before, after),
    segments: [
      ...(before ? [{ kind: 'gone' as const, text: cut(compared.before, before) }] : []),
      ...(after ? [{ kind: 'come' as const, text: cut(compared.after, after) }] : []),
    ],
  };
}
