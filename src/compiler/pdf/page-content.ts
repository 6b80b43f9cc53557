import type { Box } from './box.js';
import type { Glyph } from './glyph.js';

/** A thin line or bar, upright or level: a table's border, or an underline. */
export interface Rule extends Box {
  readonly level: boolean;
}

/** Why words that a page's code shows are not seen on it. */
export type Unseen = 'invisible' | 'off-page' | 'ground' | 'turned' | 'struck';

/** Everything a page shows that says something about its words. */
export interface PageContent {
  /** From 0. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  /** In the order they are drawn. */
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** Where pictures stand; their words are not read. */
  readonly pictures: readonly Box[];
  /** How many glyphs were left out, by reason. */
  readonly unseen: ReadonlyMap<Unseen, number>;
  /** The words are an invisible layer over a picture: text recognition made them. */
  readonly recognised: boolean;
  /** Glyphs whose characters cannot be told. */
  readonly undecoded: number;
}
