import type { CSSResult, LitElement } from 'lit';
import { base } from './base.js';
import { tokens } from './tokens.js';

/**
 * Gives an element its tokens, the base and `more` when there is something to show: an element that mostly shows nothing
 * loads no styles before. Its own styles stay
 * the last ones.
 */
export function wear({ renderRoot }: LitElement, ...more: readonly CSSResult[]): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const sheets = [tokens, base, ...more].flatMap(({ styleSheet }) => styleSheet ?? []);
  renderRoot.adoptedStyleSheets = [...new Set([...sheets, ...renderRoot.adoptedStyleSheets])];
}
