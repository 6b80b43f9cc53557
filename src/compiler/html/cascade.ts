import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expandDeclaration, parseDeclarations, type Declaration } from './declarations.js';
import { attribute } from './elements.js';
import type { Match, Part, StyleRules } from './style-rules.js';

/** What the author's styles say of one element: each property with the value that wins. */
export type Declared = ReadonlyMap<string, string>;

interface Weighed extends Match {
  readonly inline: boolean;
}

/** Rising: later ones win. Important declarations are weighed apart, where a layer wins instead of yielding. */
function byWeight(important: boolean): (a: Weighed, b: Weighed) => number {
  const layer = (one: Weighed): number => Number(one.layered === important);
  return (a, b) =>
    Number(a.inline) - Number(b.inline) ||
    layer(a) - layer(b) ||
    a.specificity - b.specificity ||
    a.order - b.order;
}

/** Colours and numbers that attributes of older pages say; any style wins over them. */
function presentational(element: Tree.Element): Declaration[] {
  const said: [string, string | undefined][] = [
    ['color', element.tagName === 'font' ? attribute(element, 'color') : undefined],
    ['color', element.tagName === 'body' ? attribute(element, 'text') : undefined],
    ['background-color', attribute(element, 'bgcolor')],
    ['background-image', attribute(element, 'background') && 'url()'],
    [
      'list-style-type',
      /^(?:[ou]l|li)$/.test(element.tagName) ? listType(attribute(element, 'type')) : undefined,
    ],
    [
      'white-space',
      element.tagName === 'td' && attribute(element, 'nowrap') !== undefined ? 'nowrap' : undefined,
    ],
  ];
  return said.flatMap(([property, value]) => (value ? [{ property, value, important: false }] : []));
}

const LIST_TYPES: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['a', 'lower-alpha'],
  ['A', 'upper-alpha'],
  ['i', 'lower-roman'],
  ['I', 'upper-roman'],
]);

const listType = (type: string | undefined): string | undefined =>
  type === undefined
    ? undefined
    : (LIST_TYPES.get(type) ?? (/^[a-z]+$/i.test(type) ? type.toLowerCase() : undefined));

const NOTHING: Declared = new Map();

/** Everything the page says of an element (or of what its style sheets write before it), by the order of the cascade. */
export function declaredFor(
  element: Tree.Element,
  rules: StyleRules | undefined,
  part: Part = 'itself',
): Declared {
  const matches: Weighed[] = (rules?.matching(element, part) ?? []).map((match) => ({
    ...match,
    inline: false,
  }));
  const itself = part === 'itself';
  if (itself && element.attrs.length > 0) {
    const style = attribute(element, 'style');
    const own = { specificity: 0, order: 0, layered: false };
    const hints = presentational(element);
    if (hints.length > 0)
      matches.push({ ...own, specificity: -1, order: -1, inline: false, declarations: hints });
    if (style) matches.push({ ...own, inline: true, declarations: parseDeclarations(style) });
  }
  return matches.length === 0 ? NOTHING : applied(matches);
}

function applied(matches: Weighed[]): Declared {
  const values = new Map<string, string>();
  for (const important of [false, true]) {
    for (const { declarations } of matches.sort(byWeight(important))) {
      for (const declared of declarations) {
        if (declared.important !== important) continue;
        for (const [property, value] of expandDeclaration(declared)) values.set(property, value);
      }
    }
  }
  return values;
}
