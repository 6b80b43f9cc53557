import type { Span } from '../policy/model.js';
import { structureWords } from './languages/structure.js';
import { closesSentence } from './line-measure.js';
import { nestPieces, rankNumbering, type Node, type Numbering } from './nesting.js';
import type { Piece } from './pieces.js';
import { HAS_DATE, lookOf, looksPlainTitle, type View } from './plain-titles.js';

/** What is known of each piece once headings are found. */
export interface Decided {
  readonly pieces: readonly Piece[];
  readonly nodes: readonly (Node | undefined)[];
  /** Indices of the pieces that are headings of sections. */
  readonly headings: ReadonlySet<number>;
  /** Index of the piece that is the document's own title. */
  readonly title?: number;
}

/** The document's own title: the first line, or the only heading of the outermost level. */
function findTitle(view: View): number | undefined {
  const { pieces, language } = view;
  const marked = pieces.flatMap(({ paragraph, contents }, index) =>
    paragraph.heading === undefined || contents ? [] : [{ index, level: paragraph.heading }],
  );
  const top = Math.min(...marked.map(({ level }) => level));
  const outer = marked.filter(({ level }) => level === top);
  if (
    marked.length > 1 &&
    outer.length === 1 &&
    outer[0]?.index === marked[0]?.index &&
    !pieces[outer[0]?.index ?? 0]?.marker
  ) {
    return outer[0]?.index;
  }
  const first = pieces[0];
  if (
    !first ||
    first.marker ||
    first.contents ||
    (marked.length > 0 && first.paragraph.heading === undefined)
  )
    return undefined;
  if (marked.length > 1 && outer.length > 1) return undefined;
  const isTitle =
    lookOf(first, language) === 'title' && !structureWords(language).unnumbered.test(first.words.trim());
  return isTitle && !HAS_DATE.test(first.words) && pieces.length > 1 ? 0 : undefined;
}

/** Headings without number: marked ones; else known titles; else, where nothing is numbered outermost, all that look so. */
function findTitled(view: View, numbering: Numbering, title: number | undefined): Map<number, number> {
  const titled = new Map<number, number>();
  const { pieces, language } = view;
  const marked = pieces.filter(
    ({ paragraph }, index) => paragraph.heading !== undefined && index !== title,
  ).length;
  const known = structureWords(language).unnumbered;
  const main = numbering.main;
  const bulleted = bulletedTitles(view);
  pieces.forEach((piece, index) => {
    if (index === title || piece.contents || piece.paragraph.row) return;
    const level = piece.paragraph.heading;
    if (level !== undefined && isHeadingLength(piece)) titled.set(index, markedRank(piece, level, numbering));
    else if (piece.cut?.titleEnd !== undefined && !piece.marker) titled.set(index, numbering.ranks('plain'));
    else if (bulleted.has(index)) titled.set(index, main ? BOLD_LINE : numbering.ranks('plain'));
    else if (piece.marker || piece.cut || piece.paragraph.item !== undefined) return;
    else if (
      known.test(piece.words.trim().replace(/^【|】$/g, '')) &&
      index + 1 < pieces.length &&
      pieces[index + 1]?.contents !== true
    ) {
      titled.set(index, marked > 0 ? markedRank(piece, 2, numbering) : numbering.ranks('plain'));
    } else if (marked > 1 || !looksPlainTitle(view, index, titled)) return;
    else if (!main) titled.set(index, numbering.ranks('plain'));
    else if (index > main.first && (view.bold(piece.span) || standsAlone(view, index)))
      titled.set(index, BOLD_LINE);
    else if (index < main.first && isCapital(piece.words)) titled.set(index, numbering.ranks('plain'));
  });
  return titled;
}

/** `● 标题`: heavy bullets that stand before titles all through, each with text of its own below, are headings. */
function bulletedTitles({ pieces, language }: View): ReadonlySet<number> {
  const heavy = pieces.flatMap((piece, index) => {
    return piece.marker?.heavy && !piece.paragraph.row && !piece.contents ? [index] : [];
  });
  const isTitle = (index: number): boolean => {
    const after = pieces[index + 1];
    return (
      lookOf(pieces[index], language) === 'title' && after !== undefined && after.marker?.style !== 'bullet'
    );
  };
  return new Set(heavy.length > 1 && heavy.every(isTitle) ? heavy : []);
}

/** Inside numbered sections a line must stand out more: a long finished paragraph below, a finished one or a heading above. */
function standsAlone(view: View, index: number): boolean {
  const [before, after] = [view.pieces[index - 1], view.pieces[index + 1]];
  if (!before || !after || after.marker || after.paragraph.row) return false;
  const above = before.marker ? lookOf(before, view.language) === 'title' : true;
  return (
    above &&
    after.words.length > LONG_BELOW &&
    closesSentence(after.words) &&
    view.pieces[index]?.paragraph.item === undefined
  );
}

