import type { CssNode } from 'css-tree/parser';
import { declarationOf, expandDeclaration, type Declaration } from './declarations.js';
import { isForScreen } from './media-query.js';

/** A rule as it was written: its selectors, still as text, and what of its declarations can hide or stress words. */
export interface WrittenRule {
  readonly selectors: string;
  readonly declarations: readonly Declaration[];
  /** Rules of a layer yield to all others. */
  readonly layered: boolean;
}

/** What was read of a page's style sheets. */
export interface WrittenRules {
  readonly rules: readonly WrittenRule[];
  /** Some rules were too many, or nested too deep, to be read. */
  readonly incomplete: boolean;
  /** A sheet asks for another one, which is not here. */
  readonly imports: boolean;
}

export type CssParser = (css: string) => CssNode;

const GROUPS = /^(?:media|supports|layer|scope|starting-style|container|document)$/;
/** More rules than these, of those that can hide or stress words, no page needs. */
const MOST_RULES = 5000;
const DEEPEST = 20;

const rawOf = (node: CssNode | null | undefined): string =>
  typeof node?.value === 'string' ? node.value : '';

/** Reads rules out of parsed style sheets, in their order; conditions that no usual screen meets are left out. */
class RuleReader {
  readonly rules: WrittenRule[] = [];
  incomplete = false;
  imports = false;
  readonly #parse: CssParser;

  constructor(parse: CssParser) {
    this.#parse = parse;
  }

  sheet(css: string): void {
    try {
      this.#children(this.#parse(css), undefined, false, 0);
    } catch {
      this.incomplete = true;
    }
  }

  #children(
    node: CssNode | null | undefined,
    parent: string | undefined,
    layered: boolean,
    depth: number,
  ): void {
    if (depth > DEEPEST) this.incomplete = true;
    else node?.children?.forEach((child) => this.#node(child, parent, layered, depth));
  }

  #node(node: CssNode, parent: string | undefined, layered: boolean, depth: number): void {
    if (node.type === 'Atrule') this.#group(node, parent, layered, depth);
    else if (node.type === 'Rule') this.#rule(node, parent, layered, depth);
    else if (node.type === 'Raw' && parent !== undefined && rawOf(node).includes('{')) {
      this.#children(this.#parse(rawOf(node)), parent, layered, depth + 1);
    }
  }

  #group(node: CssNode, parent: string | undefined, layered: boolean, depth: number): void {
    const name = node.name?.toLowerCase() ?? '';
    if (name === 'import') this.imports = true;
    if (!GROUPS.test(name) || !node.block) return;
    if (name === 'media' && !isForScreen(rawOf(node.prelude))) return;
    if (name === 'scope' || name === 'starting-style' || name === 'container') return;
    this.#children(node.block, parent, layered || name === 'layer', depth + 1);
    if (parent !== undefined) this.#add(parent, node, layered);
  }

  #rule(node: CssNode, parent: string | undefined, layered: boolean, depth: number): void {
    const own = rawOf(node.prelude).trim();
    const selectors = parent === undefined ? own : nested(own, parent);
    this.#add(selectors, node, layered);
    this.#children(node.block, selectors, layered, depth + 1);
  }

  #add(selectors: string, rule: CssNode, layered: boolean): void {
    const declarations: Declaration[] = [];
    rule.block?.children?.forEach((node) => {
      if (node.type !== 'Declaration' || typeof node.value === 'string') return;
      const declared = declarationOf(node.property ?? '', rawOf(node.value), Boolean(node.important));
      if (expandDeclaration(declared).length > 0) declarations.push(declared);
    });
    if (declarations.length === 0 || selectors.length > 20_000) return;
    if (this.rules.length >= MOST_RULES) this.incomplete = true;
    else this.rules.push({ selectors, declarations, layered });
  }
}

/** `&` is what the outer rule selects; without it, the inner one looks below it. */
const nested = (own: string, parent: string): string =>
  own
    .split(',')
    .map((one) => (one.includes('&') ? one.replaceAll('&', `:is(${parent})`) : `:is(${parent}) ${one}`))
    .join(',');

/** More characters of style sheets than these are not read. */
const LONGEST = 1_000_000;

/** The rules of style sheets, in their order, that can hide or stress words on a screen. */
export function readStyleSheets(sheets: readonly string[], parse: CssParser): WrittenRules {
  const reader = new RuleReader(parse);
  let left = LONGEST;
  for (const css of sheets) {
    left -= css.length;
    if (left < 0) reader.incomplete = true;
    else reader.sheet(css);
  }
  return reader;
}
