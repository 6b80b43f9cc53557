import type { LeftOut } from '../left-out.js';
import type { Box } from './box.js';
import { isSpace } from './glyph.js';
import type { PageContent, Unseen } from './page-content.js';
import type { EdgeLine } from './page-edges.js';

const KIND_OF = {
  invisible: 'layout/hidden-text',
  ground: 'layout/hidden-text',
  'off-page': 'layout/hidden-text',
  turned: 'layout/turned-text',
  struck: 'layout/markup-removed',
} as const satisfies Record<Unseen, LeftOut['kind']>;

/** What the words of a remark say beside the page's number. */
const PREFIXES: Partial<Record<LeftOut['kind'], string>> = {
  'layout/hidden-text': 'page ',
  'layout/markup-removed': 'struck-out words on page ',
};

/** A picture that takes so much of a page may hold words. */
const LARGE = 0.25;
/** On a page without words, even a smaller one. */
const SMALL = 0.02;

const area = ({ left, top, right, bottom }: Box): number => (right - left) * (bottom - top);

function pageKinds(content: PageContent): LeftOut['kind'][] {
  const share = content.pictures.reduce((sum, box) => sum + area(box), 0) / (content.width * content.height);
  const hasWords = content.glyphs.some((glyph) => !isSpace(glyph));
  const kinds: LeftOut['kind'][] = [...content.unseen.keys()].map((reason) => KIND_OF[reason]);
  if (content.undecoded > 0) kinds.push('source/undecoded-characters');
  if (content.recognised) kinds.push('source/recognised-words');
  else if (!hasWords && share > SMALL) kinds.push('layout/page-without-words');
  else if (hasWords && share > LARGE) kinds.push('layout/large-picture');
  return [...new Set(kinds)];
}

/** What a reader of the policy must be told about its pages. */
export function leftOutOf(
  contents: readonly PageContent[],
  edges: readonly EdgeLine[],
  starts: readonly number[],
): LeftOut[] {
  const at = (page: number): Pick<LeftOut, 'source' | 'words'> => ({
    source: starts[page] ?? 0,
    words: String(page + 1),
  });
  const pages = contents.flatMap((content) =>
    pageKinds(content).map((kind): LeftOut => {
      const { source, words } = at(content.index);
      return { kind, source, words: `${PREFIXES[kind] ?? ''}${words}` };
    }),
  );
  return [...pages, ...edges.map(({ page, kind }): LeftOut => ({ kind, ...at(page), words: '' }))];
}
