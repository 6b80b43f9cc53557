import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Declared } from './cascade.js';
import { BLACK, isLost, parseColour, WHITE, type Colour } from './colours.js';
import { attribute } from './elements.js';
import { pixelsOf } from './lengths.js';
import { variablesOf, withVariables, type Variables } from './variables.js';

/** How the words of an element are shown, as far as it decides whether they are seen and stressed. */
export interface Look {
  /** `own`: bold as every heading is, or as the whole page is; nothing is stressed by it. */
  readonly bold: 'no' | 'own' | 'stressed';
  readonly underlined: boolean;
  readonly struck: boolean;
  readonly visible: boolean;
  /** Font size in CSS pixels. */
  readonly size: number;
  /** Undefined where nobody can say. */
  readonly colour: Colour | undefined;
  readonly ground: Colour | undefined;
  /** Words are moved out of the page by an indent. */
  readonly outdented: boolean;
  /** Line ends and spaces of the source are shown. */
  readonly exact: boolean;
  readonly listStyle: string;
  /** Letters are shown as signs. */
  readonly symbols: boolean;
  readonly variables: Variables;
}

/** A page before any style: black on white. `known` is false where style sheets from elsewhere may colour it. */
export const plainLook = (known: boolean): Look => ({
  bold: 'no',
  underlined: false,
  struck: false,
  visible: true,
  size: 16,
  colour: BLACK,
  ground: known ? WHITE : undefined,
  outdented: false,
  exact: false,
  listStyle: 'disc',
  symbols: false,
  variables: new Map(),
});

const STRESSED = /^(?:b|strong)$/;
const BOLD_ITSELF = /^(?:h[1-6]|th|html|body)$/;
const UNDERLINED = /^(?:u|ins)$/;
const STRUCK = /^(?:s|strike|del)$/;
const EXACT = /^(?:pre|listing|xmp|plaintext)$/;
const LINK: Colour = [0, 0, 238, 1];
const STYLED_TAG = /^(?:b|strong|h[1-6]|th|u|ins|s|strike|del|pre|listing|xmp|plaintext|a|ol|ul|menu|dir)$/;

/** Smaller letters nobody sees. */
const SMALLEST = 1;

/** Why no reader sees words of this look; undefined where one does. */
export const isUnseen = (look: Look): boolean =>
  !look.visible ||
  look.size <= SMALLEST ||
  look.outdented ||
  (look.colour !== undefined && isLost(look.colour, look.ground));

type Get = (property: string) => string | undefined;

function boldOf(tag: string, get: Get, parent: Look): Look['bold'] {
  const weight = get('font-weight')?.toLowerCase();
  const itself = BOLD_ITSELF.test(tag);
  if (weight === 'bold' || weight === 'bolder' || Number(weight) >= 600) return itself ? 'own' : 'stressed';
  if (weight === 'normal' || weight === 'lighter' || weight === 'initial' || Number(weight) < 600)
    return 'no';
  if (weight === 'inherit' || weight === 'unset') return parent.bold;
  if (STRESSED.test(tag)) return 'stressed';
  return itself && tag.length === 2 ? 'own' : parent.bold;
}

/** A line under a link says that it is one; no line is inherited, but what stands in an underlined element is underlined. */
function linesOf(tag: string, get: Get, parent: Look): Pick<Look, 'underlined' | 'struck'> {
  const line = get('text-decoration-line')?.toLowerCase();
  const under = line === undefined ? UNDERLINED.test(tag) : line.includes('underline') && tag !== 'a';
  const through = line === undefined ? STRUCK.test(tag) : line.includes('line-through');
  return { underlined: parent.underlined || under, struck: parent.struck || through };
}

const SIZES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'xx-small': 9,
    'x-small': 10,
    small: 13,
    medium: 16,
    large: 18,
    'x-large': 24,
    'xx-large': 32,
  }),
);

function sizeOf(get: Get, parent: Look): number {
  const size = get('font-size')?.toLowerCase();
  if (size === undefined || size === 'inherit') return parent.size;
  const known = SIZES.get(size) ?? pixelsOf(size, parent.size, parent.size / 100);
  return known ?? (/^(?:initial|unset|revert)$/.test(size) ? 16 : parent.size);
}

