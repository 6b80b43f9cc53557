import { boxOf, holds, intersection, type Box } from './box.js';
import { charactersOf } from './characters.js';
import { firstPlace, firstState, type DrawState, type TextPlace } from './draw-state.js';
import { fontFace, type FontFace } from './font-face.js';
import type { Glyph } from './glyph.js';
import { matrixOf, multiply, transformed, type Matrix } from './matrix.js';
import { Painted } from './painted.js';
import type { Unseen } from './page-content.js';
import { turnOf } from './turn-of.js';

type Arguments = readonly unknown[];

/** A glyph as pdf.js hands it over. */
interface ShownGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
}

/** Fonts by pdf.js' name, and whether an optional layer of the page is shown. */
export interface PageMeans {
  readonly font: (id: string) => unknown;
  readonly isLayerShown: (group: unknown) => boolean;
}

/** A glyph and the quarter turns its line makes: 0 upright, 1 downwards …, -1 aslant. */
export interface PlacedGlyph extends Glyph {
  readonly turn: number;
  readonly recognised: boolean;
}

const numbers = (args: Arguments): number[] => args.map(Number);
const INVISIBLE = 3;
const CLIP_ONLY = 7;
const FAINTEST = 0.05;
const SMALLEST = 1;

/** Draws a page without a canvas: follows what is set before each text, and notes where its characters stand. */
export class ContentReader {
  readonly glyphs: PlacedGlyph[] = [];
  readonly painted = new Painted();
  readonly unseen = new Map<Unseen, number>();
  undecoded = 0;
  readonly #page: Box;
  readonly #means: PageMeans;
  readonly #faces = new Map<string, FontFace>();
  readonly #kept: DrawState[] = [];
  /** Marked content now open: its number, whether it is an artifact, whether it is shown. */
  readonly #marks: { readonly mark: number; readonly artifact: boolean; readonly shown: boolean }[] = [];
  #masks = 0;
  #state: DrawState;
  #place: TextPlace = firstPlace();
  #clipsNext = false;
  /** A unit square was laid out and nothing drawn on it yet: a picture that was left out. */
  #unit: Matrix | undefined;

  constructor(base: Matrix, width: number, height: number, means: PageMeans) {
    this.#state = firstState(base);
    this.#page = { left: -1, top: -1, right: width + 1, bottom: height + 1 };
    this.#means = means;
  }

  /** Takes one operator; those that say nothing about words are passed over. */
  take(name: string, args: Arguments): void {
    this.#graphics(name, args);
    this.#texts(name, args);
    this.#marked(name, args);
  }

  /** At the page's end a picture may still be open. */
  finish(): void {
    this.#picture();
  }

