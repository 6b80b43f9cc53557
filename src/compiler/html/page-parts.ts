import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, BLOCKS, isElement, isText, WORDLESS } from './elements.js';
import { nameOmitted } from './omitted.js';

/** What was counted below an element; words without white space. */
interface Measure {
  characters: number;
  linked: number;
  /** Links that lead to other pages. */
  links: number;
  /** Ends of sentences. */
  stops: number;
  headings: number;
  controls: number;
}

type Measures = ReadonlyMap<Tree.Element, Measure>;

const STOP = /[。！？；]|[.!?;](?=\s|$)/g;
const SPACE = /\s/;
const HEADING = /^h[1-6]$/;
const CONTROL = /^(?:button|input|select)$/;

const empty = (): Measure => ({ characters: 0, linked: 0, links: 0, stops: 0, headings: 0, controls: 0 });

const leadsAway = (element: Tree.Element): boolean =>
  element.tagName === 'a' && /^[^#\s]/.test(attribute(element, 'href') ?? '');

/** How many characters are no white space. */
function lettersIn(words: string): number {
  let count = 0;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) count += 1;
    else if (code < 128 ? code > 32 || code < 9 || (code > 13 && code < 32) : !SPACE.test(words.charAt(at)))
      count += 1;
  }
  return count;
}

/** Measures every element that may be shown. */
class Measuring {
  readonly measures = new Map<Tree.Element, Measure>();

  of(element: Tree.Element, linked: boolean): Measure {
    const sum = empty();
    const isLink = leadsAway(element);
    if (isLink) sum.links += 1;
    if (HEADING.test(element.tagName)) sum.headings += 1;
    for (const child of element.childNodes) this.#add(sum, child, linked || isLink);
    this.measures.set(element, sum);
    return sum;
  }

  #add(sum: Measure, child: Tree.ChildNode, linked: boolean): void {
    if (isText(child)) {
      const words = lettersIn(child.value);
      sum.characters += words;
      if (linked) sum.linked += words;
      else sum.stops += child.value.match(STOP)?.length ?? 0;
    } else if (isElement(child) && !WORDLESS.has(child.tagName)) {
      if (CONTROL.test(child.tagName)) sum.controls += 1;
      if (nameOmitted(child) !== undefined) return;
      const inner = this.of(child, linked);
      sum.controls += inner.controls;
      for (const key of ['characters', 'linked', 'links', 'stops', 'headings'] as const)
        sum[key] += inner[key];
    }
  }
}

const nameOf = (element: Tree.Element): string =>
  `${attribute(element, 'id') ?? ''} ${attribute(element, 'class') ?? ''} ${attribute(element, 'aria-label') ?? ''}`.slice(
    0,
    500,
  );

const BREADCRUMB = /\bbread-?crumbs?\b|\bcrumbs?\b/i;
const PAGER = /\b(?:pager|pagination|page-?nav|prev-?next|post-?nav(?:igation)?)\b/i;
const SKIP_LINK = /\bskip-?(?:link|nav|to|main|content)/i;
const COOKIE_BANNER =
  /\bcookie[-_]?(?:banner|bar|consent|notice|popup|law|modal|message|alert)|\b(?:onetrust|cybotcookiebot|cc-(?:banner|window))|\b(?:consent|gdpr)[-_]?(?:banner|bar|popup|modal)/i;

/** A banner is a small part of its page. */
const BANNER_SHARE = 0.2;
const SHORT = 200;
const FOOT = 600;

const role = (element: Tree.Element): string => attribute(element, 'role')?.toLowerCase().trim() ?? '';

/** Nearly all of it is links to elsewhere, and no sentence is in it. */
const isLinkList = ({ characters, linked, links, stops, headings }: Measure): boolean =>
  links >= 4 && stops === 0 && headings === 0 && linked >= characters * 0.7 && linked / links <= 24;

const isLinkFoot = ({ characters, links, headings, stops }: Measure): boolean =>
  links >= 2 && headings === 0 && stops <= 3 && characters <= FOOT;

/** Names, by its place and make, what is certainly no part of the text. */
function nameByMake(element: Tree.Element, measure: Measure, page: Measure): string | undefined {
  const name = nameOf(element);
  if (SKIP_LINK.test(name) && measure.characters < SHORT && measure.stops === 0) return 'a skip link';
  if (BREADCRUMB.test(name) && measure.characters < SHORT && measure.stops === 0) return 'a path of links';
  if (PAGER.test(name) && measure.characters < SHORT && measure.stops === 0) return 'links to other pages';
  const isSmall = measure.characters <= page.characters * BANNER_SHARE && measure.headings < 2;
  if (isSmall && COOKIE_BANNER.test(name) && measure.controls + measure.links > 0) return 'a cookie banner';
  return undefined;
}

/** Finds the parts of a page that stand around its text. */
class PartFinder {
  readonly omitted = new Map<Tree.Element, string>();
  readonly #measures: Measures;
  readonly #page: Measure;
  readonly #core: Tree.Element | undefined;
  /** A heading or a sentence was met; after the last one, links are links again. */
  #stopsLeft: number;
  #begun = false;
  #headed = false;

  constructor(measures: Measures, body: Tree.Element, core: Tree.Element | undefined) {
    this.#measures = measures;
    this.#page = measures.get(body) ?? empty();
    this.#stopsLeft = this.#page.stops;
    this.#core = core;
  }