function colourOf(element: Tree.Element, get: Get, parent: Look): Colour | undefined {
  const value = (get('-webkit-text-fill-color') ?? get('color'))?.toLowerCase();
  if (value === undefined) {
    return element.tagName === 'a' && attribute(element, 'href') !== undefined ? LINK : parent.colour;
  }
  if (value === 'inherit' || value === 'unset' || value === 'currentcolor') return parent.colour;
  if (value === 'initial') return BLACK;
  const image = get('background-image');
  const filled = image !== undefined && image !== 'none' && parseColour(value)?.[3] === 0;
  return filled ? undefined : parseColour(value);
}

const MOVED = /^(?:absolute|fixed|sticky)$/i;

/** What stands behind the words: the nearest ground that covers what is below it. A picture may have any colour. */
function groundOf(get: Get, parent: Look): Colour | undefined {
  const image = get('background-image');
  const value = get('background-color')?.toLowerCase();
  const colour =
    value === undefined || /^(?:initial|unset|none)$/.test(value) ? undefined : parseColour(value);
  if (image !== undefined && !/^(?:none|initial|unset)$/i.test(image)) return undefined;
  if (colour && colour[3] > 0.95) return colour;
  if (
    value !== undefined &&
    value !== 'inherit' &&
    colour?.[3] !== 0 &&
    !/^(?:initial|unset|none)$/.test(value)
  )
    return undefined;
  const isMoved = MOVED.test(get('position') ?? '') || get('margin-top')?.startsWith('-') === true;
  return isMoved ? undefined : parent.ground;
}

const FAR = -500;

function outdentedOf(get: Get, parent: Look, size: number): boolean {
  const indent = get('text-indent');
  const length = pixelsOf(indent, size, 12.8);
  return length === undefined ? parent.outdented : length <= FAR;
}

function listStyleOf(tag: string, get: Get, parent: Look): string {
  const image = get('list-style-image');
  if (image !== undefined && !/^(?:none|initial)$/i.test(image)) return 'none';
  const type = get('list-style-type');
  if (type !== undefined && !/^(?:inherit|unset)$/i.test(type)) return type;
  if (tag === 'ol') return 'decimal';
  return /^(?:ul|menu|dir)$/.test(tag) ? 'disc' : parent.listStyle;
}

function exactOf(tag: string, get: Get, parent: Look): boolean {
  const space = get('white-space')?.toLowerCase();
  if (space === undefined || space === 'inherit') return EXACT.test(tag) || parent.exact;
  return space.startsWith('pre') || space === 'break-spaces';
}

function visibleOf(get: Get, parent: Look): boolean {
  const value = get('visibility')?.toLowerCase();
  return value === undefined || value === 'inherit' ? parent.visible : !/^(?:hidden|collapse)$/.test(value);
}

function symbolsOf(get: Get, parent: Look): boolean {
  const family = get('font-family');
  return family === undefined ? parent.symbols : /^["']?(?:wingdings|webdings|symbol\b)/i.test(family);
}

/** The value of a property with its variables replaced. */
export const readerOf =
  (declared: Declared, variables: Variables): Get =>
  (property) =>
    withVariables(declared.get(property), variables);

/** How an element's words are shown, by what is declared for it and by how its parent's are. */
export function lookOf(element: Tree.Element, declared: Declared, parent: Look): Look {
  const tag = element.tagName;
  if (declared.size === 0 && !STYLED_TAG.test(tag)) return parent;
  const variables = variablesOf(declared, parent.variables);
  const get = readerOf(declared, variables);
  const size = sizeOf(get, parent);
  return {
    bold: boldOf(tag, get, parent),
    ...linesOf(tag, get, parent),
    visible: visibleOf(get, parent),
    size,
    colour: colourOf(element, get, parent),
    ground: groundOf(get, parent),
    outdented: outdentedOf(get, parent, size),
    exact: exactOf(tag, get, parent),
    listStyle: listStyleOf(tag, get, parent),
    symbols: symbolsOf(get, parent),
    variables,
  };
}
