import type { Policy } from '../../policy/model.js';
import type { Painter } from '../people/colours.js';
import type { CompileArguments } from './arguments.js';
import { renderMarkdown } from './summary/render-markdown.js';
import { renderText } from './summary/render-text.js';
import { summarise } from './summary/summarise.js';

/** A policy as `compile` writes it. */
export function render(policy: Policy, format: CompileArguments['format'], paint: Painter): string {
  if (format === 'json') return `${JSON.stringify(policy, null, 2)}\n`;
  const summary = summarise(policy);
  return format === 'markdown' ? renderMarkdown(summary) : renderText(summary, paint);
}