  #graphics(name: string, args: Arguments): void {
    const state = this.#state;
    if (name === 'save' || name === 'beginGroup') this.#save(args);
    else if (name === 'restore' || name === 'endGroup') this.#restore(args);
    else if (name === 'transform') this.#transform(matrixOf(args));
    else if (name === 'paintFormXObjectBegin') this.#beginForm(args);
    else if (name === 'paintFormXObjectEnd') this.#restore([]);
    else if (name === 'setGState') this.#parameters(args[0]);
    else if (name === 'setLineWidth') state.lineWidth = Number(args[0]);
    else if (name === 'setFillRGBColor') state.fill = String(args[0]);
    else if (name === 'setStrokeRGBColor') state.stroke = String(args[0]);
    else if (name === 'setFillColorN') state.fill = 'pattern';
    else if (name === 'setFillTransparent') state.fill = 'transparent';
    else if (name === 'clip' || name === 'eoClip') this.#clipsNext = true;
    else if (name === 'constructPath') this.#path(args);
  }

  #save([group]: Arguments): void {
    if (isMask(group)) this.#masks += 1;
    this.#kept.push({ ...this.#state });
  }

  #restore([group]: Arguments): void {
    this.#picture();
    if (isMask(group)) this.#masks -= 1;
    this.#state = this.#kept.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    this.#state.ctm = multiply(this.#state.ctm, matrix);
    this.#unit = this.#state.ctm;
  }

  #picture(): void {
    if (this.#unit) {
      const box = intersection(intersection(boxOf(this.#unit, [0, 0, 1, 1]), this.#state.clip), this.#page);
      if (box.right - box.left > 2 && box.bottom - box.top > 2) this.painted.picture(box);
    }
    this.#unit = undefined;
  }

  #beginForm([matrix, box]: Arguments): void {
    this.#save([]);
    this.#unit = undefined;
    if (matrix) this.#state.ctm = multiply(this.#state.ctm, matrixOf(matrix as ArrayLike<number>));
    const [left, top, right, bottom] = box ? Array.from(box as ArrayLike<number>) : [];
    if (left !== undefined && top !== undefined && right !== undefined && bottom !== undefined)
      this.#clip(boxOf(this.#state.ctm, [left, top, right, bottom]));
  }

  #clip(box: Box): void {
    this.#state.clip = intersection(this.#state.clip, box);
  }

  #parameters(parameters: unknown): void {
    for (const [key, value] of parameters as readonly (readonly [string, unknown])[]) {
      if (key === 'ca') this.#state.alpha = Number(value);
      else if (key === 'LW') this.#state.lineWidth = Number(value);
      else if (key === 'Font' && Array.isArray(value)) this.#font(value);
    }
  }

  #path([operator, data, range]: Arguments): void {
    this.#unit = undefined;
    const name = Number(operator);
    const path = Array.isArray(data) ? (data[0] as ArrayLike<number> | null) : null;
    if (this.#clipsNext && range) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(range as ArrayLike<number>);
      this.#clip(boxOf(this.#state.ctm, [x0, y0, x1, y1]));
    }
    this.#clipsNext = false;
    if (!path || this.#state.alpha < FAINTEST) return;
    const { ctm, fill, lineWidth } = this.#state;
    if (FILLS.has(name) && fill !== 'transparent')
      this.painted.fill(ctm, path, fill === 'pattern' ? '' : fill);
    if (STROKES.has(name)) this.painted.stroke(ctm, path, lineWidth);
  }

  #texts(name: string, args: Arguments): void {
    const state = this.#state;
    const [first = 0, second = 0] = numbers(args.slice(0, 2));
    if (name === 'beginText') this.#place = firstPlace();
    else if (name === 'setCharSpacing') state.charSpacing = first;
    else if (name === 'setWordSpacing') state.wordSpacing = first;
    else if (name === 'setHScale') state.hScale = first / 100;
    else if (name === 'setLeading') state.leading = first;
    else if (name === 'setTextRenderingMode') state.mode = first;
    else if (name === 'setTextRise') state.rise = first;
    else if (name === 'setFont') this.#font(args);
    else if (name === 'moveText') this.#move(first, second);
    else if (name === 'setLeadingMoveText') {
      state.leading = -second;
      this.#move(first, second);
    } else if (name === 'setTextMatrix') {
      const matrix = matrixOf((args.length === 1 ? args[0] : args) as ArrayLike<number>);
      this.#place = { matrix, line: matrix };
    } else if (name === 'nextLine') this.#move(0, -state.leading);
    else if (name === 'showText') this.#show(args[0] as readonly (number | ShownGlyph | null)[]);
  }

  #font([id, size]: Arguments): void {
    const name = String(id);
    const face = this.#faces.get(name) ?? fontFace(this.#means.font(name));
    this.#faces.set(name, face);
    this.#state.font = face;
    this.#state.size = Number(size);
  }

  #move(x: number, y: number): void {
    const line = multiply(this.#place.line, [1, 0, 0, 1, x, y]);
    this.#place = { matrix: line, line };
  }

  #show(shown: readonly (number | ShownGlyph | null)[]): void {
    this.#unit = undefined;
    const { font, size, hScale, charSpacing, wordSpacing } = this.#state;
    if (!font) return;
    const whole = multiply(this.#state.ctm, this.#place.matrix);
    let along = 0;
    for (const one of shown) {
      if (typeof one === 'number') along -= (one / 1000) * size * (font.vertical ? 1 : hScale);
      else if (one) {
        const width = (one.width ?? 0) * size * font.unit;
        const advance = width + charSpacing + (one.isSpace ? wordSpacing : 0);
        if (font.vertical) {
          this.#glyph(one, font, whole, [-size / 2, -along - size], size);
          along += size + charSpacing;
        } else {
          this.#glyph(one, font, whole, [along, 0], width * hScale);
          along += advance * hScale;
        }
      }
    }
    const step: Matrix = font.vertical ? [1, 0, 0, 1, 0, -along] : [1, 0, 0, 1, along, 0];
    this.#place = { ...this.#place, matrix: multiply(this.#place.matrix, step) };
  }

  #glyph(
    { unicode = '' }: ShownGlyph,
    font: FontFace,
    whole: Matrix,
    [x, y]: readonly [number, number],
    width: number,
  ): void {
    const text = font.decodes ? charactersOf(unicode) : '\ufffd';
    if (text === '' || this.#masks > 0) return;
    const from = transformed(whole, x, y + this.#state.rise);
    const to = transformed(whole, x + width, y + this.#state.rise);
    const size = Math.hypot(whole[2], whole[3]) * Math.abs(this.#state.size);
    const left = Math.min(from[0], to[0]);
    const right = Math.max(from[0], to[0]);
    const turn = turnOf(whole);
    const reason = this.#whyUnseen((left + right) / 2, (from[1] + to[1]) / 2 - size * 0.3, size, turn);
    if (reason !== undefined && !(reason === 'off-page' && this.#runsOn(left, from[1], size))) {
      if (text !== ' ') this.unseen.set(reason, (this.unseen.get(reason) ?? 0) + 1);
      return;
    }
    if (text.includes('\ufffd')) this.undecoded += 1;
    const { fill, mode, stroke, lineWidth } = this.#state;
    const open = this.#marks[this.#marks.length - 1];
    this.glyphs.push({
      text,
      left,
      right,
      baseline: from[1],
      size,
      weight: font.weight,
      serif: font.serif,
      thickened: (mode & 3) === 2 && lineWidth > 0 && stroke === fill,
      underlined: false,
      colour: fill,
      mark: open?.mark ?? -1,
      artifact: open?.artifact ?? false,
      turn,
      recognised: mode === INVISIBLE,
    });
  }

  /** A word that begins on the page and runs over its edge is read whole. */
  #runsOn(left: number, baseline: number, size: number): boolean {
    const last = this.glyphs[this.glyphs.length - 1];
    if (!last || last.text === ' ' || last.right < this.#page.right - 2 * size) return false;
    return Math.abs(last.baseline - baseline) < 1 && Math.abs(left - last.right) < size * 0.2;
  }

  #whyUnseen(x: number, y: number, size: number, turn: number): Unseen | undefined {
    const { mode, alpha, fill, stroke, clip } = this.#state;
    const shown = this.#marks[this.#marks.length - 1]?.shown ?? true;
    if (!shown || mode === CLIP_ONLY || alpha < FAINTEST || size < SMALLEST || fill === 'transparent')
      return 'invisible';
    if (!holds(this.#page, x, y) || !holds(clip, x, y)) return 'off-page';
    if (turn < 0) return 'turned';
    const colour = (mode & 3) === 1 ? stroke : fill;
    const outlined = (mode & 3) === 2 && this.painted.shows(stroke, x, y);
    return mode === INVISIBLE || outlined || this.painted.shows(colour, x, y) ? undefined : 'ground';
  }

  #marked(name: string, args: Arguments): void {
    if (name === 'endMarkedContent') this.#marks.pop();
    if (name !== 'beginMarkedContent' && name !== 'beginMarkedContentProps') return;
    const outer = this.#marks[this.#marks.length - 1];
    const [tag, property] = args;
    const role = typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag;
    const isLayer = role === 'OC';
    this.#marks.push({
      mark: !isLayer && typeof property === 'number' ? property : (outer?.mark ?? -1),
      artifact: role === 'Artifact' || outer?.artifact === true,
      shown: (outer?.shown ?? true) && (!isLayer || this.#means.isLayerShown(property)),
    });
  }
}

/** pdf.js' numbers of the operators that end a path: what they fill, what they stroke. */
const FILLS: ReadonlySet<number> = new Set([22, 23, 24, 25, 26, 27]);
const STROKES: ReadonlySet<number> = new Set([20, 21, 24, 25, 26, 27]);

const isMask = (group: unknown): boolean =>
  typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask);
