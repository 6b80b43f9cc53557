import type { Block, TextBlock } from './block.js';
import { textLine } from './text-line.js';

/** Signs that a word processor puts before the items of a list: markup, as in every other format. */
const BULLET = /^[•●○◦■▪▫◆➢➤▶►‣⁃]$/;
/** Items further in by so much, in their size, are nested. */
const STEP = 0.8;

/** A paragraph without its bullet, and where the bullet stood; undefined where there is none. */
function withoutBullet(block: TextBlock): { block: TextBlock; left: number } | undefined {
  const [line, ...rest] = block.lines;
  const [bullet, ...glyphs] = line?.glyphs ?? [];
  if (!line || !bullet || block.heading !== undefined || !BULLET.test(bullet.text)) return undefined;
  const bare = textLine(line.page, glyphs);
  if (!bare) return undefined;
  return {
    block: { ...block, lines: [{ ...bare, spaceAfter: line.spaceAfter }, ...rest] },
    left: bullet.left,
  };
}

/** Bullets become hints: how deep a list is nested is told by how far in its bullets stand. */
export function readBullets(blocks: readonly Block[]): Block[] {
  let open: number[] = [];
  return blocks.map((block) => {
    const found = block.kind === 'text' ? withoutBullet(block) : undefined;
    if (!found) {
      if (block.kind === 'text' && block.item === undefined) open = [];
      return block;
    }
    const step = STEP * (found.block.lines[0]?.size ?? 0);
    open = [...open.filter((left) => left < found.left - step), found.left];
    return { ...found.block, item: found.block.item ?? open.length };
  });
}
