import type { Policy, SourcePosition, Span } from '../../policy/model.js';
import { sourcePosition, tellPosition } from '../../policy/source-position.js';
import type { Tongue } from './tongue.js';

/** Where words begin in the source, and how people are told. */
export interface Where extends SourcePosition {
  /** `12:5`, or of a source that has pages `page 3, line 12`. */
  readonly shown: string;
}

/** Where a span of a policy begins in its source, told in a language. */
export function whereIs(policy: Policy, { start }: Span, tongue: Tongue): Where {
  const position = sourcePosition(policy.source, start);
  const { page, line } = position;
  const chinese = tongue === 'zh' && page !== undefined;
  return { ...position, shown: chinese ? `第${page}页第${line}行` : tellPosition(position) };
}
