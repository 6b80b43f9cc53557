import { childrenOf } from './elements.js';
import type { NoteReference } from './inline.js';
import { lowerRoman } from '../lower-roman.js';
import type { DocxParts } from './parts.js';
import type { XmlElement } from './xml.js';

/** A note's paragraphs, and the sign that Word puts before them. */
export interface Note {
  readonly sign: string;
  readonly body: XmlElement;
}

const byId = (part: XmlElement | undefined, name: string): Map<string, XmlElement> =>
  new Map(childrenOf(part, name).map((note) => [note.attributes['w:id'] ?? '', note]));

/** The footnotes and endnotes of a document, counted in the order they are referred to. */
export class Notes {
  readonly #bodies: Readonly<Record<NoteReference['kind'], Map<string, XmlElement>>>;
  readonly #counts = { footnote: 0, endnote: 0 };

  constructor({ footnotes, endnotes }: DocxParts) {
    this.#bodies = { footnote: byId(footnotes, 'w:footnote'), endnote: byId(endnotes, 'w:endnote') };
  }

  /** The note a reference leads to, once: a note that was given is not given again. */
  take({ kind, id, marked }: NoteReference): Note | undefined {
    const body = this.#bodies[kind].get(id);
    if (!body) return undefined;
    this.#bodies[kind].delete(id);
    if (marked) return { sign: '', body };
    const count = (this.#counts[kind] += 1);
    return { sign: `[${kind === 'footnote' ? count : lowerRoman(count)}]`, body };
  }
}
