import { chosenOf, childOf, elementsOf, isElement, isOn, wordsUnder } from './elements.js';
import { Fields } from './fields.js';
import type { Inlines } from './inline.js';
import { NOWHERE, type RunLook, type RunLooks, type RunPlace } from './run-look.js';
import { isSymbolFont, symbolOf } from './symbols.js';
import type { XmlElement } from './xml.js';

const TRANSPARENT: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:rubyBase',
  'w:moveTo',
  'w:ins',
]);
const CHANGED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:del', 'w:moveFrom']);
const WORDS = /[^\t]+|\t/g;
const LINE_END = /[\n\r\f\v\u0085\u2028\u2029]+/g;

const UNPRINTED = /[\u0000-\u0008\u000e-\u001f\u00ad]/g;

/** Reads the runs of paragraphs one after the other; fields go on from one paragraph to the next. */
export class InlineReader {
  readonly #looks: RunLooks;
  readonly #fields = new Fields();
  #into: Inlines = { pieces: [], notes: [], boxes: [] };
  #place = NOWHERE;
  /** A picture lies behind the words: what colour they stand on is not known until the next page. */
  #pictured = false;

  constructor(looks: RunLooks) {
    this.#looks = looks;
  }

  /** Appends what a paragraph's elements hold. */
  read(elements: readonly XmlElement[], place: RunPlace, into: Inlines): void {
    this.#into = into;
    this.#place = place;
    for (const element of elements) this.#inline(element);
  }

  /** A new page begins: what lay behind the words is left behind. */
  newPage(): void {
    this.#pictured = false;
  }

  #inlines(element: XmlElement): void {
    for (const child of element.children) if (isElement(child)) this.#inline(child);
  }

  #inline(element: XmlElement): void {
    const { name } = element;
    if (CHANGED.has(name)) this.#into.pieces.push({ kind: 'remark', remark: 'source/tracked-changes' });
    if (name === 'w:r') this.#run(element);
    else if (TRANSPARENT.has(name)) this.#inlines(element);
    else if (name === 'w:hyperlink') this.#link(element);
    else if (name === 'w:fldSimple') this.#simpleField(element);
    else if (name === 'w:ruby')
      this.#inlines({ ...element, children: elementsOf(childOf(element, 'w:rubyBase')) });
    else if (name === 'mc:AlternateContent') this.#chosen(element, (one) => this.#inlines(one));
    else if (name === 'm:oMath' || name === 'm:oMathPara') this.#formula(element);
  }

  #chosen(element: XmlElement, read: (one: XmlElement) => void): void {
    const one = chosenOf(element);
    if (one) read(one);
  }

  #link(element: XmlElement): void {
    const outer = this.#place;
    this.#place = { ...outer, link: true };
    this.#inlines(element);
    this.#place = outer;
  }

  #simpleField(element: XmlElement): void {
    this.#fields.begin(element.attributes['w:instr'] ?? ' ');
    this.#inlines(element);
    this.#fields.end();
  }

  #formula(element: XmlElement): void {
    for (const child of elementsOf(element)) {
      if (child.name === 'm:t')
        this.#words(wordsUnder(child), { stressed: false, common: false, hidden: false });
      else this.#formula(child);
    }
  }

  #run(run: XmlElement): void {
    const link = this.#place.link || this.#fields.link;
    const ground = this.#pictured ? undefined : this.#place.ground;
    const look = this.#looks.lookOf(childOf(run, 'w:rPr'), { ...this.#place, link, ground });
    for (const child of elementsOf(run)) this.#runChild(child, look);
  }

  #runChild(child: XmlElement, look: RunLook): void {
    const { name, attributes } = child;
    if (name === 'w:t' || name === 'm:t') this.#words(textOf(child), look);
    else if (name === 'w:tab' || name === 'w:ptab') this.#mark('tab', look);
    else if (name === 'w:br' || name === 'w:cr') this.#break(attributes['w:type'], look);
    else if (name === 'w:noBreakHyphen') this.#words('-', look);
    else if (name === 'w:sym') this.#symbol(attributes, look);
    else if (name === 'w:fldChar') this.#fieldMark(attributes['w:fldCharType']);
    else if (name === 'w:instrText') this.#fields.instruct(wordsUnder(child));
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') this.#note(child, look);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.#drawing(child);
    else if (name === 'w:lastRenderedPageBreak') this.newPage();
    else if (name === 'w:ruby') this.#inline(child);
    else if (name === 'mc:AlternateContent')
      this.#chosen(child, (one) => elementsOf(one).forEach((inner) => this.#runChild(inner, look)));
  }

  #words(words: string, look: RunLook): void {
    if (words === '' || !this.#fields.shown) return;
    if (look.hidden) {
      if (words.trim()) this.#into.pieces.push({ kind: 'hidden', words });
      return;
    }
    const signs = isSymbolFont(look.font)
      ? [...words].map((sign) => symbolOf(look.font, sign.codePointAt(0) ?? 0)).join('')
      : words;
    const { stressed, common } = look;
    const { contents } = this.#fields;
    for (const [part] of signs.matchAll(WORDS))
      this.#into.pieces.push(
        part === '\t' ? { kind: 'tab' } : { kind: 'words', words: part, stressed, common, contents },
      );
  }

  #mark(kind: 'tab' | 'break', look: RunLook): void {
    if (this.#fields.shown && !look.hidden) this.#into.pieces.push({ kind });
  }

  #break(type: string | undefined, look: RunLook): void {
    if (type === 'page') this.newPage();
    this.#mark('break', look);
  }

  #symbol(attributes: XmlElement['attributes'], look: RunLook): void {
    this.#words(symbolOf(attributes['w:font'], Number.parseInt(attributes['w:char'] ?? '', 16)), look);
  }

  #fieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.separate();
    else if (type === 'end') this.#fields.end();
  }

  #note({ name, attributes }: XmlElement, look: RunLook): void {
    if (!this.#fields.shown || look.hidden) return;
    this.#into.notes.push({
      kind: name === 'w:footnoteReference' ? 'footnote' : 'endnote',
      id: attributes['w:id'] ?? '',
      marked: isOn({ name, attributes: { 'w:val': attributes['w:customMarkFollows'] ?? '0' }, children: [] }),
    });
  }

  /** Words in a drawing stand in text boxes; a picture behind the words is their ground. */
  #drawing(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === 'w:txbxContent') {
      this.#into.boxes.push(element);
      return;
    }
    if (name === 'wp:anchor' && /^(?:1|true)$/.test(attributes['behindDoc'] ?? '')) this.#pictured = true;
    if (name === 'mc:AlternateContent') this.#chosen(element, (one) => this.#drawing(one));
    else for (const child of element.children) if (isElement(child)) this.#drawing(child);
  }
}

/** Word drops white space at the ends of a text that does not ask to keep it. */
function textOf(element: XmlElement): string {
  const words = wordsUnder(element).replace(LINE_END, ' ').replace(UNPRINTED, '');
  return element.attributes['xml:space'] === 'preserve' ? words : words.replace(/^ +| +$/g, '');
}
