import type { Emphasis, Span } from '../../src/policy/model.js';

/** A piece of text that looks the same throughout. `hit` is the number of the search hit it belongs to. */
export interface Segment {
  readonly span: Span;
  readonly author: boolean;
  readonly rule: string | undefined;
  readonly hit: number | undefined;
}

export interface Hit extends Span {
  readonly number: number;
}

/** Cuts `span` wherever emphasis or a search hit starts or ends; the segments in order cover it exactly. */
export function segmentText(
  span: Span,
  emphasis: readonly Emphasis[],
  hits: readonly Hit[],
): readonly Segment[] {
  const cuts = cutsWithin(span, [...emphasis.map((one) => one.span), ...hits]);
  return cuts.slice(0, -1).map((start, index) => {
    const piece = { start, end: cuts[index + 1] ?? span.end };
    return {
      span: piece,
      author: emphasis.some((one) => one.origin === 'author' && covers(one.span, piece)),
      rule: emphasis.find((one) => one.origin === 'rule' && covers(one.span, piece))?.rule,
      hit: hits.find((hit) => covers(hit, piece))?.number,
    };
  });
}

function cutsWithin(span: Span, others: readonly Span[]): readonly number[] {
  const cuts = new Set([span.start, span.end]);
  for (const { start, end } of others) {
    if (start > span.start && start < span.end) cuts.add(start);
    if (end > span.start && end < span.end) cuts.add(end);
  }
  return [...cuts].sort((a, b) => a - b);
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
