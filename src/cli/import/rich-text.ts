import type { DefaultTreeAdapterTypes } from 'parse5';
import { loadReader } from '../../compiler/load-reader.js';

/** A link of a rich text. */
export interface RichLink {
  readonly words: string;
  /** Empty where it leads nowhere. */
  readonly href: string;
}

/** A rich text as people read it, and its links. */
export interface RichText {
  readonly text: string;
  readonly links: readonly RichLink[];
}

type TreeNode = DefaultTreeAdapterTypes.ChildNode;

/** Reads the HTML of a dialog's message. */
export async function readRichText(html: string): Promise<RichText> {
  const { parseFragment } = await loadReader('parse5', () => import('parse5'));
  const parts: string[] = [];
  const links: RichLink[] = [];
  const open: TreeNode[] = [...parseFragment(html).childNodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) parts.push(node.value);
    if (node.nodeName === 'br' || node.nodeName === 'p') parts.push('\n');
    if (!('childNodes' in node)) continue;
    if (node.nodeName === 'a') links.push({ words: wordsOf(node), href: hrefOf(node) });
    open.push(...[...node.childNodes].reverse());
  }
  return { text: tidy(parts.join('')), links };
}

function wordsOf(node: DefaultTreeAdapterTypes.ParentNode): string {
  const parts: string[] = [];
  const open: TreeNode[] = [...node.childNodes].reverse();
  for (let one = open.pop(); one; one = open.pop()) {
    if ('value' in one) parts.push(one.value);
    if ('childNodes' in one) open.push(...[...one.childNodes].reverse());
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const hrefOf = (node: TreeNode): string =>
  ('attrs' in node ? (node.attrs.find(({ name }) => name === 'href')?.value ?? '') : '').trim();

const tidy = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
