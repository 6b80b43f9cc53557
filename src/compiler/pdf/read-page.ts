import { boxOf, holds, type Box } from './box.js';
import { ContentReader, type PlacedGlyph } from './content-reader.js';
import { isSpace, type Glyph } from './glyph.js';
import { matrixOf, type Matrix } from './matrix.js';
import type { OpenPdf, PdfPage } from './open-pdf.js';
import type { PageContent, Unseen } from './page-content.js';
import { ruledGlyphs } from './struck-glyphs.js';

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A page drawn one way up. */
interface Drawn {
  readonly reader: ContentReader;
  readonly base: Matrix;
  readonly width: number;
  readonly height: number;
}

/** Pages, layers and names of operators: what a page is read with. */
export interface PageReader {
  read(number: number): Promise<{ readonly content: PageContent; readonly page: PdfPage }>;
}

/** Reads pages of an open document, numbered from 1. */
export async function pageReader({ document, ops }: OpenPdf): Promise<PageReader> {
  const names = new Map(Object.entries(ops).map(([name, code]) => [code, name]));
  const layers = await document.getOptionalContentConfig();
  const isLayerShown = (group: unknown): boolean => !group || layers.isVisible(group);
  return {
    async read(number) {
      const page = await document.getPage(number);
      const operators = await page.getOperatorList({ annotationMode: 0 });
      const draw = (turns: number): Drawn => {
        const { width, height, transform } = page.getViewport({
          scale: 1,
          rotation: (page.rotate + 360 - 90 * turns) % 360,
        });
        const font = (id: string): unknown => (page.commonObjs.has(id) ? page.commonObjs.get(id) : undefined);
        const base = matrixOf(transform);
        const reader = new ContentReader(base, width, height, { font, isLayerShown });
        takeAll(reader, operators, names);
        return { reader, base, width, height };
      };
      const upright = draw(0);
      const turns = usualTurn(upright.reader.glyphs);
      const { reader, base, width, height } = turns === 0 ? upright : draw(turns);
      const links = await linksOf(page, base);
      return { content: contentOf(reader, links, { index: number - 1, width, height }), page };
    },
  };
}

/** Where links lie on a page. */
async function linksOf(page: PdfPage, base: Matrix): Promise<Box[]> {
  const annotations = await page.getAnnotations();
  return annotations.flatMap(({ subtype, rect }) => {
    const [x0, y0, x1, y1] = rect ?? [];
    const known =
      subtype === 'Link' && x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined;
    return known ? [boxOf(base, [x0, y0, x1, y1])] : [];
  });
}

function takeAll(
  reader: ContentReader,
  { fnArray, argsArray }: Operators,
  names: ReadonlyMap<number, string>,
): void {
  fnArray.forEach((code, index) => {
    reader.take(names.get(code) ?? '', argsArray[index] ?? []);
  });
  reader.finish();
}

/** How most lines of a page run: a wide table may stand on its side. */
function usualTurn(glyphs: readonly PlacedGlyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) counts[turn] = (counts[turn] ?? 0) + 1;
  const most = Math.max(...counts);
  return most > glyphs.length * 0.6 ? counts.indexOf(most) : 0;
}

function contentOf(
  { glyphs, painted, unseen, undecoded }: ContentReader,
  links: readonly Box[],
  page: Pick<PageContent, 'index' | 'width' | 'height'>,
): PageContent {
  const layer = glyphs.filter((glyph) => glyph.recognised && !isSpace(glyph));
  const recognised = layer.length > 0 && isOverPicture(layer, painted.pictures);
  const { underlined, struck } = ruledGlyphs(glyphs, painted.rules, links);
  const kept: Glyph[] = [];
  const reasons = new Map<Unseen, number>(unseen);
  for (const placed of glyphs) {
    const { turn, recognised: invisible, ...glyph } = placed;
    const isHidden = invisible && !recognised;
    const reason = turn !== 0 ? 'turned' : isHidden ? 'invisible' : struck.has(placed) ? 'struck' : undefined;
    if (reason === undefined) kept.push({ ...glyph, underlined: underlined.has(placed) });
    else if (glyph.text !== ' ') reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  const { rules, pictures } = painted;
  return { ...page, glyphs: kept, rules, pictures, unseen: reasons, undecoded, recognised };
}

/** Invisible words are what a scan says, where they lie over its picture. */
function isOverPicture(layer: readonly Glyph[], pictures: readonly Box[]): boolean {
  const over = layer.filter(({ left, right, baseline, size }) =>
    pictures.some((box) => holds(box, (left + right) / 2, baseline - size * 0.3)),
  );
  return over.length > layer.length * 0.8;
}
