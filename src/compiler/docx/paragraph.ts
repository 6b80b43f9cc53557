import { childOf, elementsOf, isOn, valueOf, wholeNumber } from './elements.js';
import type { ListCounter, ListMark } from './list-counter.js';
import { outlineOf, type Style, type StyleSheet } from './styles.js';
import type { XmlElement } from './xml.js';

/** What a paragraph is, by its own properties and its style. */
export interface ParagraphShape {
  readonly style: Style;
  /** Level of a heading, from 1; 0 for the document's title. */
  readonly heading?: number;
  /** A line of a table of contents, or the words above it, by its style. */
  readonly contents: boolean;
  readonly shading?: XmlElement;
  /** Its words belong to the next paragraph: its end was deleted, or it is a large first letter. */
  readonly joinsNext: boolean;
  /** Its end is hidden: without words to be seen nothing of it is. */
  readonly endHidden: boolean;
  readonly newPage: boolean;
  readonly lastOnPage: boolean;
}

const CONTENTS_STYLE = /^toc (?:\d|heading)$/i;
const TITLE_STYLE = /^title$/i;

function headingOf(properties: XmlElement | undefined, style: Style): number | undefined {
  const told = valueOf(properties, 'w:outlineLvl');
  const outline = told === undefined ? style.outline : outlineOf(told);
  if (outline !== undefined) return outline + 1;
  return TITLE_STYLE.test(style.name) ? 0 : undefined;
}

const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

const isLetter = (properties: XmlElement | undefined): boolean =>
  /^(?:drop|margin)$/.test(childOf(properties, 'w:framePr')?.attributes['w:dropCap'] ?? '');

/** Reads a paragraph's properties. */
export function shapeOf(paragraph: XmlElement, styles: StyleSheet): ParagraphShape {
  const properties = childOf(paragraph, 'w:pPr');
  const style = styles.paragraph(valueOf(properties, 'w:pStyle'));
  const end = childOf(properties, 'w:rPr');
  const contents = CONTENTS_STYLE.test(style.name);
  const heading = contents ? undefined : headingOf(properties, style);
  const shading = childOf(properties, 'w:shd') ?? style.paragraph.get('w:shd');
  return {
    style,
    ...(heading !== undefined && { heading }),
    contents,
    ...(shading && { shading }),
    joinsNext: isLetter(properties) || elementsOf(end).some(({ name }) => DELETED.has(name)),
    endHidden: isOn(childOf(end, 'w:vanish') ?? style.run.get('w:vanish')),
    newPage: isOn(childOf(properties, 'w:pageBreakBefore')),
    lastOnPage: childOf(properties, 'w:sectPr') !== undefined,
  };
}

/** The number of a paragraph that its own properties or its style put in a list; counts it. */
export function listMarkOf(
  paragraph: XmlElement,
  { style }: ParagraphShape,
  lists: ListCounter,
): ListMark | undefined {
  const own = childOf(childOf(paragraph, 'w:pPr'), 'w:numPr');
  const list = valueOf(own, 'w:numId') ?? style.numbering.list;
  if (list === undefined) return undefined;
  const level =
    wholeNumber(valueOf(own, 'w:ilvl')) ??
    lists.levelOfStyle(list, style.numbering.named) ??
    style.numbering.level ??
    0;
  return lists.next(list, level);
}
