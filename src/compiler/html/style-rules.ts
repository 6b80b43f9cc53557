import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Selector } from 'css-what';
import type { Declaration } from './declarations.js';
import { attribute, isElement } from './elements.js';
import { specificityOf } from './specificity.js';
import type { WrittenRule } from './style-sheet.js';

export type SelectorReader = Pick<typeof import('css-what'), 'parse'>;
export type SelectorMatcher = Pick<typeof import('css-select'), 'compile'>;

type Options = NonNullable<Parameters<typeof import('css-select').compile<Tree.Node, Tree.Element>>[1]>;

/** Declarations of a rule that selects an element, and what they are worth against others. */
export interface Match {
  readonly declarations: readonly Declaration[];
  readonly specificity: number;
  readonly order: number;
  readonly layered: boolean;
}

interface Rule extends Match {
  readonly selects: (element: Tree.Element) => boolean;
}

/** The part of an element a rule speaks of: itself, or what a style sheet writes before or after its words. */
export type Part = 'itself' | 'before' | 'after' | 'marker';

/** Asking an element for one thing is a step; a page that needs more steps than these is not styled to its end. */
const MOST_STEPS = 3_000_000;

class TooManySteps extends Error {}

const NEVER = (): boolean => false;
/** States that a page just opened is not in. */
const STATES = [
  'focus',
  'focus-visible',
  'focus-within',
  'target',
  'target-within',
  'fullscreen',
  'popover-open',
  'modal',
];

/** Counts what selectors ask for, and stops them where it is too much. */
class Steps {
  #left = MOST_STEPS;

  take(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooManySteps();
  }

  options(): Options {
    const counted = <Value>(value: Value): Value => {
      this.take();
      return value;
    };
    return {
      cacheResults: false,
      pseudos: Object.fromEntries(STATES.map((state) => [state, NEVER])),
      adapter: {
        isTag: (node): node is Tree.Element => counted(isElement(node)),
        getAttributeValue: (element, name) => {
          const value = attribute(element, name);
          this.take(1 + (element.attrs.length >> 3) + ((value?.length ?? 0) >> 6));
          return value;
        },
        getChildren: (node) => counted('childNodes' in node ? node.childNodes : []),
        getName: (element) => counted(element.tagName),
        getParent: (element) => counted(element.parentNode),
        getSiblings: (node) =>
          counted('parentNode' in node && node.parentNode ? node.parentNode.childNodes : [node]),
        getText: () => counted(''),
        hasAttrib: (element, name) => {
          this.take(1 + (element.attrs.length >> 3));
          return attribute(element, name) !== undefined;
        },
        removeSubsets: (nodes) => counted(nodes),
        equals: (a, b) => counted(a === b),
      },
    };
  }
}

const partOf = (selector: readonly Selector[]): Part | undefined => {
  const names = selector.flatMap((part) =>
    (part.type as string) === 'pseudo-element' && 'name' in part ? [part.name] : [],
  );
  const [name, more] = names;
  if (name === undefined) return 'itself';
  return more === undefined && (name === 'before' || name === 'after' || name === 'marker')
    ? name
    : undefined;
};

const TRAVERSALS: ReadonlySet<string> = new Set([
  'adjacent',
  'child',
  'descendant',
  'parent',
  'sibling',
  'column-combinator',
]);

/** The id, class or tag that an element must have to be selected; `*` where nothing simple tells. */
function keyOf(selector: readonly Selector[]): string {
  let tag = '*';
  let name: string | undefined;
  for (let at = selector.length - 1; at >= 0; at -= 1) {
    const part = selector[at];
    if (!part || TRAVERSALS.has(part.type)) break;
    if ('action' in part && (part.action as string) === 'equals' && part.name === 'id')
      return `#${part.value}`;
    if ('action' in part && (part.action as string) === 'element' && part.name === 'class')
      name = `.${part.value}`;
    if ((part.type as string) === 'tag' && 'name' in part) tag = part.name.toLowerCase();
  }
  return name ?? tag;
}

/** Finds the rules of a page's style sheets that select an element, by its id, classes and tag first. */
export class StyleRules {
  /** Some rules were given up: too many steps for all elements, or a selector nobody can read. */
  incomplete = false;
  readonly #rules = new Map<string, Rule[]>();
  readonly #steps = new Steps();

  constructor(written: readonly WrittenRule[], reader: SelectorReader, matcher: SelectorMatcher) {
    const options = this.#steps.options();
    written.forEach((rule, order) => {
      for (const selector of selectorsOf(rule.selectors, reader))
        this.#add(rule, order, selector, matcher, options);
    });
  }

  #add(
    rule: WrittenRule,
    order: number,
    selector: Selector[],
    matcher: SelectorMatcher,
    options: Options,
  ): void {
    const part = partOf(selector);
    const bare = selector.filter(({ type }) => (type as string) !== 'pseudo-element');
    if (!part) return;
    try {
      const test =
        bare.length > 0 ? matcher.compile<Tree.Node, Tree.Element>([bare], options) : (): boolean => true;
      const { declarations, layered } = rule;
      const key = `${part} ${keyOf(bare)}`;
      const known = this.#rules.get(key) ?? [];
      known.push({ selects: test, specificity: specificityOf(selector), order, layered, declarations });
      this.#rules.set(key, known);
    } catch {
      // A selector that is none selects nothing.
    }
  }

  /** Whether any rule speaks of a part of elements. */
  speaksOf(part: Part): boolean {
    return [...this.#rules.keys()].some((key) => key.startsWith(`${part} `));
  }

  /** The rules for a part of an element, in no order. */
  matching(element: Tree.Element, part: Part): Match[] {
    if (this.incomplete) return [];
    const found: Match[] = [];
    try {
      for (const key of keysOf(element)) {
        for (const rule of this.#rules.get(`${part} ${key}`) ?? []) {
          this.#steps.take();
          if (rule.selects(element)) found.push(rule);
        }
      }
    } catch (cause) {
      if (!(cause instanceof TooManySteps || cause instanceof RangeError)) throw cause;
      this.incomplete = true;
    }
    return found;
  }
}

function selectorsOf(written: string, reader: SelectorReader): Selector[][] {
  try {
    return reader.parse(written);
  } catch {
    return [];
  }
}

function keysOf(element: Tree.Element): Set<string> {
  const id = attribute(element, 'id');
  const classes = attribute(element, 'class')?.split(/\s+/).filter(Boolean) ?? [];
  return new Set(['*', element.tagName, ...(id ? [`#${id}`] : []), ...classes.map((name) => `.${name}`)]);
}
