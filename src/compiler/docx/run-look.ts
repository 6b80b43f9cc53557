import { highlighted, isInvisible, PAPER, shaded, type Ground } from './colours.js';
import { childOf, isOn } from './elements.js';
import type { Style, StyleSheet } from './styles.js';
import type { XmlElement } from './xml.js';

/** What a run's words look like, as far as it matters here. */
export interface RunLook {
  /** Bold or underlined by the author. */
  readonly stressed: boolean;
  /** Stressed only because the document makes all its words so. */
  readonly common: boolean;
  readonly hidden: boolean;
  /** The font of its signs, where the run itself names one. */
  readonly font?: string;
}

/** Where a run stands. */
export interface RunPlace {
  readonly style: Style;
  /** A heading stands out by being one: what its style gives is no emphasis. */
  readonly heading: boolean;
  /** Links are underlined to be known as links. */
  readonly link: boolean;
  readonly ground: Ground;
}

export const NOWHERE: RunPlace = {
  style: { name: '', run: new Map(), paragraph: new Map(), numbering: {} },
  heading: false,
  link: false,
  ground: PAPER,
};

const LINK_STYLE = /hyperlink/i;

/** Half a point: nobody reads letters of one point. */
const SMALLEST = 2;

function isTiny(size: XmlElement | undefined): boolean {
  const told = size?.attributes['w:val'];
  if (told === undefined) return false;
  const halfPoints = Number.parseFloat(told) * (told.endsWith('pt') ? 2 : 1);
  return halfPoints >= 0 && halfPoints <= SMALLEST;
}

const PLAIN: RunLook = { stressed: false, common: false, hidden: false };

/** Finds out how runs look, by their own properties, their styles and the document's defaults (ECMA-376 17.7.2, 17.7.3). */
export class RunLooks {
  readonly #styles: StyleSheet;

  constructor(styles: StyleSheet) {
    this.#styles = styles;
  }

  lookOf(own: XmlElement | undefined, place: RunPlace): RunLook {
    const standard = place.style === this.#styles.standard;
    if (!own && standard && !this.#styles.defaults.size && !place.style.run.size) return PLAIN;
    const character = this.#styles.character(childOf(own, 'w:rStyle')?.attributes['w:val']);
    const of = new RunProperties(own, character, place.style, this.#styles.defaults);
    const bold = this.#bold(of, place);
    const underlined = !place.link && !LINK_STYLE.test(character?.name ?? '') && of.underlined(place.heading);
    const ground = highlighted(of.nearest('w:highlight'), shaded(of.nearest('w:shd'), place.ground));
    const font = childOf(own, 'w:rFonts')?.attributes['w:ascii'];
    return {
      stressed: bold !== 'no' || underlined,
      common: bold === 'common' && !underlined,
      hidden:
        of.toggle('w:vanish') ||
        isTiny(of.nearest('w:sz')) ||
        isInvisible(of.nearest('w:color')?.attributes['w:val'], ground),
      ...(font !== undefined && { font }),
    };
  }

  #bold(of: RunProperties, { style, heading }: RunPlace): 'yes' | 'common' | 'no' {
    const name = of.isComplex ? 'w:bCs' : 'w:b';
    if (heading) return of.ownToggle(name) ? 'yes' : 'no';
    if (!of.toggle(name)) return 'no';
    const fromStyle = style.run.get(name);
    const everywhere = fromStyle === undefined || fromStyle === this.#styles.standard.run.get(name);
    return of.ownToggle(name) || !everywhere ? 'yes' : 'common';
  }
}

/** The properties of one run, from the nearest to the farthest. */
class RunProperties {
  readonly #own: XmlElement | undefined;
  readonly #character: Style | undefined;
  readonly #paragraph: Style;
  readonly #defaults: ReadonlyMap<string, XmlElement>;

  constructor(
    own: XmlElement | undefined,
    character: Style | undefined,
    paragraph: Style,
    defaults: ReadonlyMap<string, XmlElement>,
  ) {
    this.#own = own;
    this.#character = character;
    this.#paragraph = paragraph;
    this.#defaults = defaults;
  }

  /** Words of right-to-left and other complex scripts have a bold of their own. */
  get isComplex(): boolean {
    return isOn(childOf(this.#own, 'w:rtl')) || isOn(childOf(this.#own, 'w:cs'));
  }

  #near(name: string): XmlElement | undefined {
    return childOf(this.#own, name) ?? this.#character?.run.get(name);
  }

  nearest(name: string): XmlElement | undefined {
    return this.#near(name) ?? this.#paragraph.run.get(name) ?? this.#defaults.get(name);
  }

  /** What the run and its character style say alone. */
  ownToggle(name: string): boolean {
    return isOn(this.#near(name));
  }

  /** A property that styles switch over: on in the paragraph's style and in the character's is off. */
  toggle(name: string): boolean {
    const own = childOf(this.#own, name);
    if (own) return isOn(own);
    const paragraph = this.#paragraph.run.get(name) ?? this.#defaults.get(name);
    return isOn(paragraph) !== isOn(this.#character?.run.get(name));
  }

  underlined(heading: boolean): boolean {
    const line = heading ? this.#near('w:u') : this.nearest('w:u');
    return line !== undefined && (line.attributes['w:val'] ?? 'single') !== 'none';
  }
}
