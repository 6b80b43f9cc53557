import { childOf, childrenOf, elementsOf, valueOf, wholeNumber } from './elements.js';
import type { XmlElement } from './xml.js';

/** Which list a style puts its paragraphs in. `named` is the style that says so: its level may be told in the list. */
export interface StyleList {
  readonly list?: string;
  readonly level?: number;
  readonly named?: string;
}

/** A style with what it inherits. */
export interface Style {
  readonly name: string;
  /** Run properties by name: the nearest in the chain of styles. */
  readonly run: ReadonlyMap<string, XmlElement>;
  readonly paragraph: ReadonlyMap<string, XmlElement>;
  readonly numbering: StyleList;
  /** 0 is outermost; undefined for body text. */
  readonly outline?: number;
}

const NONE: Style = { name: '', run: new Map(), paragraph: new Map(), numbering: {} };

const byName = (properties: XmlElement | undefined): [string, XmlElement][] =>
  elementsOf(properties).map((property) => [property.name, property]);

/** Levels run from 0 to 8; 9 says body text. */
export function outlineOf(value: string | undefined): number | undefined {
  const level = wholeNumber(value);
  return level !== undefined && level >= 0 && level < 9 ? level : undefined;
}

/** `heading 1` to `heading 9` are the format's own names, in every language of Word. */
const outlineByName = (name: string): number | undefined => {
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
};

function numberingOf(own: XmlElement | undefined, id: string, inherited: StyleList): StyleList {
  const properties = childOf(own, 'w:numPr');
  if (!properties) return inherited;
  const list = valueOf(properties, 'w:numId') ?? inherited.list;
  const level = wholeNumber(valueOf(properties, 'w:ilvl'));
  return { ...(list !== undefined && { list }), ...(level !== undefined && { level }), named: id };
}

/** The styles of a document, each with all it inherits (ECMA-376 17.7). */
export class StyleSheet {
  readonly #elements = new Map<string, XmlElement>();
  readonly #known = new Map<string, Style>();
  readonly #default: Style;
  /** Run properties that the document gives to every run. */
  readonly defaults: ReadonlyMap<string, XmlElement>;

  constructor(styles: XmlElement | undefined) {
    let standard: string | undefined;
    for (const style of childrenOf(styles, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.#elements.set(id, style);
      const isDefault = /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') standard ??= id;
    }
    const runs = childOf(childOf(childOf(styles, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr');
    this.defaults = new Map(byName(runs));
    this.#default = this.#resolve(standard, new Set()) ?? NONE;
  }

  /** A paragraph's style; the default one where it names none that is known. */
  paragraph(id: string | undefined): Style {
    return this.#resolve(id, new Set()) ?? this.#default;
  }

  /** A run's character style. */
  character(id: string | undefined): Style | undefined {
    return this.#resolve(id, new Set());
  }

  /** Every paragraph has what the default style gives, unless its own style says otherwise. */
  get standard(): Style {
    return this.#default;
  }

  /** The list that a numbering style stands for. */
  listOf(id: string | undefined): string | undefined {
    return this.#resolve(id, new Set())?.numbering.list;
  }

  /** The table style `id`, or one it is based on, colours cells. */
  shadesCells(id: string | undefined): boolean {
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = valueOf(this.#elements.get(at), 'w:basedOn')) {
      seen.add(at);
      const style = this.#elements.get(at);
      const parts = [style, ...childrenOf(style, 'w:tblStylePr')];
      if (
        parts.some((part) =>
          ['w:tcPr', 'w:tblPr', 'w:pPr'].some((name) => childOf(childOf(part, name), 'w:shd')),
        )
      )
        return true;
    }
    return false;
  }

  #resolve(id: string | undefined, open: Set<string>): Style | undefined {
    const element = id === undefined ? undefined : this.#elements.get(id);
    if (id === undefined || !element || open.has(id) || open.size > 100) return undefined;
    const known = this.#known.get(id);
    if (known) return known;
    open.add(id);
    const parent = this.#resolve(valueOf(element, 'w:basedOn'), open) ?? NONE;
    const style = extended(id, element, parent);
    this.#known.set(id, style);
    return style;
  }
}

function extended(id: string, element: XmlElement, parent: Style): Style {
  const name = valueOf(element, 'w:name') ?? id;
  const own = childOf(element, 'w:pPr');
  const told = valueOf(own, 'w:outlineLvl');
  const outline = told === undefined ? (outlineByName(name) ?? parent.outline) : outlineOf(told);
  return {
    name,
    run: new Map([...parent.run, ...byName(childOf(element, 'w:rPr'))]),
    paragraph: new Map([...parent.paragraph, ...byName(own)]),
    numbering: numberingOf(own, id, parent.numbering),
    ...(outline !== undefined && { outline }),
  };
}
