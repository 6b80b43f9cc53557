import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { boxOf } from '../html/box.js';
import { declaredFor } from '../html/cascade.js';
import { isElement, WORDLESS } from '../html/elements.js';
import { isUnseen, lookOf, plainLook, readerOf, type Look } from '../html/look.js';
import { nameOmitted } from '../html/omitted.js';
import { parseHtml, type HtmlParser } from '../html/parse-html.js';
import { variablesOf } from '../html/variables.js';

interface OpenTag {
  readonly name: string;
  readonly look: Look;
  /** Why nothing in it is read; empty where it is. */
  readonly gone: '' | 'hidden' | 'omitted';
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:[^"'<>]|"[^"<>]*"|'[^'<>]*')*)>/gi;
const MOST = 200;

const NONE: ReadonlySet<string> = new Set();

/** The HTML elements that are open between the words of a Markdown text. */
export class OpenTags {
  readonly #parser: HtmlParser;
  readonly #open: OpenTag[] = [];
  readonly #known = new Map<string, Tree.Element | undefined>();

  constructor(parser: HtmlParser) {
    this.#parser = parser;
  }

  get depth(): number {
    return this.#open.length;
  }

  get look(): Look {
    return this.#open[this.#open.length - 1]?.look ?? plainLook(true);
  }

  /** Whether words here are read: hidden ones are told otherwise than those of a control. */
  get state(): 'seen' | 'hidden' | 'omitted' | 'struck' {
    const gone = this.#open.find((tag) => tag.gone)?.gone;
    if (gone) return gone;
    if (this.look.struck) return 'struck';
    return isUnseen(this.look) ? 'hidden' : 'seen';
  }

  get stressed(): boolean {
    return this.look.bold === 'stressed' || this.look.underlined;
  }

  /** Takes the tags of a piece of HTML in their order, and leaves open what it leaves open. */
  take(html: string): void {
    for (const [tag, slash, name = ''] of html.matchAll(TAG)) {
      const lower = name.toLowerCase();
      if (slash) this.#close(lower);
      else if (!VOID.test(lower) && !tag.endsWith('/>')) this.#begin(tag, lower);
    }
  }

  /** Closes what was opened since there were `depth` tags. */
  backTo(depth: number): void {
    this.#open.length = Math.min(this.#open.length, depth);
  }

  #close(name: string): void {
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      if (this.#open[at]?.name !== name) continue;
      this.#open.length = at;
      return;
    }
  }

  #begin(tag: string, name: string): void {
    const element = this.#elementOf(tag);
    if (this.#open.length > MOST) return;
    if (!element) {
      this.#open.push({ name, look: this.look, gone: '' });
      return;
    }
    const declared = declaredFor(element, undefined);
    const get = readerOf(declared, variablesOf(declared, this.look.variables));
    const hidden = boxOf(element, declared, get, NONE) === 'gone';
    const isOmitted = WORDLESS.has(name) || nameOmitted(element) !== undefined;
    const gone = hidden ? 'hidden' : isOmitted ? 'omitted' : '';
    this.#open.push({ name, look: lookOf(element, declared, this.look), gone });
  }

  #elementOf(tag: string): Tree.Element | undefined {
    if (!this.#known.has(tag))
      this.#known.set(tag, parseHtml(this.#parser, tag, 'fragment')?.childNodes.find(isElement));
    return this.#known.get(tag);
  }
}

/** How many elements of a name a piece of HTML leaves open; negative where it closes more. */
export function leftOpen(html: string, wanted?: string): number {
  let open = 0;
  for (const [tag, slash, name = ''] of html.matchAll(TAG)) {
    const lower = name.toLowerCase();
    if (wanted !== undefined ? lower !== wanted : VOID.test(lower) || tag.endsWith('/>')) continue;
    open += slash ? -1 : 1;
  }
  return open;
}