  /** First what is known by its make, wherever it stands: its sentences are none of the text's. */
  visitMade(element: Tree.Element): void {
    const measure = this.#measures.get(element) ?? empty();
    const what =
      measure.characters > 0 && element.tagName !== 'body'
        ? nameByMake(element, measure, this.#page)
        : undefined;
    if (what && !this.#holdsCore(element)) {
      this.omitted.set(element, what);
      this.#stopsLeft -= measure.stops;
      return;
    }
    for (const child of element.childNodes) {
      if (isElement(child) && !WORDLESS.has(child.tagName) && nameOmitted(child) === undefined)
        this.visitMade(child);
    }
  }

  visit(element: Tree.Element, outside: boolean, linked = false): void {
    const isOutside = outside && element !== this.#core;
    const measure = this.#measures.get(element) ?? empty();
    if (nameOmitted(element) !== undefined || this.omitted.has(element)) return;
    const isLinked = linked || leadsAway(element);
    const what = this.#name(element, measure, isOutside);
    if (what) {
      this.omitted.set(element, what);
      this.#stopsLeft -= measure.stops;
      return;
    }
    if (HEADING.test(element.tagName)) {
      this.#begun = true;
      this.#headed = true;
    }
    for (const child of element.childNodes) {
      if (isText(child)) this.#read(child, isLinked);
      else if (isElement(child) && !WORDLESS.has(child.tagName)) this.visit(child, isOutside, isLinked);
    }
  }

  #read(text: Tree.TextNode, linked: boolean): void {
    const stops = linked ? 0 : (text.value.match(STOP)?.length ?? 0);
    if (stops === 0) return;
    this.#stopsLeft -= stops;
    this.#begun = true;
    this.#headed = false;
  }

  #name(element: Tree.Element, measure: Measure, outside: boolean): string | undefined {
    if (element.tagName === 'body' || measure.characters === 0) return undefined;
    return this.#nameByPlace(element, measure, outside);
  }

  #nameByPlace(element: Tree.Element, measure: Measure, outside: boolean): string | undefined {
    if (!BLOCKS.has(element.tagName) || this.#holdsCore(element)) return undefined;
    const edge = !this.#begun || (this.#stopsLeft <= 0 && !this.#headed);
    if (edge && isLinkList(measure)) return 'a list of links';
    if (!outside) return undefined;
    const kind = outerKind(element);
    if (kind === 'the foot of the page' && isLinkFoot(measure)) return kind;
    if (!this.#core) return undefined;
    if (kind && measure.headings === 0) return kind;
    return measure.stops === 0 && measure.characters < SHORT && measure.headings === 0
      ? 'words beside the text'
      : undefined;
  }

  #holdsCore(element: Tree.Element): boolean {
    for (let node: Tree.Node | null = this.#core ?? null; node && isElement(node); node = node.parentNode) {
      if (node === element) return true;
    }
    return false;
  }
}

function outerKind(element: Tree.Element): string | undefined {
  const tag = element.tagName;
  if (tag === 'footer' || role(element) === 'contentinfo') return 'the foot of the page';
  if (tag === 'header' || role(element) === 'banner') return 'the head of the page';
  return tag === 'aside' || role(element) === 'complementary' ? 'what stands beside the text' : undefined;
}

/** The one element that says it holds the text, where it holds most of what the page says. */
function findCore(measures: Measures, page: Measure): Tree.Element | undefined {
  const all = [...measures];
  const mains = all.filter(([element]) => element.tagName === 'main' || role(element) === 'main');
  const articles = all.filter(([element]) => element.tagName === 'article');
  const [core] = mains.length === 1 ? mains : articles.length === 1 ? articles : [];
  const share = mains.length === 1 ? 0.5 : 0.6;
  return core && core[1].stops > 0 && core[1].characters >= page.characters * share ? core[0] : undefined;
}

/** What is known of a page by measuring it. */
export interface PageParts {
  /** Parts that stand around the text, and what they are. */
  readonly omitted: ReadonlyMap<Tree.Element, string>;
  /** Elements that hold nearly all the page says: one of them that is hidden waits for the page's scripts. */
  readonly bulk: ReadonlySet<Tree.Element>;
}

const BULK_SHARE = 0.8;
const BULK_CHARACTERS = 500;
const BULK_STOPS = 5;

const isBulk = (measure: Measure, page: Measure): boolean =>
  measure.stops >= BULK_STOPS &&
  measure.characters >= Math.max(BULK_CHARACTERS, page.characters * BULK_SHARE);

/**
 * Finds what stands around the text of a page: lists of links before and after it, the path to it, banners that ask about cookies,
 * and, where the page says which element holds its text, its head, foot and sides. Each with a name for messages.
 */
export function findPageParts(document: Tree.ParentNode): PageParts {
  const html = document.childNodes.find((node) => node.nodeName === 'html');
  const body = html && isElement(html) ? html.childNodes.find((node) => node.nodeName === 'body') : undefined;
  if (!html || !isElement(html) || !body || !isElement(body)) return { omitted: new Map(), bulk: new Set() };
  const measuring = new Measuring();
  const page = measuring.of(body, false);
  const finder = new PartFinder(measuring.measures, body, findCore(measuring.measures, page));
  finder.visitMade(body);
  finder.visit(body, true);
  const bulk = [...measuring.measures]
    .filter(([, measure]) => isBulk(measure, page))
    .map(([element]) => element);
  return { omitted: finder.omitted, bulk: new Set(isBulk(page, page) ? [html, ...bulk] : []) };
}
