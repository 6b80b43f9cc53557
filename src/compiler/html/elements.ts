import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that begin and end a line where no style sheet says otherwise. */
export const BLOCKS = words(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul caption xmp',
);

/** Elements whose content is no words of the page, whatever a style sheet says. */
export const WORDLESS = words(
  'script style template noscript head title noframes noembed audio video canvas rp annotation',
);

/** Attributes come as a list; the first of a name counts. */
export const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

export const isElement = (node: Tree.Node): node is Tree.Element => 'tagName' in node;

export const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === '#text';

/** Where an element begins, counted from the beginning of what was parsed; one that the parser added stands where its words do. */
export function startOf(element: Tree.Element): number | undefined {
  if (element.sourceCodeLocation) return element.sourceCodeLocation.startOffset;
  for (const child of element.childNodes)
    if (child.sourceCodeLocation) return child.sourceCodeLocation.startOffset;
  return undefined;
}

/** The first words of an element, at most `limit` characters of them; of scripts and styles none. */
export function firstWords(root: Tree.ParentNode, limit: number): string {
  let text = '';
  const waiting: Tree.ChildNode[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node && text.length < limit * 2; node = waiting.pop()) {
    if (isText(node)) text = `${text}${node.value.slice(0, limit * 4)}`.replace(/\s+/g, ' ').trimStart();
    else if (isElement(node) && !WORDLESS.has(node.tagName)) {
      if (BLOCKS.has(node.tagName)) text = text && `${text} `;
      for (let at = node.childNodes.length - 1; at >= 0; at -= 1)
        waiting.push(node.childNodes[at] as Tree.ChildNode);
    }
  }
  return text.trim().slice(0, limit);
}