const LONG_BELOW = 30;

/** A title that says so by its dress: capitals, or heavy brackets. */
const isCapital = (words: string): boolean =>
  /^【[^】]+】$/.test(words) || (/\p{Lu}{2}.*\s.*\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words));

/** A bold line of its own inside a numbered section. */
const BOLD_LINE = 7.4;

const isHeadingLength = ({ words }: Piece): boolean =>
  words.length <= 120 && !(words.length > 50 && /[。；]/.test(words));

/** Markup's own level counts most; among headings of one level the numbering tells which stands outside. */
function markedRank({ marker }: Piece, level: number, { ranks, main }: Numbering): number {
  const outer = main ? ranks(main.style) : 3;
  const own = marker && marker.style !== 'bullet' ? ranks(marker.style) : outer;
  return -10 + level + own / 100;
}

interface Run {
  readonly nodes: Node[];
}

function groupRuns(nodes: readonly (Node | undefined)[]): Run[] {
  const runs = new Map<number, Run>();
  for (const node of nodes) {
    if (!node) continue;
    const known = runs.get(node.run);
    if (known) known.nodes.push(node);
    else runs.set(node.run, { nodes: [node] });
  }
  return [...runs.values()];
}

/** Something stands under a line before the next of its numbering. */
function hasBody(
  { nodes, pieces }: { nodes: readonly (Node | undefined)[]; pieces: readonly Piece[] },
  index: number,
): boolean {
  const after = pieces[index + 1];
  if (!after || after.contents) return false;
  const node = nodes[index + 1];
  return node === undefined || node.parent?.index === index;
}

/** Which lines of one numbering are headings: those that look like titles and have text of their own under them. */
function headingsOfRun(
  view: View,
  nodes: readonly (Node | undefined)[],
  run: Run,
  strong: boolean,
): number[] {
  const facts = run.nodes.map(({ index }) => {
    const piece = view.pieces[index];
    return {
      index,
      look: lookOf(piece, view.language),
      body: piece?.cut !== undefined || hasBody({ nodes, pieces: view.pieces }, index),
    };
  });
  const inner = facts.slice(0, -1);
  const full = inner.filter(({ look, body }) => look === 'title' && body).length;
  const bare = inner.filter(({ look, body }) => look === 'title' && !body).length;
  if (bare > full) return [];
  const last = facts[facts.length - 1];
  const lastAlone =
    full === 0 && (strong || (bare === 0 && isOuter(run))) && last?.look === 'title' && last.body;
  if (full === 0 && !lastAlone)
    return strong ? facts.filter(({ look, body }) => look !== 'no' && body).map(({ index }) => index) : [];
  const weakToo = full >= 2 || strong || (isOuter(run) && facts.every(({ look }) => look !== 'no'));
  return facts
    .filter(
      ({ look, body }) => (look === 'title' && (body || full >= 2)) || (look === 'weak' && body && weakToo),
    )
    .map(({ index }) => index);
}

const isOuter = ({ nodes: [first] }: Run): boolean =>
  first !== undefined && (first.rank <= 4 || first.style.startsWith('level-'));

const STRONG: ReadonlySet<string> = new Set([
  'part',
  'chapter',
  'division',
  'article',
  'ideograph',
  'appendix',
]);

/** Decides which pieces are headings and what stands under what. */
export function decideHeadings(
  pieces: readonly Piece[],
  language: string,
  bold: (span: Span) => boolean,
): Decided {
  const view: View = { language, pieces, bold };
  const title = findTitle(view);
  const looksTitled = (piece: Piece): boolean => lookOf(piece, language) !== 'no';
  const numbering = rankNumbering(pieces, looksTitled);
  const titled = findTitled(view, numbering, title);
  const nodes = nestPieces(pieces, numbering.ranks, titled, looksTitled);
  const headings = new Set<number>(titled.keys());
  for (const run of groupRuns(nodes).sort((a, b) => depthOf(a.nodes[0]) - depthOf(b.nodes[0]))) {
    const parent = run.nodes[0]?.parent;
    const style = run.nodes[0]?.style ?? 'plain';
    if (style === 'plain' || (parent && !headings.has(parent.index))) continue;
    const strong = STRONG.has(style) || style === numbering.main?.style;
    for (const index of headingsOfRun(view, nodes, run, strong)) headings.add(index);
  }
  if (title !== undefined) headings.delete(title);
  return { pieces, nodes, headings, ...(title !== undefined && { title }) };
}

const DEPTH_LIMIT = 50;

function depthOf(node: Node | undefined): number {
  let depth = 0;
  for (let at = node?.parent; at && depth < DEPTH_LIMIT; at = at.parent) depth += 1;
  return depth;
}
